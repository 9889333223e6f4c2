// The whole graph as a table, those of which most is said first.
import type { Cell, Context } from "../view";
import type { Shown } from "./drawing";
import { SAY } from "./words";

export function rows(page: Context, { whole: { things }, seen, order }: Shown): HTMLElement {
  const { say, provider, language } = page;
  const columns = [{ title: say(SAY.thing) }, { title: say(SAY.kind) }, { title: say(SAY.weight), numeric: true }];
  const lines = [...order].flatMap((number): Cell[][] => {
    const thing = things[number];
    if (!thing || !seen[number]) return [];
    const weight = { text: String(thing.weight), value: thing.weight };
    return [[{ text: thing.label, thing: thing.iri }, { text: provider.word(thing.kind, language) }, weight]];
  });
  return page.table(columns, lines, say(SAY.title), "sort");
}
