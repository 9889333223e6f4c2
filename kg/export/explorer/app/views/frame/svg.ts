// Drawings: elements of SVG, text that fits its place, marks that can be clicked and reached by the keyboard.
import "./drawing.css";

const SPACE = "http://www.w3.org/2000/svg";
type Attributes = Readonly<Record<string, string | number>>;

/** An element of SVG; `class` is an attribute as the others are. */
export function shape<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...inside: (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  }
  element.append(...inside);
  return element;
}

/** A drawing of a size in pixels that says what it shows to those who do not see it. */
export function drawing(width: number, height: number, title: string, ...inside: Node[]): SVGSVGElement {
  const box = {
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
  return shape("svg", { ...box, class: "drawing", role: "group", "aria-label": title }, ...inside);
}

export function label(x: number, y: number, text: string, look = "", anchor = "start"): SVGTextElement {
  return shape("text", { x, y, class: look, "text-anchor": anchor }, text);
}

/** A part of a drawing that does something; `told` is what it is called, and shown when pointed at. */
export function mark(told: string, act: () => void, ...inside: (Node | string)[]): SVGGElement {
  const group = called(shape("g", { class: "mark", role: "button", tabindex: 0 }, ...inside), told);
  group.addEventListener("click", act);
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  return group;
}

/** Gives a part its name: that of a title, or where there is no text to be seen, of a label. */
export function called<Part extends SVGElement>(part: Part, told: string): Part {
  if (!part.textContent) part.setAttribute("aria-label", told);
  part.dataset.name = told;
  part.prepend(shape("title", {}, told));
  return part;
}

const ruler = document.createElement("canvas").getContext("2d");

/** How wide a text is, in pixels, at a size of our font. */
export function width(text: string, size: number, weight = 400): number {
  if (!ruler) return text.length * size;
  ruler.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

/** A text that fits, with … where it is cut. */
export function fitted(text: string, room: number, size: number, weight = 400): string {
  if (width(text, size, weight) <= room) return text;
  const characters = [...text];
  let [least, most] = [0, characters.length];
  while (least < most) {
    const half = Math.ceil((least + most) / 2);
    if (width(`${characters.slice(0, half).join("")}…`, size, weight) <= room) least = half;
    else most = half - 1;
  }
  return `${characters.slice(0, least).join("")}…`;
}

/** The spot of a kind: full for what is there, hollow for what is only planned, half full where both are told. */
export function spot(kind: string, x: number, y: number, look: "there" | "planned" | "partly"): SVGGElement {
  const ring = shape("circle", { cx: x, cy: y, r: 4.5, class: look === "there" ? "spot" : "spot hollow" });
  const half = look === "partly" ? [shape("path", { d: `M${x} ${y - 4.5}a4.5 4.5 0 0 0 0 9z`, class: "spot" })] : [];
  return shape("g", { "data-kind": kind }, ring, ...half);
}

/** Which colour is which kind, in lines as wide as there is room; an entry may tell several kinds of one colour. */
export function legend(
  entries: readonly (readonly [kind: string, text: string])[],
  room: number,
): { element: SVGGElement; height: number } {
  const element = shape("g", {});
  let [x, y] = [0, 0];
  for (const [kind, text] of entries) {
    const step = width(text, 12) + 30;
    if (x && x + step > room) [x, y] = [0, y + 20];
    element.append(spot(kind, x + 6, y + 8, kind === "planned" || kind === "partly" ? kind : "there"));
    element.append(label(x + 15, y + 12, text, "faint small"));
    x += step;
  }
  return { element, height: y + 26 };
}
