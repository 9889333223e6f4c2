// Nodes and edges with their places: made of things and lines, settled, moved on.

import type { Box, Point } from "../canvas/camera";
import { short, width } from "../canvas/labels";
import type { Thing } from "../data/types";
import { isPlanned } from "../thing/planned";
import { settle } from "./forces";
import type { Line } from "./hood";

export const SIZE = 12.5; // of the letters, in pixels

export interface Node {
  readonly thing: Thing;
  readonly label: string;
  readonly radius: number;
  readonly opened: boolean;
  readonly more: number;
  x: number;
  y: number;
  /** Whether its name stood in the last picture. */
  named: boolean;
}

/** All that leads from one thing to another is one edge. */
export interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly lines: readonly Line[];
  /** Whether something leads back too: then both are bent. */
  readonly both: boolean;
  /** Whether all of it is only planned. */
  readonly planned: boolean;
  /** Where its words stood in the last picture, if anywhere. */
  told: Box | undefined;
}

export interface Scene {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

export const EMPTY: Scene = { nodes: [], edges: [] };

export interface Shape {
  readonly things: ReadonlyMap<string, Thing>;
  readonly lines: readonly Line[];
  readonly reached?: ReadonlyMap<string, string>;
  readonly more?: ReadonlyMap<string, number>;
  readonly opened: ReadonlySet<string>;
}

/** The nodes and edges of a shape, at the places where they were, or else near what they were reached from. */
export function scene({ things, lines, reached, more, opened }: Shape, places: ReadonlyMap<string, Point>): Scene {
  const nodes = new Map<string, Node>();
  let turn = 0;
  for (const [iri, thing] of things) {
    const near = places.get(iri) ?? spread(nodes.get(reached?.get(iri) ?? ""), turn++);
    const radius = Math.min(22, 9 + Math.sqrt(thing.weight) * 0.9) + (opened.has(iri) ? 3 : 0);
    const node = { thing, label: short(thing.label), radius, opened: opened.has(iri), more: more?.get(iri) ?? 0 };
    nodes.set(iri, { ...node, x: near.x, y: near.y, named: false });
  }
  const pairs = new Map<string, { from: Node; to: Node; lines: Line[] }>();
  for (const line of lines) {
    const [from, to] = [nodes.get(line.from), nodes.get(line.to)];
    if (!from || !to) continue;
    const pair = pairs.get(`${line.from} ${line.to}`) ?? { from, to, lines: [] };
    pair.lines.push(line);
    pairs.set(`${line.from} ${line.to}`, pair);
  }
  const edges = [...pairs.values()].map((pair) => ({
    ...pair,
    both: pairs.has(`${pair.to.thing.iri} ${pair.from.thing.iri}`),
    planned: pair.lines.every(({ fact }) => isPlanned(fact)),
    told: undefined,
  }));
  return { nodes: [...nodes.values()], edges };
}

/** Around a node, each the golden angle further and a little more outside. */
function spread(from: Node | undefined, turn: number): Point {
  if (!from && !turn) return { x: 0, y: 0 };
  const [angle, far] = [turn * 2.399963, 70 + turn * 2];
  return { x: (from?.x ?? 0) + Math.cos(angle) * far, y: (from?.y ?? 0) + Math.sin(angle) * far };
}

/** Moves the nodes to where they have room; those that a reader has moved stay. */
export function arrange({ nodes, edges }: Scene, held: ReadonlySet<string>): void {
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  const bodies = nodes.map((node) => ({
    x: node.x,
    y: node.y,
    halfWidth: Math.max(node.radius, (width(node.label) * SIZE) / 2) + 5,
    halfHeight: node.radius + SIZE * 0.8 + 4,
    held: held.has(node.thing.iri),
  }));
  settle(
    bodies,
    edges.map(({ from, to }) => [numbers.get(from) ?? 0, numbers.get(to) ?? 0] as const),
  );
  nodes.forEach((node, number) => {
    node.x = Math.round(bodies[number]?.x ?? 0);
    node.y = Math.round(bodies[number]?.y ?? 0);
  });
}

/** As far from the beginning as each is: side by side in columns, or in lines where there is little room; for paths. */
export function columns({ nodes }: Scene, depth: ReadonlyMap<string, number>, narrow: boolean): void {
  const filled = new Map<number, Node[]>();
  for (const node of nodes) {
    const at = depth.get(node.thing.iri) ?? 0;
    filled.set(at, [...(filled.get(at) ?? []), node]);
  }
  for (const [at, column] of filled) {
    column.forEach((node, row) => {
      const beside = row - (column.length - 1) / 2;
      [node.x, node.y] = narrow ? [beside * 170, at * 90] : [at * 210, beside * 86];
    });
  }
}
