// Cells around points: what is nearer to a point than to any other, and not too far from it. No boundaries are drawn:
// none exist under a free licence.
import type { Point } from "./albers";

const CORNERS = 28;
const NEIGHBOURS = 5;

/** The cell of each point, as corners; how far it reaches is told by how near its neighbours are. */
export function cells(points: readonly Point[], least: number, most: number): Point[][] {
  const across = points.toSorted(([one], [other]) => one - other);
  return points.map((own) => {
    const far = beside(across, own, 2 * most).sort(([one], [other]) => one - other);
    const reach = Math.min(most, Math.max(least, (far[NEIGHBOURS - 1]?.[0] ?? most) * REACH));
    let corners = round(own, reach);
    for (const [away, other] of far) {
      if (away > 2 * reach) break;
      corners = nearer(corners, own, other);
    }
    return corners;
  });
}

const REACH = 0.72;

/** The points that are not too far from one, each with how far it is; `across` are all, from west to east. */
function beside(across: readonly Point[], own: Point, reach: number): (readonly [number, Point])[] {
  let [first, last] = [0, across.length];
  while (first < last) {
    const half = (first + last) >> 1;
    if ((across[half]?.[0] ?? 0) < own[0] - reach) first = half + 1;
    else last = half;
  }
  const found: (readonly [number, Point])[] = [];
  for (let at = first; at < across.length; at++) {
    const other = across[at] ?? own;
    if (other[0] > own[0] + reach) break;
    const away = distance(own, other);
    if (away > 0 && away < reach) found.push([away, other]);
  }
  return found;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

function round([x, y]: Point, reach: number): Point[] {
  return Array.from({ length: CORNERS }, (_, index) => {
    const angle = (index / CORNERS) * 2 * Math.PI;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
}

/** The part of a convex shape that is nearer to one point than to the other. */
function nearer(corners: readonly Point[], one: Point, other: Point): Point[] {
  const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
  const limit = (other[0] ** 2 - one[0] ** 2 + other[1] ** 2 - one[1] ** 2) / 2;
  const over = ([x, y]: Point) => x * dx + y * dy - limit;
  return corners.flatMap((corner, index) => {
    const before = corners.at(index - 1) ?? corner;
    const [here, there] = [over(corner), over(before)];
    const kept: Point[] = [];
    if (here * there < 0) {
      const share = there / (there - here);
      kept.push([before[0] + share * (corner[0] - before[0]), before[1] + share * (corner[1] - before[1])]);
    }
    if (here <= 0) kept.push(corner);
    return kept;
  });
}
