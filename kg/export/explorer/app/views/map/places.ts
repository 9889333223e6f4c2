// What the map shows: regions with their points, the figures of one indicator, and who has outposts where.
import type { Row } from "../../data/types";
import type { Words } from "../../view";
import { grouped, named } from "../frame/rows";
import { EARTH, type Point, projected } from "./albers";
import { cells } from "./cells";

export interface Region {
  readonly iri: string;
  readonly name: string;
  readonly code: string;
  readonly level: string;
  readonly parent: string;
  /** None where nothing tells it. */
  readonly point: Point | undefined;
  /** Whether the point is only reckoned: the register has none, and it is drawn near its prefecture. */
  readonly about: boolean;
}

/** An indicator as it can be compared, with its figures about regions. */
export interface Measure {
  readonly key: string;
  readonly text: string;
  readonly rows: readonly Row[];
}

/** An enclave or outpost: from whom to where. */
export interface Line {
  readonly row: Row;
  readonly from: Region;
  readonly to: Region;
}

export const LEVELS = ["county", "prefecture", "province"] as const;
/** How a region is told that stands where it is only reckoned to be. */
export const ABOUT: Words = { zh: "位置约略", en: "place approximate" };
const APART = "~";

/** The regions of a graph; where one has no point, it stands where the register reckons that it is. */
export function regions(rows: readonly Row[], register: readonly Row[]): Map<string, Region> {
  const reckoned = new Map(register.filter(({ about }) => about).map((row) => [row.code, row]));
  const found = rows.map((row) => {
    const { region: name = "", code = "", level = "" } = row;
    const about = row.latitude ? undefined : reckoned.get(code);
    const point = placed(about ?? row);
    return {
      iri: named(row, "region"),
      name,
      code,
      level,
      parent: named(row, "parent"),
      point,
      about: about !== undefined,
    };
  });
  return new Map(found.map((region) => [region.iri, region]));
}

function placed({ latitude, longitude }: Row): Point | undefined {
  return latitude && longitude ? projected(Number(longitude), Number(latitude)) : undefined;
}

/** A county of the register, with the cell around its point. */
export interface Tile {
  readonly code: string;
  readonly point: Point;
  readonly corners: readonly Point[];
}

const [LEAST, MOST] = [9, 150]; // kilometres that cells reach

export function tiles(rows: readonly Row[]): Tile[] {
  const points = rows.map((row): Point => placed(row) ?? [0, 0]);
  const corners = cells(points, LEAST / EARTH, MOST / EARTH);
  return rows.map(({ code = "" }, index) => ({ code, point: points[index] ?? [0, 0], corners: corners[index] ?? [] }));
}

/** Indicators with figures about regions of the register, those first that show most regions at once, and with a point. */
export function measures(rows: readonly Row[], known: ReadonlyMap<string, Region>): Measure[] {
  const own = rows.filter((row) => {
    const level = known.get(named(row, "about"))?.level ?? "";
    return row.status !== "planned" && (LEVELS as readonly string[]).includes(level) && !Number.isNaN(size(row));
  });
  const found = [...grouped(own, (row) => [row.indicator, row.extent, row.baseUnit].join(APART))].map(([key, same]) => {
    const [indicator, extent, unit] = key.split(APART);
    return { key, text: [indicator, extent, unit && `（${same[0]?.unit}）`].filter(Boolean).join(" "), rows: same };
  });
  const most = (same: readonly Row[]) =>
    Math.max(...[...grouped(same, (row) => [row.period, row.status].join(APART)).values()].map(spread), 0);
  const pointed = (same: readonly Row[]) => same.filter((row) => known.get(named(row, "about"))?.point);
  const rank = new Map(found.map(({ key, rows: same }) => [key, most(pointed(same)) + most(same) / 1000]));
  return found.sort((one, other) => (rank.get(other.key) ?? 0) - (rank.get(one.key) ?? 0));
}

/** About how many regions rows are. */
export function spread(rows: readonly Row[]): number {
  return new Set(rows.map((row) => named(row, "about"))).size;
}

export function size(row: Row): number {
  return Number.parseFloat(row.base || row.value || "");
}

/** The row that stands for each region: the best of its figures. */
export function bests(rows: readonly Row[]): Map<string, Row> {
  const less = rows.some((row) => row.less);
  const found = new Map<string, Row>();
  for (const row of rows) {
    const known = found.get(named(row, "about"));
    if (!known || (less ? size(row) < size(known) : size(row) > size(known))) found.set(named(row, "about"), row);
  }
  return found;
}

export function lines(rows: readonly Row[], known: ReadonlyMap<string, Region>): Line[] {
  return rows.flatMap((row) => {
    const [from, to] = [known.get(named(row, "operator")), known.get(named(row, "host"))];
    return from && to ? [{ row, from, to }] : [];
  });
}

/** How the codes of an area and of what lies in it begin; "" for the country. */
export function prefix(area: string): string {
  return area.replace(/(00)+$/, "");
}

/** Values in at most five classes, the same number in each; a class is told by its least and greatest value. */
export function classes(values: readonly number[], most = 5): (readonly [number, number])[] {
  const sorted = [...new Set(values)].sort((one, other) => one - other);
  const count = Math.min(most, sorted.length);
  return Array.from({ length: count }, (_, index) => {
    const [first, last] = [
      Math.floor((index * sorted.length) / count),
      Math.floor(((index + 1) * sorted.length) / count) - 1,
    ];
    return [sorted[first] ?? 0, sorted[last] ?? 0] as const;
  });
}
