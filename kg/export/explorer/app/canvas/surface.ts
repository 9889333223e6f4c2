// A canvas that fills its place, is drawn when something has changed, and tells of presses, drags and wheels.
import { Camera, type Point } from "./camera";

export interface Hands {
  /** While it moves, what is drawn may be less. */
  draw(pen: CanvasRenderingContext2D, moving: boolean): void;
  /** What lies under a point can be dragged: returns what follows the pointer, or nothing, and the drawing moves. */
  grip(at: Point): ((to: Point) => void) | undefined;
  hover(at: Point | undefined): void;
  /** The reader has moved what is seen, or made it larger or smaller; a mere press does not. */
  moved(): void;
  press(at: Point): void;
  /** A second press on one place: what was pressed first may have moved by then. */
  again(): void;
}

const STILL = 4; // pixels
const [TWICE, STOPPED] = [400, 160]; // milliseconds

export class Surface {
  readonly camera = new Camera();
  private readonly pen: CanvasRenderingContext2D | null;
  private readonly watch: ResizeObserver;
  private readonly theme: MutationObserver;
  private readonly pointers = new Map<number, Point>();
  private drag: ((to: Point) => void) | undefined;
  private pressed: Point | undefined;
  private waiting = 0;
  private rest = 0;
  private last = { at: { x: 0, y: 0 }, time: 0 };

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly hands: Hands,
    resized: () => void,
  ) {
    this.pen = canvas.getContext("2d");
    this.watch = new ResizeObserver(() => {
      this.size();
      resized();
    });
    this.watch.observe(canvas);
    this.theme = new MutationObserver(() => this.changed());
    this.theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    canvas.addEventListener("pointerdown", (event) => this.down(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    canvas.addEventListener("pointerup", (event) => this.up(event));
    canvas.addEventListener("pointercancel", (event) => this.pointers.delete(event.pointerId));
    canvas.addEventListener("pointerleave", () => hands.hover(undefined));
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  /** Draws anew before the next picture of the screen. */
  changed(): void {
    this.waiting ||= requestAnimationFrame(() => {
      this.waiting = 0;
      this.now();
    });
  }

  end(): void {
    cancelAnimationFrame(this.waiting);
    clearTimeout(this.rest);
    this.watch.disconnect();
    this.theme.disconnect();
  }

  /** Draws at once. */
  now(): void {
    const { pen, canvas } = this;
    if (!pen) return;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.scale(canvas.width / this.camera.width, canvas.height / this.camera.height);
    this.hands.draw(pen, this.rest !== 0);
  }

  private size(): void {
    const { canvas, camera } = this;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    camera.resize(Math.max(canvas.clientWidth, 1), Math.max(canvas.clientHeight, 1));
    canvas.width = Math.round(camera.width * ratio);
    canvas.height = Math.round(camera.height * ratio);
    this.now();
  }

  private down(event: PointerEvent): void {
    const at = place(event);
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, at);
    this.pressed = this.pointers.size === 1 ? at : undefined;
    this.drag = this.pressed && this.hands.grip(at);
  }

  private move(event: PointerEvent): void {
    const [at, before] = [place(event), this.pointers.get(event.pointerId)];
    if (!before) {
      this.hands.hover(at);
      return;
    }
    if (this.pressed && Math.hypot(at.x - this.pressed.x, at.y - this.pressed.y) > STILL) this.pressed = undefined;
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, at);
    if (this.pressed) return;
    if (other) this.camera.zoom(distance(at, other) / Math.max(distance(before, other), 1), middle(at, other));
    else if (this.drag) this.drag(at);
    else this.camera.pan(at.x - before.x, at.y - before.y);
    this.hands.moved();
    this.moved();
  }

  private up(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
    this.drag = undefined;
    if (!this.pressed) return;
    this.pressed = undefined;
    const at = { x: event.clientX, y: event.clientY };
    const twice = event.timeStamp - this.last.time < TWICE && distance(at, this.last.at) < STILL;
    this.last = { at, time: twice ? 0 : event.timeStamp };
    if (twice) this.hands.again();
    else this.hands.press(place(event));
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    this.camera.zoom(Math.exp((-event.deltaY * lines) / 500), place(event));
    this.hands.moved();
    this.moved();
  }

  /** Draws what may be less, and all of it when nothing has moved for a moment. */
  private moved(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      this.rest = 0;
      this.changed();
    }, STOPPED);
    this.changed();
  }
}

function place({ offsetX: x, offsetY: y }: MouseEvent): Point {
  return { x, y };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
