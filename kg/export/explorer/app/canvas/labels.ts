// Labels that do not lie on each other: whoever comes first has the room.
import type { Box } from "./camera";

const CELL = 48;

export class Room {
  private readonly cells = new Map<number, Box[]>();

  /** Takes the room of a box when nobody has any of it, or when it must; says whether it did. */
  take(box: Box, must = false): boolean {
    for (const cell of must ? [] : covered(box)) {
      for (const other of this.cells.get(cell) ?? []) if (overlap(box, other)) return false;
    }
    for (const cell of covered(box)) {
      const known = this.cells.get(cell);
      if (known) known.push(box);
      else this.cells.set(cell, [box]);
    }
    return true;
  }
}

function* covered({ left, top, right, bottom }: Box): Generator<number> {
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield x * 65_536 + y;
  }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** A name that fits below a node. */
export function short(name: string, longest = 12): string {
  const characters = [...name.slice(0, longest * 2 + 2)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : name;
}

/** About how wide a text is, in units of its font's size: Chinese characters are square. */
export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += character > "⺀" ? 1 : 0.58;
  return sum;
}
