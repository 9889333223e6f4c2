// Draws a scene and tells what of it lies under a point.

import { type Box, type Camera, fromSegment, type Point, reach, within } from "../canvas/camera";
import { type Colours, colours, FONT } from "../canvas/colours";
import { Room, short, width } from "../canvas/labels";
import type { Provider } from "../data/provider";
import type { Language } from "../data/types";
import { isPlanned, PLANNED } from "../thing/planned";
import { type Edge, type Node, type Scene, SIZE } from "./scene";

/** What is looked at: it is drawn before all else, and what is not next to it steps back. */
export interface Focus {
  readonly node?: Node | undefined;
  readonly edge?: Edge | undefined;
}

const BENT = 0.14;
const PARTS = 8;
const DASHES = [5, 5];
// A name that is written whole has lines of so many characters.
const FOLDED = /.{1,12}/gsu;

export function draw(
  pen: CanvasRenderingContext2D,
  camera: Camera,
  { nodes, edges }: Scene,
  focus: Focus,
  words: Pick<Provider, "word">,
  language: Language,
  /** Names and words are written whole, as a picture must that nobody can press. */
  whole = false,
): void {
  const look = colours();
  const near = nearby(edges, focus);
  const faint = (node: Node) => near !== undefined && !near.has(node);
  pen.lineCap = "round";
  const lit = (edge: Edge) => edge === focus.edge || edge.from === focus.node || edge.to === focus.node;
  for (const edge of edges.toSorted((one, other) => Number(lit(one)) - Number(lit(other)))) {
    pen.globalAlpha = !near || lit(edge) ? 1 : 0.25;
    line(pen, camera, edge, look, edge === focus.edge ? look.accent : lit(edge) ? look.ink : look.quiet);
  }
  for (const node of nodes) {
    pen.globalAlpha = faint(node) ? 0.3 : 1;
    disc(pen, camera, node, look, node === focus.node, words.word(node.thing.kind, language));
  }
  pen.globalAlpha = 1;
  names(pen, camera, nodes, edges, focus, look, near, whole, (edge) => told(edge, words, language));
}

/** What the lines of an edge are called, each once. */
export function told({ lines }: Edge, words: Pick<Provider, "word">, language: Language): string {
  const names = lines.map(({ fact, role }) => {
    const name = fact.values.title ?? words.word(role, language);
    return isPlanned(fact) ? `${name}${language === "zh" ? `（${PLANNED.zh}）` : ` (${PLANNED.en})`}` : name;
  });
  return [...new Set(names)].join(language === "zh" ? "、" : ", ");
}

function nearby(edges: readonly Edge[], { node, edge }: Focus): Set<Node> | undefined {
  if (edge) return new Set([edge.from, edge.to]);
  if (!node) return undefined;
  const found = new Set([node]);
  for (const { from, to } of edges) if (from === node || to === node) found.add(from).add(to);
  return found;
}

/** The middle of an edge on the screen, where it bends to and where it touches its nodes. */
function course(camera: Camera, { from, to, both }: Edge): readonly [Point, Point, Point] {
  const [a, b] = [camera.screen(from), camera.screen(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const bend = both ? BENT : 0;
  const middle = { x: (a.x + b.x) / 2 - dy * bend, y: (a.y + b.y) / 2 + dx * bend };
  return [rim(a, middle, from.radius * scaled(camera)), middle, rim(b, middle, to.radius * scaled(camera) + 2)];
}

function scaled({ scale }: Camera): number {
  return Math.min(Math.max(scale, 0.75), 1.6);
}

function rim(at: Point, towards: Point, radius: number): Point {
  const length = Math.hypot(towards.x - at.x, towards.y - at.y) || 1;
  return { x: at.x + ((towards.x - at.x) / length) * radius, y: at.y + ((towards.y - at.y) / length) * radius };
}

function line(pen: CanvasRenderingContext2D, camera: Camera, edge: Edge, look: Colours, colour: string): void {
  const [begin, middle, end] = course(camera, edge);
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = (colour === look.accent ? 1.8 : 0.7) + Math.min(edge.lines.length - 1, 4) * 0.5;
  pen.beginPath();
  pen.moveTo(begin.x, begin.y);
  pen.quadraticCurveTo(middle.x, middle.y, end.x, end.y);
  pen.setLineDash(edge.planned ? DASHES : []);
  pen.stroke();
  pen.setLineDash([]);
  const angle = Math.atan2(end.y - middle.y, end.x - middle.x);
  const size = 6 + pen.lineWidth;
  pen.beginPath();
  pen.moveTo(end.x, end.y);
  pen.lineTo(end.x - size * Math.cos(angle - 0.4), end.y - size * Math.sin(angle - 0.4));
  pen.lineTo(end.x - size * Math.cos(angle + 0.4), end.y - size * Math.sin(angle + 0.4));
  pen.fill();
}

function disc(
  pen: CanvasRenderingContext2D,
  camera: Camera,
  node: Node,
  look: Colours,
  chosen: boolean,
  kind: string,
): void {
  const { x, y } = camera.screen(node);
  const radius = node.radius * scaled(camera);
  const ring = (more: number, colour: string, wide: number) => {
    pen.beginPath();
    pen.arc(x, y, radius + more, 0, Math.PI * 2);
    pen.strokeStyle = colour;
    pen.lineWidth = wide;
    pen.stroke();
  };
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fillStyle = look.kind(node.thing.kind);
  pen.fill();
  ring(1, look.paper, 2);
  if (node.opened) ring(3.5, look.kind(node.thing.kind), 1.5);
  if (chosen) ring(node.opened ? 7 : 4, look.accent, 2.5);
  // The kind as a sign too, for whom colours tell nothing.
  if (radius < 7) return;
  pen.fillStyle = look.paper;
  pen.font = `600 ${Math.round(radius * 0.95)}px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText([...kind][0] ?? "", x, y + radius * 0.06);
}

function names(
  pen: CanvasRenderingContext2D,
  camera: Camera,
  nodes: readonly Node[],
  edges: readonly Edge[],
  focus: Focus,
  look: Colours,
  near: ReadonlySet<Node> | undefined,
  whole: boolean,
  say: (edge: Edge) => string,
): void {
  const room = new Room();
  const text = (words: string, at: Point, colour: string, size: number, must: boolean): Box | undefined => {
    const lines = whole ? (words.match(FOLDED) ?? []) : [words];
    const half = (Math.max(...lines.map(width)) * size) / 2 + 2;
    const bottom = at.y + size * (0.62 + 1.24 * (lines.length - 1));
    const own = { left: at.x - half, right: at.x + half, top: at.y - size * 0.62, bottom };
    if (!room.take(own, must)) return undefined;
    pen.fillStyle = colour;
    for (const [line, part] of lines.entries()) {
      pen.strokeText(part, at.x, at.y + line * size * 1.24);
      pen.fillText(part, at.x, at.y + line * size * 1.24);
    }
    return own;
  };
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = look.paper;
  for (const node of nodes) {
    const [{ x, y }, radius] = [camera.screen(node), node.radius * scaled(camera)];
    room.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  const rank = (node: Node) => (node === focus.node ? 4 : 0) + (near?.has(node) ? 2 : 0) + (node.opened ? 1 : 0);
  const order = nodes.toSorted((a, b) => rank(b) - rank(a) || b.thing.weight - a.thing.weight);
  for (const node of order) {
    pen.globalAlpha = near && !near.has(node) ? 0.35 : 1;
    pen.font = `${node === focus.node || node.opened ? 600 : 400} ${SIZE}px ${FONT}`;
    const { x, y } = camera.screen(node);
    const below = y + node.radius * scaled(camera) + SIZE * 0.85;
    const write = (label: string, y: number) => {
      const more = node.more ? `${label} +${node.more}` : label;
      return text(more, { x, y }, look.ink, SIZE, node === focus.node) !== undefined;
    };
    const above = y - node.radius * scaled(camera) - SIZE * 0.85;
    node.named =
      (whole && write(node.thing.label, below)) || write(node.label, below) || (whole && write(node.label, above));
  }
  pen.globalAlpha = 1;
  pen.font = `400 ${SIZE - 1}px ${FONT}`;
  const few = edges.length <= 40 && (whole || camera.scale > 0.6);
  for (const edge of edges) {
    const lit = edge === focus.edge || edge.from === focus.node || edge.to === focus.node;
    edge.told = undefined;
    if (!lit && (!few || near)) continue;
    const [begin, middle, end] = course(camera, edge);
    const at = { x: (begin.x + end.x + 2 * middle.x) / 4, y: (begin.y + end.y + 2 * middle.y) / 4 };
    edge.told = text(
      whole ? say(edge) : short(say(edge), 16),
      at,
      lit ? look.ink : look.quiet,
      SIZE - 1,
      edge === focus.edge,
    );
  }
}

export function nodeAt(camera: Camera, { nodes }: Scene, at: Point): Node | undefined {
  const hits = nodes.filter((node) => {
    const { x, y } = camera.screen(node);
    const radius = node.radius * scaled(camera);
    const onName =
      node.named && Math.abs(at.x - x) < (width(node.label) * SIZE) / 2 && at.y > y && at.y < y + radius + SIZE * 1.5;
    return Math.hypot(x - at.x, y - at.y) < radius + 3 || onName;
  });
  const far = (node: Node) => Math.hypot(camera.screen(node).x - at.x, camera.screen(node).y - at.y);
  return hits.sort((one, other) => far(one) - far(other))[0];
}

/** The edge whose words are at a point, or else the nearest. */
export function edgeAt(camera: Camera, { edges }: Scene, at: Point): Edge | undefined {
  const said = edges.find(({ told }) => told && within(told, at));
  if (said) return said;
  let [best, least]: [Edge | undefined, number] = [undefined, reach()];
  for (const edge of edges) {
    const [begin, middle, end] = course(camera, edge);
    let before = begin;
    for (let part = 1; part <= PARTS; part++) {
      const t = part / PARTS;
      const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
      const next = { x: a * begin.x + b * middle.x + c * end.x, y: a * begin.y + b * middle.y + c * end.y };
      const far = fromSegment(at, before, next);
      if (far < least) [best, least] = [edge, far];
      before = next;
    }
  }
  return best;
}
