// Leaderboards as data: places of one class and level, ranked on one indicator in one extent, unit and period.
import type { Row } from "../../data/types";
import { CEILINGS } from "../../thing/told";
import type { Context, Words } from "../../view";
import { grouped, kindOf, named } from "../frame/rows";
import type { Line, Look } from "./bars";

export type Status = "target" | "achieved";

/** A figure as it is compared: `base` is its value in a unit that all of a board share. */
export interface Figure {
  readonly row: Row;
  readonly base: number;
}

export interface Place {
  readonly name: string;
  readonly iri: string;
  readonly rank: Readonly<Partial<Record<Status, number>>>;
  readonly target: Figure | undefined;
  readonly achieved: Figure | undefined;
  /** What of the target is achieved, where the result says the very same as it does. */
  readonly share: number | undefined;
}

export interface Board {
  readonly key: string;
  readonly indicator: string;
  readonly extent: string;
  readonly period: string;
  readonly level: string;
  readonly places: readonly Place[];
}

const APART = "~";
const BOARD = ["indicator", "extent", "period", "level"];
const ALIKE = ["indicator", "extent", "period", "status"];
const key = (row: Row, columns: readonly string[]) => columns.map((column) => row[column] ?? "").join(APART);

/** Boards as the query ranks them, each place with the other figure that it has: a result beside its target. */
export function boards(ranked: readonly Row[], figures: readonly Row[]): Board[] {
  // Of a board all share an indicator; of what scope and industry, and whether it compares, the graph knows.
  const shares = new Set(figures.filter((row) => row.target).map((row) => `${row.fact}${APART}${row.target}`));
  const known = grouped(figures, (row) => `${named(row, "about")}${APART}${key(row, ALIKE)}`);
  const figure = (place: Row, status: Status): Figure | undefined => {
    const same = known.get(`${named(place, "region")}${APART}${key({ ...place, status }, ALIKE)}`) ?? [];
    const own =
      place.status === status ? same.find((row) => row.value === place.value && row.unit === place.unit) : best(same);
    const row = own ?? (place.status === status ? place : undefined);
    return row && { row, base: Number(row.base || row.value) };
  };
  const found = [...grouped(ranked, (row) => key(row, BOARD))].map(([board, rows]) => {
    const places = [...grouped(rows, (row) => named(row, "region"))].map(([iri, same]) => {
      const of = (status: Status) => same.find((row) => row.status === status);
      const first = same[0] ?? {};
      const rank = Object.fromEntries(same.map((row) => [row.status, Number(row.rank)]));
      const both = {
        target: figure(of("target") ?? first, "target"),
        achieved: figure(of("achieved") ?? first, "achieved"),
      };
      return { name: first.region ?? "", iri, rank, ...both, share: share(shares, both.target, both.achieved) };
    });
    const { indicator = "", extent = "", period = "", level = "" } = rows[0] ?? {};
    return { key: board, indicator, extent, period, level, places };
  });
  return found.sort((one, other) => other.places.length - one.places.length);
}

/** What boards may compare: places of one class, or platforms among the counties, as the documents do at times. */
export const CLASSES = ["Region", "Platform", "both"] as const;
export type Class = (typeof CLASSES)[number];

/** The boards on which at least two places of a class are compared, ranked among these alone. */
export function among(all: readonly Board[], chosen: Class): Board[] {
  if (chosen === "both") return all.filter((board) => new Set(board.places.map(({ iri }) => kindOf(iri))).size > 1);
  const found = all.map((board) => {
    const places = board.places.filter(({ iri }) => kindOf(iri) === chosen);
    return { ...board, places: places.map((place) => ({ ...place, rank: ranked(place, places) })) };
  });
  return found.filter(({ places }) =>
    STATUSES.some((status) => places.filter(({ rank }) => rank[status] !== undefined).length > 1),
  );
}

const STATUSES: readonly Status[] = ["target", "achieved"];

/** The ranks of a place among some of those of its board. */
function ranked({ rank }: Place, places: readonly Place[]): Place["rank"] {
  const found = STATUSES.flatMap((status) => {
    const own = rank[status];
    if (own === undefined) return [];
    return [[status, 1 + places.filter((other) => (other.rank[status] ?? own) < own).length] as const];
  });
  return Object.fromEntries(found);
}

/** Of several figures of a place the best stands for it. */
function best(rows: readonly Row[]): Row | undefined {
  const less = rows.some((row) => row.less);
  const sorted = rows.toSorted((one, other) => Number(other.base || other.value) - Number(one.base || one.value));
  return less ? sorted.at(-1) : sorted[0];
}

function share(shares: ReadonlySet<string>, target?: Figure, achieved?: Figure): number | undefined {
  const told = target && achieved && shares.has(`${achieved.row.fact}${APART}${target.row.fact}`);
  return told && target.base && !CEILINGS.includes(target.row.comparator ?? "")
    ? achieved.base / target.base
    : undefined;
}

/** What the looks of bars mean: the same wherever a target stands beside its results. */
export const LOOKS = {
  target: { zh: "目标", en: "Target" },
  result: { zh: "成果", en: "Result" },
  apart: { zh: "口径不同的成果，不算比例", en: "Result in other terms: no share" },
} as const satisfies Record<Look, Words>;

/** What of these is drawn, for a legend. */
export function legend({ say }: Pick<Context, "say">, drawn: readonly Line[]): Partial<Record<Look, string>> {
  const used = new Set(
    drawn.flatMap(({ bars }) =>
      bars.flatMap((bar) => [...(bar.track ? ["target"] : []), ...(bar.share ? [bar.look] : [])]),
    ),
  );
  const looks = Object.entries(LOOKS).filter(([look]) => used.has(look));
  return Object.fromEntries(looks.map(([look, words]) => [look, say(words)]));
}

/** A figure as it was printed. */
export function printed(row: Row): string {
  return `${row.comparator ?? ""} ${row.value ?? ""}${row.unit ?? ""}`.trim();
}
