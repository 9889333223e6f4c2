// The relations of a thing, grouped by kind and direction: the things at their other ends.
import type { Fact, Thing } from "../data/types";
import { button, element, icon, name } from "../element";
import { dot, what } from "../search/hits";
import { WORDS } from "../shell/words";
import type { Context } from "../view";
import { isPlanned, plannedSign } from "./planned";
import { list, section } from "./section";
import { link, type Things } from "./told";

const FIRST = 10;

interface Neighbour {
  readonly fact: Fact;
  readonly thing: Thing;
}

/** A section for each kind of relation and direction, those with the most first. */
export function relations(
  page: Context,
  thing: Thing,
  facts: readonly Fact[],
  known: Things,
): (HTMLElement | undefined)[] {
  const groups = new Map<string, { kind: string; outwards: boolean; found: Neighbour[] }>();
  for (const fact of facts) {
    const outwards = fact.subject === thing.iri;
    // What it is part of stands above its name.
    if (outwards && fact.group === "parts") continue;
    const others = outwards ? fact.ends.map((end) => end.thing) : [fact.subject];
    for (const other of others.map((iri) => known.get(iri)).filter((one) => one !== undefined)) {
      const key = `${fact.kind} ${outwards}`;
      const group = groups.get(key) ?? { kind: fact.kind, outwards, found: [] };
      group.found.push({ fact, thing: other });
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .sort((one, other) => other.found.length - one.found.length)
    .map(({ kind, outwards, found }) => {
      const sorted = found.sort((one, other) => other.thing.weight - one.thing.weight);
      const title = heading(page, thing, page.provider.word(kind, page.language), outwards);
      return section(
        title,
        found.length,
        list(page, sorted, FIRST, (one) => row(page, one)),
      );
    });
}

/** A heading that reads in the direction of the relation: what it is related to, or what is related to it. */
function heading({ say }: Context, thing: Thing, word: string, outwards: boolean): (Node | string)[] {
  if (outwards) return [word];
  const label = name(thing.label, 16);
  const words = say({ zh: `${word} | 的`, en: `… ${word} | ` }).split("|");
  return [words[0] ?? "", label, words[1] ?? ""];
}

function row(page: Context, { fact, thing }: Neighbour): HTMLElement {
  const line = element("div", { class: "row", "data-kind": thing.kind }, dot(), link(page, thing, 60));
  if (isPlanned(fact)) {
    line.dataset.planned = "";
    line.append(plannedSign(page));
  }
  line.append(element("span", { class: "what" }, what(page, thing)));
  if (fact.documents.length) line.append(sentence(page, fact, thing));
  return line;
}

function sentence(page: Context, fact: Fact, thing: Thing): HTMLElement {
  const count = fact.documents.length > 1 ? String(fact.documents.length) : "";
  const words = element(
    "span",
    { class: "unseen" },
    `${page.say(WORDS.sentence)}: ${name(thing.label, 40).textContent}`,
  );
  const lead = button("source", () => page.openFact(fact), icon("quote"), words, count);
  lead.title = page.say(WORDS.sentence);
  return lead;
}
