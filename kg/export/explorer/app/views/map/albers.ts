// The map's projection: Albers' equal-area conic with the parallels that maps of China use, and its fit into a drawing.

/** East and north of the middle, in earth radii; or pixels of a drawing. */
export type Point = readonly [number, number];

/** Kilometres. */
export const EARTH = 6371;

const RADIANS = Math.PI / 180;
const [SOUTH, NORTH, MIDDLE] = [25 * RADIANS, 47 * RADIANS, 105 * RADIANS];
const LEAST = 150 / EARTH;
const N = (Math.sin(SOUTH) + Math.sin(NORTH)) / 2;
const C = Math.cos(SOUTH) ** 2 + 2 * N * Math.sin(SOUTH);

/** Degrees to earth radii; areas keep their sizes. */
export function projected(longitude: number, latitude: number): Point {
  const reach = Math.sqrt(C - 2 * N * Math.sin(latitude * RADIANS)) / N;
  const angle = N * (longitude * RADIANS - MIDDLE);
  return [reach * Math.sin(angle), -reach * Math.cos(angle)];
}

export interface Fit {
  /** Where a point of the map stands in the drawing. */
  at(point: Point): Point;
  readonly scale: number;
}

/** The points in a box of the drawing, in their middle, north above. */
export function fit(points: readonly Point[], x: number, y: number, width: number, height: number): Fit {
  const [xs, ys] = [points.map((point) => point[0]), points.map((point) => point[1])];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // A single place still has a country around it.
  const wide = Math.max(east - west, LEAST);
  const tall = Math.max(north - south, LEAST);
  const scale = Math.min(width / wide, height / tall);
  const [middle, centre] = [(west + east) / 2, (south + north) / 2];
  return {
    at: (point) => [x + width / 2 + (point[0] - middle) * scale, y + height / 2 - (point[1] - centre) * scale],
    scale,
  };
}
