// Where counties stand of which the register has no point: in their prefecture, where it has room between those with one.
import { EARTH, type Point } from "./albers";
import type { Region, Tile } from "./places";

const [DIRECTIONS, LEAST] = [24, 30 / EARTH];
const REACHES = [0.45, 0.7, 0.95];
// The digits of a code that prefectures, and then provinces, share.
const SHARED = [4, 2];

/** The regions, counties without a point in a place that is only about right; what has no known neighbour stays without. */
export function roughly(known: ReadonlyMap<string, Region>, tiles: readonly Tile[]): Map<string, Region> {
  const found = new Map(known);
  const missing = [...known.values()].filter(({ level, code, point }) => level === "county" && code && !point);
  const taken = tiles.map(({ point }) => point);
  for (const region of missing.toSorted((one, other) => (one.code < other.code ? -1 : 1))) {
    const point = between(region.code, tiles, taken);
    if (!point) continue;
    taken.push(point);
    found.set(region.iri, { ...region, point, rough: true });
  }
  return found;
}

/** The place around the middle of a prefecture's counties that is farthest from all that stands there already. */
function between(code: string, tiles: readonly Tile[], taken: readonly Point[]): Point | undefined {
  const own = SHARED.map((digits) => tiles.filter((tile) => tile.code.startsWith(code.slice(0, digits))));
  const near = own.find((some) => some.length);
  if (!near) return undefined;
  const mean = (axis: 0 | 1) => near.reduce((sum, { point }) => sum + point[axis], 0) / near.length;
  const middle: Point = [mean(0), mean(1)];
  const reach = Math.max(LEAST, ...near.map(({ point }) => apart(point, middle)));
  const places = REACHES.flatMap((share) =>
    Array.from({ length: DIRECTIONS }, (_, turn): Point => {
      const angle = (turn / DIRECTIONS) * 2 * Math.PI;
      return [middle[0] + share * reach * Math.cos(angle), middle[1] + share * reach * Math.sin(angle)];
    }),
  );
  const room = (place: Point) => Math.min(...taken.map((other) => apart(place, other)));
  const rooms = places.map(room);
  return places[rooms.indexOf(Math.max(...rooms))];
}

function apart(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}
