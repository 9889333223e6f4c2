// Which part of a drawing is seen: moved by pointers, wheel and keys, the same for every canvas of the page.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const [LEAST, MOST] = [0.005, 8];

export class Camera {
  /** The point of the drawing that is in the middle, and pixels for each of its units. */
  x = 0;
  y = 0;
  scale = 1;
  width = 1;
  height = 1;

  screen({ x, y }: Point): Point {
    return { x: (x - this.x) * this.scale + this.width / 2, y: (y - this.y) * this.scale + this.height / 2 };
  }

  world({ x, y }: Point): Point {
    return { x: (x - this.width / 2) / this.scale + this.x, y: (y - this.height / 2) / this.scale + this.y };
  }

  /** Another size of the canvas: what is drawn stays where it is on the screen. */
  resize(width: number, height: number): void {
    this.x += (width - this.width) / 2 / this.scale;
    this.y += (height - this.height) / 2 / this.scale;
    [this.width, this.height] = [width, height];
  }

  pan(dx: number, dy: number): void {
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
  }

  /** Larger or smaller, what is under a point of the screen stays there. */
  zoom(by: number, at: Point = { x: this.width / 2, y: this.height / 2 }): void {
    const before = this.world(at);
    this.scale = Math.min(MOST, Math.max(LEAST, this.scale * by));
    const after = this.world(at);
    this.x += before.x - after.x;
    this.y += before.y - after.y;
  }

  /** All of a box, with a margin in pixels and what is covered `below` and `beside`; never larger than `most`. */
  fit({ left, top, right, bottom }: Box, margin: number, most: number, below = 0, beside = 0): void {
    const wide = Math.max(this.width - beside - 2 * margin, 50) / Math.max(right - left, 1);
    const high = Math.max(this.height - below - 2 * margin, 50) / Math.max(bottom - top, 1);
    this.scale = Math.max(LEAST, Math.min(wide, high, most));
    // In the middle of all, or so far to the left that nothing comes to lie beside.
    const over = ((right - left) / 2) * this.scale - (this.width / 2 - beside - margin);
    this.x = (left + right) / 2 + Math.max(over, 0) / this.scale;
    this.y = (top + bottom) / 2 + below / 2 / this.scale;
  }
}

/** The box around points. */
export function around(points: Iterable<Point>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return left > right ? { left: 0, top: 0, right: 0, bottom: 0 } : { left, top, right, bottom };
}

export function within({ left, right, top, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** How near a press must come to a line, in pixels: a finger is no mouse. */
export function reach(): number {
  return matchMedia("(pointer: coarse)").matches ? 14 : 7;
}

/** How far a point is from the line between two others. */
export function fromSegment(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - a.x - dx * t, at.y - a.y - dy * t);
}
