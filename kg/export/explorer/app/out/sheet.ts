// What is drawn on a canvas as a picture of its own: drawn anew on light ground, with its strip, a legend and what is told of it.
import { colours, FONT } from "../canvas/colours";
import { inLight } from "../shell/theme";
import { save } from "./save";
import { broken, LINE, lines, MARGIN, SCALE, SIZE, type Strip } from "./strip";

export interface Sheet {
  /** In pixels of the page. */
  readonly width: number;
  readonly height: number;
  draw(pen: CanvasRenderingContext2D): void;
  /** The kinds of things that are drawn, by the words that tell their colours. */
  readonly legend: ReadonlyMap<string, string>;
  /** What is told below, a paragraph each. */
  readonly told: readonly string[];
}

const [DOT, APART] = ["●", "\u2003"];

/** Saves a sheet as PNG, at twice its size on the page. */
export function savePng(sheet: Sheet, name: string, strip: Strip): void {
  const canvas = inLight(() => drawn(sheet, strip));
  canvas.toBlob((found) => found && save(`${name}.png`, found), "image/png");
}

function drawn(sheet: Sheet, strip: Strip): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return canvas;
  const [font, room, look] = [`${SIZE}px ${FONT}`, sheet.width - 2 * MARGIN, colours()];
  pen.font = font;
  const fits = (line: string) => pen.measureText(line).width < room;
  const [above, signs] = [
    lines(strip, font, room),
    broken(
      [...sheet.legend.values()].map((words) => `${DOT} ${words}`),
      APART,
      fits,
    ),
  ];
  const below = sheet.told.flatMap((told) => lines({ caption: "", note: told }, font, room));
  const top = MARGIN + (above.length + signs.length) * LINE;
  canvas.width = Math.round(sheet.width * SCALE);
  canvas.height = Math.round((top + sheet.height + below.length * LINE + MARGIN) * SCALE);
  pen.fillStyle = look.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(SCALE, SCALE);
  [pen.font, pen.textAlign, pen.textBaseline] = [font, "left", "middle"];
  const write = (text: string, line: number, from = 0) => {
    pen.fillStyle = look.ink;
    pen.fillText(text, MARGIN, from + (line + 0.5) * LINE);
  };
  for (const [at, line] of above.entries()) write(line, at, MARGIN / 2);
  for (const [at, line] of below.entries()) write(line, at, top + sheet.height + MARGIN / 2);
  const codes = [...sheet.legend.keys()];
  for (const [at, line] of signs.entries()) {
    const y = MARGIN / 2 + (above.length + at + 0.5) * LINE;
    write(line, above.length + at, MARGIN / 2);
    for (let from = line.indexOf(DOT); from >= 0; from = line.indexOf(DOT, from + 1)) {
      pen.fillStyle = look.kind(codes.shift() ?? "");
      pen.fillText(DOT, MARGIN + pen.measureText(line.slice(0, from)).width, y);
    }
  }
  pen.translate(0, top);
  pen.beginPath();
  pen.rect(0, 0, sheet.width, sheet.height);
  pen.clip();
  sheet.draw(pen);
  return canvas;
}
