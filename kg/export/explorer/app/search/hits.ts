// How a hit of the search is told: its name, the name by which it was found, what it is and where it lies.
import type { Hit, Thing } from "../data/types";
import { element, name } from "../element";
import { occasion } from "../thing/told";
import type { Context } from "../view";

export function hitLine(page: Context, hit: Hit, text: string): HTMLElement {
  const { thing } = hit;
  const line = element("span", { class: "hit", "data-kind": thing.kind }, dot(), marked(thing.label, text));
  if (hit.name !== thing.label) line.append(element("span", { class: "quiet" }, marked(hit.name, text)));
  line.append(element("span", { class: "what" }, what(page, thing)));
  const told = (text: string) => text && line.append(element("span", { class: "where" }, name(text, 40)));
  void (thing.kind === "Event" ? occasion : where)(page, thing).then(told);
  return line;
}

/** The kinds of things in the order in which a reader asks for them. */
const KINDS = ["Region", "Person", "Platform", "Organization", "Industry", "Project", "Fund", "Policy", "Event"];

export function inOrder(kinds: ReadonlyMap<string, number>): [string, number][] {
  return [...kinds].sort(([one], [other]) => KINDS.indexOf(one) - KINDS.indexOf(other));
}

/** The levels of regions, from above. */
export const LEVELS: readonly string[] = [
  "province",
  "prefecture",
  "county",
  "township",
  "village",
  "macro-region",
].map((level) => `region-levels/${level}`);

/** The types of things of a kind: regions by their levels, all else by how many there are of each. */
export function typesOf(kind: string, types: ReadonlyMap<string, number>): [string, number][] {
  if (kind !== "Region") return [...types].sort(([, one], [, other]) => other - one);
  return LEVELS.flatMap((level): [string, number][] => (types.has(level) ? [[level, types.get(level) ?? 0]] : []));
}

/** The mark of a kind's colour. */
export function dot(): HTMLElement {
  return element("span", { class: "dot", "aria-hidden": "true" });
}

/** What a thing is, as exactly as is known. */
export function what({ provider, language }: Context, thing: Thing): string {
  const [first = thing.kind] = [...thing.types.filter((type) => !LEVELS.includes(type)), ...thing.types];
  return provider.word(first, language);
}

async function where({ provider }: Context, thing: Thing): Promise<string> {
  return thing.parent ? ((await provider.thing(thing.parent))?.label ?? "") : "";
}

/** A name with the part that was searched in bold. */
function marked(label: string, text: string): HTMLElement {
  const shown = name(label, 40);
  const words = [text, ...text.split(/\s+/)].map((one) => one.toLowerCase());
  const word = words.find((one) => one && label.toLowerCase().includes(one)) ?? "";
  if (!word || shown.textContent !== label) return shown;
  const at = label.toLowerCase().indexOf(word);
  const end = at + word.length;
  return element("bdi", {}, label.slice(0, at), element("b", {}, label.slice(at, end)), label.slice(end));
}
