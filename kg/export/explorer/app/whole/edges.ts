// The edges of the whole graph: which lies under a point, which are those of a node, and what the facts of one are.
import { type Camera, fromSegment, type Point, reach } from "../canvas/camera";
import type { Whole } from "../data/types";
import { lines } from "../graph/hood";
import { type Edge, scene } from "../graph/scene";
import type { Context } from "../view";
import type { Shown } from "./drawing";

/** What is shorter is hidden by its nodes: it is not drawn. */
export const SHORTEST = 2;

/** The edge nearest to a point of the screen, of those that are drawn; -1 for none. */
export function edgeAt({ whole, seen }: Shown, camera: Camera, at: Point): number {
  const { x, y, from, to } = whole;
  const [left, top] = [camera.width / 2 - camera.x * camera.scale, camera.height / 2 - camera.y * camera.scale];
  const most = reach();
  let [best, least] = [-1, most];
  // A pass over all of a hundred thousand takes a millisecond: most are told by their boxes alone.
  for (let edge = 0; edge < from.length; edge++) {
    const [a, b] = [from[edge] as number, to[edge] as number];
    const [x0, x1] = [(x[a] as number) * camera.scale + left, (x[b] as number) * camera.scale + left];
    if (at.x < Math.min(x0, x1) - most || at.x > Math.max(x0, x1) + most) continue;
    const [y0, y1] = [(y[a] as number) * camera.scale + top, (y[b] as number) * camera.scale + top];
    if (at.y < Math.min(y0, y1) - most || at.y > Math.max(y0, y1) + most) continue;
    if (!seen[a] || !seen[b] || Math.abs(x0 - x1) + Math.abs(y0 - y1) < SHORTEST) continue;
    const far = fromSegment(at, { x: x0, y: y0 }, { x: x1, y: y1 });
    if (far < least) [best, least] = [edge, far];
  }
  return best;
}

/** The edge of a node that comes after another one of its own; the first where that is none of them, -1 for none. */
export function nextEdge({ from, to }: Whole, node: number, edge: number): number {
  const own = [...from.keys()].filter((one) => from[one] === node || to[one] === node);
  return own[(own.indexOf(edge) + 1) % Math.max(own.length, 1)] ?? -1;
}

/** An edge as the graph of neighbourhoods has it: all facts from the one thing to the other, and those back. */
export async function facts({ provider }: Context, { things, from, to }: Whole, edge: number): Promise<Edge[]> {
  const [one, other] = [things[from[edge] ?? -1], things[to[edge] ?? -1]];
  if (!one || !other) return [];
  const own = (await provider.facts(one.iri)).flatMap(lines).filter((line) => line.from !== line.to);
  const both = new Map([one, other].map((thing) => [thing.iri, thing]));
  const between = scene({ things: both, lines: own, opened: new Set() }, new Map()).edges;
  // That which was pressed goes before that which leads back.
  return between.toSorted((a, b) => Number(b.from.thing === one) - Number(a.from.thing === one));
}
