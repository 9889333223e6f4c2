// Paths told as text: each step with its direction, its words leading to the sentence.
import type { Step, Thing } from "../../data/types";
import { button, element, name } from "../../element";
import type { Context } from "../../view";
import { SAY } from "../words";
import "./path.css";

/** All paths, each as a line that reads from its beginning to its end; `look` hears which step is looked at. */
export function told(page: Context, paths: readonly (readonly Step[])[], look: (step: Step) => void): HTMLElement {
  const { say } = page;
  const [first] = paths;
  if (!first) return element("p", { class: "graph-note", role: "status" }, say(SAY.noPath));
  const count = `${paths.length} ${say(SAY.found)} ${first.length} ${say(SAY.steps)}`;
  const lines = paths.map((path) => element("li", {}, ...path.flatMap((step, at) => part(page, step, at === 0, look))));
  return element(
    "div",
    { class: "graph-told" },
    element("p", { class: "graph-note", role: "status" }, count),
    element("ol", { "data-walk": true }, ...lines),
  );
}

/** The paths as plain text, a line each, for a picture. */
export function plainly({ provider, language }: Context, paths: readonly (readonly Step[])[]): string[] {
  const word = ({ fact, role, forward }: Step) => {
    const words = [provider.word(role, language), fact.values.title].filter(Boolean).join(" ");
    return forward ? ` —${words}→ ` : ` ←${words}— `;
  };
  return paths.map(
    (path, at) =>
      `${at + 1}. ${path[0]?.from.label ?? ""}${path.map((step) => `${word(step)}${step.to.label}`).join("")}`,
  );
}

function part(page: Context, step: Step, first: boolean, look: (step: Step) => void): (HTMLElement | string)[] {
  const { fact, role, from, to, forward } = step;
  const { provider, language, say } = page;
  const word = provider.word(role, language);
  const words = fact.values.title ? `${word} ${fact.values.title}` : word;
  const sign = (text: string) => element("span", { "aria-hidden": "true" }, text);
  const open = () => {
    look(step);
    page.openFact(fact);
  };
  const lead = button("source", open, sign(forward ? "—" : "←"), words, sign(forward ? "→" : "—"));
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
