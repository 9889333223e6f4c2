// Pictures as files: the drawing with its look written into it, for no style sheet goes with it.
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

/** The drawing as a file of its own, its background that of the page. */
export function standalone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const shown = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  const copied = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  shown.forEach((element, index) => {
    const style = getComputedStyle(element);
    const target = copied[index];
    for (const name of LOOK) target?.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "style"]) target?.removeAttribute(name);
  });
  const { width, height } = drawing.getBoundingClientRect();
  const ground = document.createElementNS(drawing.namespaceURI, "rect") as SVGRectElement;
  const box = drawing.viewBox.baseVal;
  for (const [name, value] of Object.entries({ x: box.x, y: box.y, width: box.width, height: box.height })) {
    ground.setAttribute(name, String(value));
  }
  ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", drawing.namespaceURI ?? "");
  return new XMLSerializer().serializeToString(copy);
}

/** Saves the drawing as SVG. */
export function saveSvg(drawing: SVGSVGElement, name: string): void {
  save(`${name}.svg`, new Blob([standalone(drawing)], { type: "image/svg+xml" }));
}

/** Saves the drawing as PNG, at twice its size on the page. */
export async function savePng(drawing: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = drawing.getBoundingClientRect();
  const address = URL.createObjectURL(new Blob([standalone(drawing)], { type: "image/svg+xml" }));
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
