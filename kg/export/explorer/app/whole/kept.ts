// The drawing as it was last made: while it is moved, that picture moves, and is made anew only where too little of it is left.
import { around, type Box, type Camera } from "../canvas/camera";
import type { Whole } from "../data/types";

/** A picture is stretched so far at most, and shows so much of what is to be seen at least. */
const [STRETCHED, ENOUGH] = [2.5, 0.7];

export class Kept {
  private readonly picture = document.createElement("canvas");
  /** The box around all that there is. */
  readonly all: Box;
  /** The part of the drawing that the picture shows, and pixels for each of its units. */
  private box: Box = around([]);
  private scale = 0;

  constructor({ blocks }: Whole) {
    this.all = around(
      blocks.flatMap(({ x, y, radius }) => [
        { x: x - radius, y: y - radius },
        { x: x + radius, y: y + radius },
      ]),
    );
  }

  keep(drawn: HTMLCanvasElement, camera: Camera): void {
    [this.picture.width, this.picture.height] = [drawn.width, drawn.height];
    this.picture.getContext("2d")?.drawImage(drawn, 0, 0);
    [this.box, this.scale] = [seen(camera), camera.scale];
  }

  /** Draws the picture where the camera is now; says whether it will do. */
  move(pen: CanvasRenderingContext2D, camera: Camera): boolean {
    const wanted = common(seen(camera), this.all);
    if (!this.scale || camera.scale > this.scale * STRETCHED) return false;
    if (area(common(wanted, this.box)) < area(wanted) * ENOUGH) return false;
    const { x, y } = camera.screen({ x: this.box.left, y: this.box.top });
    const wide = (this.box.right - this.box.left) * camera.scale;
    const high = (this.box.bottom - this.box.top) * camera.scale;
    pen.drawImage(this.picture, x, y, wide, high);
    return true;
  }
}

function seen(camera: Camera): Box {
  const { x: left, y: top } = camera.world({ x: 0, y: 0 });
  const { x: right, y: bottom } = camera.world({ x: camera.width, y: camera.height });
  return { left, top, right, bottom };
}

function common(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

function area({ left, top, right, bottom }: Box): number {
  return Math.max(right - left, 0) * Math.max(bottom - top, 0);
}
