// Paths told as text: each step with its direction, its words leading to the sentence.
import type { Step, Thing } from "../../data/types";
import { button, element, name } from "../../element";
import type { Context } from "../../view";
import { SAY } from "../words";

/** All paths, each as a line that reads from its beginning to its end. */
export function told(page: Context, paths: readonly (readonly Step[])[]): HTMLElement {
  const { say } = page;
  const [first] = paths;
  if (!first) return element("p", { class: "graph-note", role: "status" }, say(SAY.noPath));
  const count = `${paths.length} ${say(SAY.found)} ${first.length} ${say(SAY.steps)}`;
  const lines = paths.map((path) => element("li", {}, ...path.flatMap((step, at) => part(page, step, at === 0))));
  return element(
    "div",
    { class: "graph-told" },
    element("p", { class: "graph-note", role: "status" }, count),
    element("ol", { "data-walk": true }, ...lines),
  );
}

function part(page: Context, { fact, role, from, to, forward }: Step, first: boolean): (HTMLElement | string)[] {
  const { provider, language, say } = page;
  const word = provider.word(role, language);
  const words = fact.values.title ? `${word} ${fact.values.title}` : word;
  const sign = (text: string) => element("span", { "aria-hidden": "true" }, text);
  const lead = button("source", () => page.openFact(fact), sign(forward ? "—" : "←"), words, sign(forward ? "→" : "—"));
  // Read aloud, an arrow is no direction: who the fact is about goes first.
  const [one, other] = forward ? [from, to] : [to, from];
  lead.append(element("span", { class: "unseen" }, ` (${cut(one)} → ${cut(other)})`));
  lead.title = say(SAY.sentence);
  return [...(first ? [link(page, from)] : []), " ", lead, " ", link(page, to)];
}

function cut({ label }: Thing): string {
  return name(label, 40).textContent ?? "";
}

function link(page: Context, thing: Thing): HTMLElement {
  const made = button("link", () => page.openThing(thing.iri), name(thing.label, 30));
  made.dataset.kind = thing.kind;
  return made;
}
