// What a drawing of neighbourhoods holds: things that were opened, their neighbours up to a limit, and every edge between.
import type { Provider } from "../data/provider";
import type { Fact, Thing } from "../data/types";

/** A thing that was opened: to all its neighbours (`way` "") or to those of one relation (">" or "<" and its role). */
export interface Opened {
  readonly thing: string;
  readonly way: string;
  readonly limit: number;
}

/** A fact that leads from one thing to another, as what. */
export interface Line {
  readonly fact: Fact;
  readonly role: string;
  readonly from: string;
  readonly to: string;
}

export interface Hood {
  readonly things: ReadonlyMap<string, Thing>;
  readonly lines: readonly Line[];
  /** By which opened thing each was first reached. */
  readonly reached: ReadonlyMap<string, string>;
  /** How many neighbours each opened thing has that are not shown. */
  readonly more: ReadonlyMap<string, number>;
}

export interface Filter {
  /** Codes of kinds and of roles that are not to be seen. */
  readonly hidden: ReadonlySet<string>;
  readonly document: string;
  readonly since: number;
  readonly until: number;
}

export const STEP = 24;
export const MOST = 400;

export function lines(fact: Fact): Line[] {
  return fact.ends.map(({ role, thing }) => ({ fact, role, from: fact.subject, to: thing }));
}

export function allowed({ hidden, document, since, until }: Filter, fact: Fact): boolean {
  if (document && !fact.documents.includes(document)) return false;
  if (fact.ends.length && fact.ends.every(({ role }) => hidden.has(role))) return false;
  if (!since && !until) return true;
  // What stands in the register of divisions holds in every year.
  return fact.group === "parts" || (fact.year >= since && fact.year > 0 && (!until || fact.year <= until));
}

/** The neighbours of a thing by relation and direction, those with the most first. */
export async function ways(provider: Provider, thing: string, filter: Filter): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const fact of await provider.facts(thing)) {
    if (!allowed(filter, fact)) continue;
    for (const { role, from, to } of lines(fact)) {
      if (filter.hidden.has(role) || (from !== thing && to !== thing) || from === to) continue;
      const way = from === thing ? `>${role}` : `<${role}`;
      const known = found.get(way) ?? new Set();
      found.set(way, known.add(from === thing ? to : from));
    }
  }
  return new Map([...found].sort(([, one], [, other]) => other.size - one.size));
}

export async function hood(provider: Provider, opened: readonly Opened[], filter: Filter): Promise<Hood> {
  const things = new Map<string, Thing>();
  const reached = new Map<string, string>();
  const more = new Map<string, number>();
  for (const { thing: iri } of opened) {
    const thing = await provider.thing(iri);
    if (thing) things.set(iri, thing);
  }
  for (const { thing: iri, way, limit } of opened) {
    const known = await ways(provider, iri, filter);
    const wanted = way ? (known.get(way) ?? []) : [...known.values()].flatMap((some) => [...some]);
    const near = await Promise.all([...new Set(wanted)].map((one) => provider.thing(one)));
    const seen = near.filter((one) => one !== undefined).filter((one) => !filter.hidden.has(one.kind));
    seen.sort((one, other) => other.weight - one.weight || (one.iri < other.iri ? -1 : 1));
    for (const one of seen.slice(0, limit)) {
      if (things.size >= MOST) break;
      if (!things.has(one.iri)) reached.set(one.iri, iri);
      things.set(one.iri, one);
    }
    const left = seen.filter((one) => !things.has(one.iri)).length;
    if (left) more.set(iri, Math.max(left, more.get(iri) ?? 0));
  }
  const facts = await provider.among(new Set(things.keys()));
  const between = facts.filter((fact) => allowed(filter, fact)).flatMap(lines);
  const seen = between.filter(({ role, from, to }) => !filter.hidden.has(role) && things.has(from) && things.has(to));
  return { things, lines: seen.filter(({ from, to }) => from !== to), reached, more };
}

/** Opened things as the address has them. */
export function written(opened: readonly Opened[]): string {
  return opened.map(({ thing, way, limit }) => [thing, way, limit === STEP ? "" : limit].join("^")).join("|");
}

export function readOpened(text: string): Opened[] {
  return text
    .split("|")
    .filter(Boolean)
    .map((one) => {
      const [thing = "", way = "", limit = ""] = one.split("^");
      return { thing, way, limit: Number(limit) || STEP };
    });
}
