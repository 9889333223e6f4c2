// The line at the foot: how much the graph holds, and of when its papers are; and the one that says what did not come.
import { Unanswered } from "../data/served/reach";
import { button, element } from "../element";
import type { Context } from "../view";
import { WORDS } from "./words";

/** Says above the view what did not come, until the reader goes on. */
export function alarm({ say }: Context): { readonly element: HTMLElement; clear(): void } {
  const words = element("span");
  const again = button("", () => location.reload(), say(WORDS.again));
  const bar = element("div", { class: "alarm", role: "alert", hidden: true }, words, again);
  window.onunhandledrejection = (event) => {
    if (!(event.reason instanceof Unanswered)) return;
    event.preventDefault();
    words.textContent = say(event.reason.words);
    bar.hidden = false;
  };
  return {
    element: bar,
    clear: () => {
      bar.hidden = true;
    },
  };
}

export function status(page: Context): HTMLElement {
  const { documents, things, facts, kinds } = page.provider.overview;
  // Reports and tables count what happens apart from what there is; here both can be opened.
  const events = kinds.get("Event") ?? 0;
  const count = (number: number) => number.toLocaleString(page.language === "zh" ? "zh-Hans-CN" : "en");
  const dates = documents
    .map((document) => document.date)
    .filter(Boolean)
    .sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const span = first === last ? first : `${first} – ${last}`;
  const parts = [
    `${count(documents.length)} ${page.say(WORDS.documents)}`,
    `${count(things - events)} ${page.say(WORDS.things)}`,
    ...(events ? [`${count(events)} ${page.say(WORDS.events)}`] : []),
    // A server does not count them.
    ...(facts ? [`${count(facts)} ${page.say(WORDS.facts)}`] : []),
    ...(first ? [`${page.say(WORDS.dated)} ${span}`] : []),
  ];
  return element("footer", { class: "status" }, ...parts.map((part) => element("span", {}, part)));
}
