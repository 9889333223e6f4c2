// The canvas of a scene: looked at, walked by keys, dragged; it says what was pressed and leaves the rest to the view.
import { around, type Point } from "../canvas/camera";
import { width } from "../canvas/labels";
import { Surface } from "../canvas/surface";
import { element } from "../element";
import type { Context } from "../view";
import { draw, edgeAt, nodeAt } from "./drawing";
import { type Edge, EMPTY, type Node, type Scene, SIZE } from "./scene";
import { SAY } from "./words";

export interface Acts {
  /** Something is looked at: by a press of the pointer or by keys. */
  look(node: Node | undefined, edge: Edge | undefined): void;
  openNode(node: Node): void;
  openEdge(edge: Edge): void;
  /** Two presses on a node. */
  toggle(node: Node): void;
  key(key: string): boolean;
}

const [MARGIN, LARGEST, SOON] = [14, 1.25, 260];
// The panel that opens beside a wide page, and what is told of a press below: their room is left from the beginning,
// so that nothing moves under the pointer.
const [NARROW, BESIDE, BELOW] = [900, 420, 130];

export class Board {
  readonly canvas: HTMLCanvasElement;
  /** Where every node was last, and those that a reader has put there. */
  readonly places = new Map<string, Point>();
  readonly held = new Set<string>();
  node: Node | undefined;
  edge: Edge | undefined;
  private hovered: Node | undefined;
  readonly surface: Surface;
  private scene: Scene = EMPTY;
  private moving = 0;
  private whole = true;
  private fitted = "";

  constructor(
    private readonly page: Context,
    private readonly acts: Acts,
    /** How much of the canvas something else covers from below, in pixels. */
    private readonly covered: () => number,
  ) {
    this.canvas = element("canvas", {
      tabindex: "0",
      role: "application",
      "aria-label": page.say(SAY.canvas),
      keydown: (event) => this.key(event as KeyboardEvent),
    });
    this.surface = new Surface(
      this.canvas,
      {
        draw: (pen) => this.draw(pen),
        grip: (at) => this.grip(at),
        hover: (at) => this.hover(at),
        moved: () => {
          this.whole = false;
        },
        press: (at) => this.press(at),
        again: () => this.node && this.acts.toggle(this.node),
      },
      () => this.uncover(),
    );
    // The handle for tests and for the console: where a thing of this name, or the edge between two, is drawn.
    Object.assign(this.canvas, { at: (from: string, to?: string) => this.at(from, to) });
  }

  /** Shows a scene: its nodes move from where they were, unless the reader wants nothing to move. */
  show(scene: Scene): void {
    const before = new Map(scene.nodes.map((node) => [node, this.places.get(node.thing.iri)]));
    this.scene = scene;
    this.node = scene.nodes.find((node) => node.thing.iri === this.node?.thing.iri);
    this.edge = scene.edges.find(
      ({ from, to }) => from.thing.iri === this.edge?.from.thing.iri && to.thing.iri === this.edge?.to.thing.iri,
    );
    this.places.clear();
    for (const { thing, x, y } of scene.nodes) this.places.set(thing.iri, { x, y });
    this.fit();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || ![...before.values()].some(Boolean);
    if (!still) this.glide(before);
  }

  fit(): void {
    // Names are as wide on the screen however small the rest becomes.
    const ends = (scale: number) =>
      this.scene.nodes.flatMap(({ x, y, radius, label, more }) => {
        const half = Math.max(radius, (width(more ? `${label} +${more}` : label) * SIZE) / 2 / scale);
        return [
          { x: x - half, y: y - radius },
          { x: x + half, y: y + radius + 16 },
        ];
      });
    const { camera } = this.surface;
    const [beside, below] = innerWidth > NARROW ? [Math.max(camera.width + BESIDE - innerWidth, 0), BELOW] : [0, 0];
    for (const scale of [() => 1, () => camera.scale])
      camera.fit(around(ends(scale())), MARGIN, LARGEST, Math.max(this.covered(), below), beside);
    this.whole = true;
    this.fitted = this.room();
    this.surface.changed();
  }

  /** Something else covers more or less of the canvas than before: what is pressed stays where it is on a wide page. */
  uncover(): void {
    if (this.whole && (innerWidth <= NARROW || this.room() !== this.fitted)) this.fit();
  }

  /** What a panel beside the canvas leaves as it is. */
  private room(): string {
    return `${innerWidth} ${this.surface.camera.height}`;
  }

  zoom(by: number): void {
    this.whole = false;
    this.surface.camera.zoom(by);
    this.surface.changed();
  }

  look(node: Node | undefined, edge?: Edge): void {
    [this.node, this.edge] = [node, edge];
    this.surface.changed();
  }

  end(): void {
    cancelAnimationFrame(this.moving);
    this.surface.end();
  }

  private draw(pen: CanvasRenderingContext2D): void {
    const { provider, language } = this.page;
    const focus = {
      node: this.hovered ?? (this.edge ? undefined : this.node),
      edge: this.hovered ? undefined : this.edge,
    };
    draw(pen, this.surface.camera, this.scene, focus, provider, language);
  }

  private glide(before: ReadonlyMap<Node, Point | undefined>): void {
    cancelAnimationFrame(this.moving);
    const ways = [...before].map(([node, from]) => ({ node, from: from ?? node, to: { x: node.x, y: node.y } }));
    const begun = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - begun) / SOON));
      const eased = 1 - (1 - t) ** 3;
      for (const { node, from, to } of ways) {
        node.x = from.x + (to.x - from.x) * eased;
        node.y = from.y + (to.y - from.y) * eased;
      }
      this.surface.now();
      if (t < 1) this.moving = requestAnimationFrame(step);
    };
    step(begun);
  }

  private grip(at: Point): ((to: Point) => void) | undefined {
    const node = nodeAt(this.surface.camera, this.scene, at);
    if (!node) return undefined;
    return (to) => {
      const { x, y } = this.surface.camera.world(to);
      [node.x, node.y] = [x, y];
      this.places.set(node.thing.iri, { x, y });
      this.held.add(node.thing.iri);
    };
  }

  private hover(at: Point | undefined): void {
    const node = at && nodeAt(this.surface.camera, this.scene, at);
    const edge = at && !node && edgeAt(this.surface.camera, this.scene, at);
    this.canvas.style.cursor = node || edge ? "pointer" : "";
    this.canvas.title = node && node.label !== node.thing.label ? node.thing.label.slice(0, 200) : "";
    if (this.hovered === node) return;
    this.hovered = node;
    this.surface.changed();
  }

  private press(at: Point): void {
    const node = nodeAt(this.surface.camera, this.scene, at);
    const edge = node ? undefined : edgeAt(this.surface.camera, this.scene, at);
    this.hovered = undefined;
    this.look(node, edge);
    this.acts.look(node, edge);
    if (node) this.acts.openNode(node);
    else if (edge) this.acts.openEdge(edge);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (way) this.walk(way[0] ?? 0, way[1] ?? 0);
    else if (key === "Enter" && this.edge) this.acts.openEdge(this.edge);
    else if (key === "Enter" && this.node) this.acts.openNode(this.node);
    else if (key === "e" || key === "E") this.nextEdge();
    else if (!this.acts.key(key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** To the neighbour that lies most in a direction, or where none does to whatever else lies there. */
  private walk(dx: number, dy: number): void {
    const { node, scene } = this;
    const near = new Set(scene.edges.flatMap(({ from, to }) => (from === node ? [to] : to === node ? [from] : [])));
    const best = (some: Iterable<Node>, node: Node) => {
      let [found, least]: [Node | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
      for (const other of some) {
        const [x, y] = [other.x - node.x, other.y - node.y];
        const along = x * dx + y * dy;
        const aside = Math.abs(x * dy) + Math.abs(y * dx);
        if (other === node || along <= 0 || aside > along * 1.6) continue;
        if (along + aside * 2 < least) [found, least] = [other, along + aside * 2];
      }
      return found;
    };
    this.step(node ? (best(near, node) ?? best(scene.nodes, node)) : scene.nodes[0]);
  }

  private step(node: Node | undefined): void {
    if (!node) return;
    this.look(node);
    this.acts.look(node, undefined);
  }

  private nextEdge(): void {
    const node = this.node ?? this.edge?.from;
    const own = this.scene.edges.filter(({ from, to }) => from === node || to === node);
    const edge = own[(this.edge ? own.indexOf(this.edge) + 1 : 0) % Math.max(own.length, 1)];
    if (!edge) return;
    this.look(node, edge);
    this.acts.look(node, edge);
  }

  private at(from: string, to?: string): Point | undefined {
    const { camera } = this.surface;
    const node = this.scene.nodes.find(({ thing }) => thing.label === from);
    if (to === undefined) return node && camera.screen(node);
    const edge = this.scene.edges.find((one) => one.from === node && one.to.thing.label === to);
    if (!edge) return undefined;
    const [a, b] = [camera.screen(edge.from), camera.screen(edge.to)];
    // Where nothing else lies on it: from its middle outwards.
    for (const t of [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2]) {
      const bend = edge.both ? 0.28 * t * (1 - t) : 0;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const point = { x: a.x + dx * t - dy * bend, y: a.y + dy * t + dx * bend };
      if (!nodeAt(camera, this.scene, point) && edgeAt(camera, this.scene, point) === edge) return point;
    }
    return undefined;
  }
}
