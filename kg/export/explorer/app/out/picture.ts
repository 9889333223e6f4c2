// Pictures as files: the drawing with its look written into it, for no style sheet goes with it.
import type { Context } from "../view";
import { save } from "./save";

// What the look of our drawings is made of; each is an attribute of SVG too.
const LOOK = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "text-decoration",
  "dominant-baseline",
] as const;
const SCALE = 2;
const MARGIN = 20;
const SIZE = 12;
const LINE = 18;
const APART = " · ";

/** What a picture says of itself: what it shows, how many documents of which years it is made of, and by what. */
export function caption({ provider, say }: Context, ...shown: readonly string[]): string {
  const { documents } = provider.overview;
  const dates = documents.map(({ date }) => date.slice(0, 4)).filter(Boolean);
  const [first = "", last = ""] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  const span = first === last ? first : `${first}–${last}`;
  const told = say({ zh: `${documents.length} 份文档 ${span}`, en: `${documents.length} documents of ${span}` });
  return [...shown, told.trim(), "fangzhi"].filter(Boolean).join(APART);
}

/** The drawing as a file of its own, its background that of the page; its caption stands in the margin above. */
export function standalone(drawing: SVGSVGElement, caption: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const shown = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  const copied = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  shown.forEach((element, index) => {
    const style = getComputedStyle(element);
    const target = copied[index];
    for (const name of LOOK) target?.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "style"]) target?.removeAttribute(name);
  });
  const { x, y, width, height } = framed(drawing);
  const ground = document.createElementNS(drawing.namespaceURI, "rect") as SVGRectElement;
  for (const [name, value] of Object.entries({ x, y, width, height })) ground.setAttribute(name, String(value));
  ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  const line = document.createElementNS(drawing.namespaceURI, "text") as SVGTextElement;
  const { color, fontFamily } = getComputedStyle(document.body);
  const look = { x: x + MARGIN, y: y + MARGIN - 6, fill: color, "font-family": fontFamily, "font-size": SIZE };
  for (const [name, value] of Object.entries(look)) line.setAttribute(name, String(value));
  line.textContent = caption;
  copy.prepend(ground, line);
  copy.setAttribute("viewBox", [x, y, width, height].join(" "));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", drawing.namespaceURI ?? "");
  return new XMLSerializer().serializeToString(copy);
}

/** The box of a drawing with a margin around it. */
function framed(drawing: SVGSVGElement): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = drawing.viewBox.baseVal;
  return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

/** Saves the drawing as SVG. */
export function saveSvg(drawing: SVGSVGElement, name: string, caption: string): void {
  save(`${name}.svg`, new Blob([standalone(drawing, caption)], { type: "image/svg+xml" }));
}

/** Saves the drawing as PNG, at twice its size on the page. */
export async function savePng(drawing: SVGSVGElement, name: string, caption: string): Promise<void> {
  const { width, height } = framed(drawing);
  const address = URL.createObjectURL(new Blob([standalone(drawing, caption)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  canvas.toBlob((found) => found && save(`${name}.png`, found), "image/png");
}

/** Saves what is drawn on a canvas as PNG, on the ground of the page, its caption in as many lines above as it needs. */
export function saveCanvas(drawn: HTMLCanvasElement, name: string, caption: string): void {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const scale = drawn.width / (drawn.clientWidth || drawn.width);
  const { color, fontFamily } = getComputedStyle(document.body);
  const font = `${SIZE}px ${fontFamily}`;
  pen.font = font;
  const lines = broken(caption, (line) => pen.measureText(line).width < drawn.width / scale - 2 * MARGIN);
  const top = Math.round((lines.length * LINE + MARGIN / 2) * scale);
  [canvas.width, canvas.height] = [drawn.width, drawn.height + top];
  pen.fillStyle = getComputedStyle(drawn.parentElement ?? document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawn, 0, top);
  pen.scale(scale, scale);
  [pen.font, pen.fillStyle] = [font, color];
  for (const [at, line] of lines.entries()) pen.fillText(line, MARGIN, (at + 1) * LINE);
  canvas.toBlob((found) => found && save(`${name}.png`, found), "image/png");
}

/** A caption in lines that fit, broken between what it says. */
function broken(caption: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const part of caption.split(APART)) {
    const longer = `${lines.at(-1)}${APART}${part}`;
    if (lines.length && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
