// The nodes of the whole graph by their numbers: by kind, joined with whom, next in a direction.
import type { Whole } from "../data/types";
import type { Shown } from "./drawing";

/** The numbers of the nodes of each kind, the most frequent kind first. */
export function grouped({ things }: Whole): Map<string, Int32Array> {
  const found = new Map<string, number[]>();
  things.forEach(({ kind }, number) => {
    const known = found.get(kind);
    if (known) known.push(number);
    else found.set(kind, [number]);
  });
  const sorted = [...found].sort(([, one], [, other]) => other.length - one.length);
  return new Map(sorted.map(([kind, numbers]) => [kind, Int32Array.from(numbers)]));
}

/** Whom a node is joined with. */
export function near({ from, to }: Whole, node: number): Set<number> {
  const found = new Set<number>();
  for (let edge = 0; node >= 0 && edge < from.length; edge++) {
    if (from[edge] === node) found.add(to[edge] ?? 0);
    else if (to[edge] === node) found.add(from[edge] ?? 0);
  }
  return found;
}

/** The neighbour of the chosen node that lies most in a direction; the first of all nodes when none is chosen. */
export function next({ whole: { x, y }, chosen, near: others, order }: Shown, dx: number, dy: number): number {
  if (chosen < 0) return order[0] ?? -1;
  let [best, least] = [chosen, Number.POSITIVE_INFINITY];
  for (const node of others) {
    const [wide, high] = [(x[node] ?? 0) - (x[chosen] ?? 0), (y[node] ?? 0) - (y[chosen] ?? 0)];
    const [along, aside] = [wide * dx + high * dy, Math.abs(wide * dy) + Math.abs(high * dx)];
    if (along > 0 && aside <= along * 1.6 && along + aside * 2 < least) [best, least] = [node, along + aside * 2];
  }
  return best;
}
