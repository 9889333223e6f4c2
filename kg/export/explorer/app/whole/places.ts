// Which node lies where: a grid, so that a press need not look at all of them.
import type { Point } from "../canvas/camera";
import type { Whole } from "../data/types";

const CELL = 60;

export class Places {
  private readonly cells = new Map<number, number[]>();

  constructor(private readonly whole: Whole) {
    for (let node = 0; node < whole.things.length; node++) {
      const cell = key(Math.floor((whole.x[node] ?? 0) / CELL), Math.floor((whole.y[node] ?? 0) / CELL));
      const known = this.cells.get(cell);
      if (known) known.push(node);
      else this.cells.set(cell, [node]);
    }
  }

  /** The node nearest to a point of those that are shown, no farther than `reach` from its rim; -1 for none. */
  at({ x, y }: Point, reach: number, seen: Uint8Array): number {
    const far = Math.min(reach + 14, CELL * 6);
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (let column = Math.floor((x - far) / CELL); column <= Math.floor((x + far) / CELL); column++) {
      for (let row = Math.floor((y - far) / CELL); row <= Math.floor((y + far) / CELL); row++) {
        for (const node of this.cells.get(key(column, row)) ?? []) {
          const rim = Math.hypot((this.whole.x[node] ?? 0) - x, (this.whole.y[node] ?? 0) - y);
          const away = rim - (this.whole.radius[node] ?? 0);
          if (seen[node] && away < reach && away < least) [best, least] = [node, away];
        }
      }
    }
    return best;
  }
}

function key(column: number, row: number): number {
  return (column + 32_768) * 65_536 + row + 32_768;
}
