// An industry chain as data: its links upstream, midstream and downstream, and what hangs on each of them.
import type { Row } from "../../data/types";
import { WORDS } from "../../shell/words";
import { arePlanned, standing } from "../../thing/planned";
import type { Context } from "../../view";
import { printed } from "../figures/boards";
import { grouped, named } from "../frame/rows";
import { readable } from "../frame/words";

/** An industry by which something is on a link, and whether that is only planned. */
export interface Told {
  readonly name: string;
  readonly iri: string;
  readonly planned: boolean;
}

/** Something on a link: a thing, or a figure by its IRI. */
export interface Item {
  readonly kind: string;
  readonly name: string;
  readonly iri: string;
  /** Of a figure: how its name ends, and when; "" where nothing is stated. */
  readonly amount: string;
  readonly period: string;
  readonly industries: readonly Told[];
  readonly rows: readonly Row[];
  /** Whether it is not there yet: only planned, or a number that is aimed at. */
  readonly ahead: boolean;
}

/** Whether something stands there for one industry and is planned for another. */
export function isMixed({ industries }: Pick<Item, "industries">): boolean {
  return industries.some((one) => one.planned) && !industries.every((one) => one.planned);
}

/** Of what stands for some industries only: each with whether it does. */
export function apart({ say }: Pick<Context, "say">, kind: string, industries: readonly Told[]): string {
  const told = industries.map(({ name, planned }) => {
    const word = say(standing(kind, planned));
    return say({ zh: `${name}（${word}）`, en: `${name} (${word})` });
  });
  return told.join(say(WORDS.and));
}

/** The industries of rows, what is there first. */
export function industriesOf(rows: readonly Row[]): Told[] {
  const found = [...grouped(rows, ({ industry = "" }) => industry)].map(([name, same]) => ({
    name,
    iri: named(same[0] ?? {}, "industry"),
    planned: arePlanned(same),
  }));
  return found.sort((one, other) => Number(one.planned) - Number(other.planned));
}

export interface Link {
  readonly name: string;
  readonly items: readonly Item[];
}

/** Whether something of a link is there, and it is not only wanted. */
export function filled({ items }: Link): boolean {
  return items.some((item) => !item.ahead);
}

/** A place in the chain; that of what is said of the chain as a whole has no name. */
export interface Position {
  readonly name: string;
  readonly links: readonly Link[];
}

export const FIGURES: readonly string[] = ["Target", "Result", "Plan"];
const AIMS: readonly string[] = ["Target", "Plan"];
/** The order in which things are told. */
const KINDS = ["Region", "Platform", "Organization", "Project", "Fund", "Person", ...FIGURES];

/** The rows, with figures told as elsewhere: how they compare, in which unit, and when. */
export function asRead(rows: readonly Row[], figures: readonly Row[]): Row[] {
  const known = new Map(figures.map((figure) => [figure.fact, figure]));
  return rows.map((row) => {
    const figure = known.get(named(row, "name"));
    if (!figure) return row;
    const amount = readable(printed(figure));
    return { ...row, name: [figure.about, figure.printed, amount].join(" "), amount, period: figure.period ?? "" };
  });
}

/** What rows are asked for by: the chain, or an industry that is on none. */
export function chainOf(row: Row): string {
  return row.chain || row.industry || "";
}

/** The chain that is meant by the name of a chain, or of an industry on one. */
export function meant(rows: readonly Row[], name: string): string {
  const on = (row: Row) => chainOf(row) === name || row.industry === name;
  const found = rows.find((row) => chainOf(row) === name) ?? rows.find(on);
  return found ? chainOf(found) : name;
}

/** What rows of one thing or figure on one link share: an entry of the chain. */
export function onLink(row: Row): string {
  return `${row.link ?? ""}\n${named(row, "name")}`;
}

/** How many entries the rows tell of. */
export function size(rows: readonly Row[]): number {
  return new Set(rows.map(onLink)).size;
}

/** The positions of a chain: first what is said of the whole, then those of the vocabulary with all of their links. */
export function positions(chain: string, rows: readonly Row[], vocabulary: readonly Row[]): Position[] {
  const own = rows.filter((row) => chainOf(row) === chain);
  const links = vocabulary.filter((row) => row.chain === chain);
  const whole = own.filter((row) => !row.link);
  const found: Position[] = whole.length ? [{ name: "", links: [{ name: "", items: items(whole) }] }] : [];
  for (const [name, same] of grouped(links, (row) => row.position ?? "")) {
    const told = same.map((row) => {
      const link = row.link ?? "";
      return { name: link, items: items(own.filter((one) => one.link === link)) };
    });
    // What a document speaks of comes first, what is missing from the chain last.
    found.push({ name, links: told.sort((one, other) => other.items.length - one.items.length) });
  }
  return found;
}

function items(rows: readonly Row[]): Item[] {
  const found = [...grouped(rows, (row) => named(row, "name")).entries()].map(([iri, same]) => ({
    kind: same[0]?.type ?? "",
    name: same[0]?.name ?? "",
    iri,
    amount: same[0]?.amount ?? "",
    period: same[0]?.period ?? "",
    industries: industriesOf(same),
    rows: same,
    ahead: arePlanned(same) || AIMS.includes(same[0]?.type ?? ""),
  }));
  return found.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
}
