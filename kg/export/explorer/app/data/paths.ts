// Shortest paths between two things, over whatever a provider says lies next to a thing.
import type { Fact, Step } from "./types";

/** A way over an edge: the thing that it leads to and what it goes over. */
export interface Way<Node, Over> {
  readonly to: Node;
  readonly over: Over;
}

/** More ways of one length than these tell a reader nothing. */
const MOST = 12;
/** A longer chain of facts joins anything with anything. */
const LONGEST = 8;

const [LAST, HEAD] = [9, 10];
const TELLING: Readonly<Record<string, number>> = { relations: 6, parts: 4, events: 3 };

/** How much a fact tells of how two things are joined: the head of a body more than its deputy, he more than a guest. */
export function telling({ group, values }: Fact): number {
  if (group === "posts") return HEAD - (Number(values.rank) || LAST);
  return TELLING[group] ?? 2;
}

/** Paths of one length, those that tell most first. */
export function ordered(paths: readonly (readonly Step[])[]): readonly (readonly Step[])[] {
  const told = (path: readonly Step[]) => path.reduce((sum, { fact }) => sum + telling(fact), 0);
  return paths.toSorted((one, other) => told(other) - told(one));
}

/** Every shortest path as the ways that it goes, at most a dozen; ways in the order in which `next` gives them. */
export async function shortest<Node, Over>(
  from: Node,
  to: Node,
  next: (node: Node) => Promise<readonly Way<Node, Over>[]>,
): Promise<Way<Node, Over>[][]> {
  const depth = new Map<Node, number>([[from, 0]]);
  const before = new Map<Node, { node: Node; way: Way<Node, Over> }[]>();
  let edge: Node[] = [from];
  for (let step = 1; edge.length && !depth.has(to) && step <= LONGEST; step++) {
    const reached: Node[] = [];
    for (const node of edge) {
      const met = new Set<Node>();
      for (const way of await next(node)) {
        const known = depth.get(way.to);
        // Of several facts that join two things a path goes over the first.
        if ((known !== undefined && known < step) || met.has(way.to)) continue;
        met.add(way.to);
        if (known === undefined) {
          depth.set(way.to, step);
          before.set(way.to, []);
          reached.push(way.to);
        }
        before.get(way.to)?.push({ node, way });
      }
    }
    edge = reached;
  }
  const found: Way<Node, Over>[][] = [];
  const back = (node: Node, rest: Way<Node, Over>[]): void => {
    if (found.length === MOST) return;
    if (node === from) found.push(rest);
    else for (const { node: earlier, way } of before.get(node) ?? []) back(earlier, [way, ...rest]);
  };
  if (depth.has(to) && from !== to) back(to, []);
  return found;
}
