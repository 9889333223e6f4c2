// Draws the whole graph: edges in one stroke, nodes by colour, names as far as there is room for them.
import type { Camera } from "../canvas/camera";
import { type Colours, colours, FONT } from "../canvas/colours";
import { Room, short, width } from "../canvas/labels";
import type { Whole } from "../data/types";
import { SHORTEST } from "./edges";

/** What of the whole is shown: kinds that are hidden are not, what is chosen stands out: a node with its edges, or an edge. */
export interface Shown {
  readonly whole: Whole;
  /** 1 for nodes that are shown. */
  readonly seen: Uint8Array;
  /** Numbers of the nodes of each kind. */
  readonly kinds: ReadonlyMap<string, Int32Array>;
  /** Numbers of nodes, those of which most is said first. */
  readonly order: Int32Array;
  readonly chosen: number;
  readonly edge: number;
  /** Those that what is chosen leads to. */
  readonly near: ReadonlySet<number>;
}

const [SMALL, NAMED, MOST] = [1.6, 4.2, 160];
/** So many of those of which most is said are named however small they are. */
const FIRST = 24;
const BATCH = 100;
/** More edges than these are drawn fainter, or they would cover what they join. */
const PLENTY = 8000;

export function draw(pen: CanvasRenderingContext2D, camera: Camera, shown: Shown): void {
  const look = colours();
  blocks(pen, camera, shown, look);
  lines(pen, camera, shown, look);
  for (const [kind, nodes] of shown.kinds) discs(pen, camera, shown, nodes, look.kind(kind));
  if (shown.chosen >= 0 || shown.edge >= 0) lit(pen, camera, shown, look);
  names(pen, camera, shown, look);
}

function blocks(pen: CanvasRenderingContext2D, camera: Camera, { whole }: Shown, look: Colours): void {
  pen.fillStyle = look.line;
  pen.globalAlpha = 0.35;
  pen.beginPath();
  for (const block of whole.blocks) {
    const { x, y } = camera.screen(block);
    const radius = block.radius * camera.scale;
    if (x + radius < 0 || y + radius < 0 || x - radius > camera.width || y - radius > camera.height) continue;
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, Math.PI * 2);
  }
  pen.fill();
  pen.globalAlpha = 1;
}

function lines(pen: CanvasRenderingContext2D, camera: Camera, { whole, seen }: Shown, look: Colours): void {
  const { x, y, from, to } = whole;
  const { scale, width, height } = camera;
  const [left, top] = [width / 2 - camera.x * scale, height / 2 - camera.y * scale];
  pen.strokeStyle = look.quiet;
  pen.globalAlpha = Math.min(0.5, (0.15 + scale * 0.3) * Math.min(1, PLENTY / from.length + scale));
  pen.lineWidth = 0.7;
  pen.beginPath();
  let drawn = 0;
  for (let edge = 0; edge < from.length; edge++) {
    const [a, b] = [from[edge] as number, to[edge] as number];
    if (!seen[a] || !seen[b]) continue;
    const x0 = (x[a] as number) * scale + left;
    const x1 = (x[b] as number) * scale + left;
    if ((x0 < 0 && x1 < 0) || (x0 > width && x1 > width)) continue;
    const y0 = (y[a] as number) * scale + top;
    const y1 = (y[b] as number) * scale + top;
    if ((y0 < 0 && y1 < 0) || (y0 > height && y1 > height)) continue;
    if (Math.abs(x0 - x1) + Math.abs(y0 - y1) < SHORTEST) continue;
    pen.moveTo(x0, y0);
    pen.lineTo(x1, y1);
    // A path of thousands of lines takes longer than as many of a hundred.
    if (++drawn % BATCH) continue;
    pen.stroke();
    pen.beginPath();
  }
  pen.stroke();
  pen.globalAlpha = 1;
}

function discs(
  pen: CanvasRenderingContext2D,
  camera: Camera,
  { whole, seen }: Shown,
  nodes: Int32Array,
  colour: string,
): void {
  const { x, y, radius } = whole;
  const { scale, width, height } = camera;
  const [left, top] = [width / 2 - camera.x * scale, height / 2 - camera.y * scale];
  pen.fillStyle = colour;
  pen.beginPath();
  let drawn = 0;
  for (const node of nodes) {
    if (!seen[node]) continue;
    const px = (x[node] as number) * scale + left;
    const py = (y[node] as number) * scale + top;
    const r = Math.max((radius[node] as number) * scale, 0.8);
    if (px + r < 0 || py + r < 0 || px - r > width || py - r > height) continue;
    if (r < SMALL) pen.fillRect(px - r, py - r, 2 * r, 2 * r);
    else {
      pen.moveTo(px + r, py);
      pen.arc(px, py, r, 0, Math.PI * 2);
      if (++drawn % BATCH) continue;
      pen.fill();
      pen.beginPath();
    }
  }
  pen.fill();
}

/** What is chosen, its edges and whom they lead to. */
function lit(pen: CanvasRenderingContext2D, camera: Camera, shown: Shown, look: Colours): void {
  const { whole, chosen, edge, near } = shown;
  const at = (node: number) => camera.screen({ x: whole.x[node] ?? 0, y: whole.y[node] ?? 0 });
  const middle = at(edge < 0 ? chosen : (whole.from[edge] ?? 0));
  pen.strokeStyle = look.accent;
  pen.lineWidth = edge < 0 ? 1.4 : 2.4;
  pen.beginPath();
  for (const node of near) {
    const end = at(node);
    pen.moveTo(middle.x, middle.y);
    pen.lineTo(end.x, end.y);
  }
  pen.stroke();
  for (const node of chosen < 0 ? near : [...near, chosen]) {
    const { x, y } = at(node);
    pen.beginPath();
    pen.arc(x, y, Math.max((whole.radius[node] ?? 3) * camera.scale, 3), 0, Math.PI * 2);
    pen.fillStyle = look.kind(whole.things[node]?.kind ?? "");
    pen.fill();
    pen.lineWidth = node === chosen ? 3 : 1.2;
    pen.stroke();
  }
}

function names(pen: CanvasRenderingContext2D, camera: Camera, shown: Shown, look: Colours): void {
  const { whole, seen, order, chosen, edge, near } = shown;
  const room = new Room();
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.strokeStyle = look.paper;
  let left = MOST;
  const said = new Set<string>();
  const write = (text: string, x: number, y: number, size: number, weight: number, must: boolean) => {
    const half = (width(text) * size) / 2;
    if (x + half < 0 || x - half > camera.width || y < 0 || y > camera.height) return;
    const free = room.take({ left: x - half, right: x + half, top: y - size * 0.6, bottom: y + size * 0.6 });
    if (!free && !must) return;
    pen.font = `${weight} ${size}px ${FONT}`;
    pen.lineWidth = 3.5;
    pen.strokeText(text, x, y);
    pen.fillStyle = look.ink;
    pen.fillText(text, x, y);
    said.add(text);
    left--;
  };
  const node = (number: number, must: boolean) => {
    const { x, y } = camera.screen({ x: whole.x[number] ?? 0, y: whole.y[number] ?? 0 });
    const below = y + Math.max((whole.radius[number] ?? 0) * camera.scale, 3) + 8;
    const text = short(whole.things[number]?.label ?? "", 14);
    // A block is named after its region already.
    if (must || !said.has(text)) write(text, x, below, 12, must ? 600 : 400, must);
  };
  if (chosen >= 0) node(chosen, true);
  for (const number of near) if (left > 0) node(number, edge >= 0);
  for (const block of whole.blocks) {
    const radius = block.radius * camera.scale;
    if (radius < 22 || radius > camera.width) continue;
    const { x, y } = camera.screen(block);
    write(short(block.label, 10), x, y - radius + 8, Math.min(18, 10 + radius / 12), 600, false);
  }
  for (const [at, number] of order.entries()) {
    const small = (whole.radius[number] ?? 0) * camera.scale < NAMED;
    if (left <= 0 || (small && at >= FIRST)) break;
    if (seen[number]) node(number, false);
  }
}
