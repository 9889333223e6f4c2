// Where lines end whose other end lies beyond the map: labels around its rim, in their true directions, apart from each other.
import type { Point } from "./albers";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface End {
  readonly key: string;
  readonly at: Point;
  /** How wide its label is. */
  readonly width: number;
}

const LINE = 20;
const APART = 14;

export function inside(box: Box, [x, y]: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

export function overlap(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width;
  return across && one.y < other.y + other.height && other.y < one.y + one.height;
}

/** The place of each end on the rim of a box. */
export function rim(box: Box, ends: readonly End[]): Map<string, Point> {
  const centre: Point = [box.x + box.width / 2, box.y + box.height / 2];
  const sides: Record<"top" | "bottom" | "left" | "right", { key: string; at: number; room: number }[]> = {
    top: [],
    bottom: [],
    left: [],
    right: [],
  };
  for (const { key, at, width } of ends) {
    const [dx, dy] = [at[0] - centre[0], at[1] - centre[1]];
    const [byX, byY] = [box.width / 2 / Math.abs(dx || 1e-9), box.height / 2 / Math.abs(dy || 1e-9)];
    if (byX < byY) sides[dx < 0 ? "left" : "right"].push({ key, at: centre[1] + dy * byX, room: LINE });
    else sides[dy < 0 ? "top" : "bottom"].push({ key, at: centre[0] + dx * byY, room: width + APART });
  }
  const found = new Map<string, Point>();
  for (const [y, down, side] of [
    [box.y, LINE, sides.top],
    [box.y + box.height, -LINE, sides.bottom],
  ] as const) {
    const rows = Math.ceil(side.reduce((sum, { room }) => sum + room, 0) / box.width);
    const wanted = side.map((end) => ({ ...end, room: end.room / rows }));
    // Where one row is too short for all, neighbours stand in different rows.
    for (const [index, [key, x]] of spaced(wanted, box.x, box.x + box.width).entries()) {
      found.set(key, [x, y + (index % rows) * down]);
    }
  }
  for (const [key, y] of spaced(sides.left, box.y, box.y + box.height)) found.set(key, [box.x, y]);
  for (const [key, y] of spaced(sides.right, box.y, box.y + box.height)) found.set(key, [box.x + box.width, y]);
  return found;
}

/** Places in their order, each with its room, as near to where they want to be as the others let them. */
function spaced(wanted: { key: string; at: number; room: number }[], from: number, to: number): [string, number][] {
  const sorted = wanted.toSorted((one, other) => one.at - other.at);
  let free = from;
  const forth = sorted.map(({ at, room }) => {
    const place = Math.max(at, free + room / 2);
    free = place + room / 2;
    return place;
  });
  let limit = to;
  for (let index = sorted.length - 1; index >= 0; index--) {
    const room = sorted[index]?.room ?? 0;
    forth[index] = Math.min(forth[index] ?? 0, limit - room / 2);
    limit = (forth[index] ?? 0) - room / 2;
  }
  return sorted.map(({ key }, index) => [key, forth[index] ?? 0]);
}
