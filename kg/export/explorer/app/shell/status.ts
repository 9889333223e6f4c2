// The line at the foot: how much the graph holds, and of when its papers are.
import { element } from "../element";
import type { Context } from "../view";
import { WORDS } from "./words";

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
    `${count(facts)} ${page.say(WORDS.facts)}`,
    ...(first ? [`${page.say(WORDS.dated)} ${span}`] : []),
  ];
  return element("footer", { class: "status" }, ...parts.map((part) => element("span", {}, part)));
}
