// The things of an answer as a graph, with the facts of the graph between them.
import type { Thing } from "../data/types";
import { Board } from "../graph/board";
import { lines } from "../graph/hood";
import { arrange, scene } from "../graph/scene";
import type { Context } from "../view";
import type { Solutions } from "./engine";
import "../graph/graph.css";

const MOST = 150;

/** Whether an answer holds IRIs, which may be of things. */
export function naming({ rows }: Solutions): boolean {
  return rows.some((row) => Object.values(row).some((term) => term?.type === "uri"));
}

/** The things that an answer names, by their IRIs or by a name that only one bears: the first of them. */
export async function things({ provider }: Context, { variables, rows }: Solutions): Promise<Map<string, Thing>> {
  const told = rows.flatMap((row) => variables.flatMap((variable) => row[variable] ?? []));
  const found = new Map<string, Thing>();
  for (const [value, type] of new Map(told.map((term) => [term.value, term.type]))) {
    const named = type === "uri" ? [] : await provider.named(value);
    const thing = type === "uri" ? await provider.thing(value) : named.length === 1 ? named[0] : undefined;
    if (thing) found.set(thing.iri, thing);
    if (found.size === MOST) break;
  }
  return found;
}

/** Draws things into an element of the page; returns what ends it. */
export async function draw(host: HTMLElement, page: Context, found: ReadonlyMap<string, Thing>): Promise<() => void> {
  const facts = await page.provider.among(new Set(found.keys()));
  const between = facts.flatMap(lines).filter(({ from, to }) => found.has(from) && found.has(to) && from !== to);
  const drawn = scene({ things: found, lines: between, opened: new Set() }, new Map());
  arrange(drawn, new Set());
  const acts = {
    look: () => undefined,
    openNode: ({ thing }: { thing: Thing }) => page.openThing(thing.iri),
    openEdge: (edge: (typeof drawn.edges)[number]) => edge.lines[0] && page.openFact(edge.lines[0].fact),
    toggle: () => undefined,
    key: () => false,
  };
  const board = new Board(page, acts, () => 0);
  host.append(board.canvas);
  board.show(drawn);
  return () => board.end();
}
