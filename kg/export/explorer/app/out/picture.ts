// Pictures as files: the drawing with its look written into it, for no style sheet goes with it.
import { inLight } from "../shell/theme";
import { save } from "./save";
import { LINE, lines, MARGIN, SCALE, SIZE, type Strip } from "./strip";

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

/** The drawing as a file of its own on light ground, under a strip that tells what it is; in pixels of the page. */
export function standalone(drawing: SVGSVGElement, strip: Strip): { text: string; width: number; height: number } {
  return inLight(() => {
    const { x, y, width, height } = drawing.viewBox.baseVal;
    const { color, backgroundColor, fontFamily } = getComputedStyle(document.body);
    const font = `${SIZE}px ${fontFamily}`;
    const told = lines(strip, font, width);
    const top = MARGIN + told.length * LINE;
    const whole = { width: width + 2 * MARGIN, height: top + height + MARGIN };
    const sheet = made("svg", { ...whole, viewBox: `0 0 ${whole.width} ${whole.height}` });
    sheet.append(made("rect", { ...whole, fill: backgroundColor }));
    const look = { x: MARGIN, fill: color, "font-family": fontFamily, "font-size": SIZE };
    for (const [at, line] of told.entries()) {
      const text = made("text", { ...look, y: MARGIN + (at + 0.5) * LINE });
      text.textContent = line;
      sheet.append(text);
    }
    // A drawing of its own within: what reaches over its edge is cut, and covers no word.
    const copy = painted(drawing);
    const place = { x: MARGIN, y: top, width, height, viewBox: `${x} ${y} ${width} ${height}`, overflow: "hidden" };
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
    sheet.append(copy);
    return { text: new XMLSerializer().serializeToString(sheet), ...whole };
  });
}

function made(name: string, values: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name) as SVGElement;
  for (const [key, value] of Object.entries(values)) element.setAttribute(key, String(value));
  return element;
}

/** A copy of a drawing with its look written into it. */
function painted(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const shown = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  const copied = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  shown.forEach((element, index) => {
    const style = getComputedStyle(element);
    const target = copied[index];
    for (const name of LOOK) target?.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "style"]) target?.removeAttribute(name);
  });
  return copy;
}

/** Saves the drawing as SVG. */
export function saveSvg(drawing: SVGSVGElement, name: string, strip: Strip): void {
  save(`${name}.svg`, new Blob([standalone(drawing, strip).text], { type: "image/svg+xml" }));
}

/** Saves the drawing as PNG, at twice its size on the page. */
export async function savePng(drawing: SVGSVGElement, name: string, strip: Strip): Promise<void> {
  const { text, width, height } = standalone(drawing, strip);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
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
