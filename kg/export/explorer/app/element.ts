// Elements of the page. What documents say reaches them only as text, each name isolated from its neighbours' direction.

type Attribute = string | number | boolean | undefined | ((event: Event) => void);
export type Child = Node | string;

/** An element with attributes (functions listen to the event of that name; false and undefined are left out). */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/** A button that does something; `look` are its classes. */
export function button(look: string, press: () => void, ...children: readonly Child[]): HTMLButtonElement {
  return element("button", { type: "button", class: look, click: press }, ...children);
}

const LONGEST = 120;

/** A name or another text of a document: isolated, and cut where no line would hold it. */
export function name(text: string, longest = LONGEST): HTMLElement {
  const characters = text.length > longest ? [...text.slice(0, longest * 2)] : [];
  if (characters.length <= longest) return element("bdi", {}, text);
  return element("bdi", { title: text.slice(0, 1000) }, `${characters.slice(0, longest).join("")}…`);
}

const PATHS = {
  search: "M11 11l4 4M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z",
  close: "M3 3l10 10M13 3L3 13",
  copy: "M5 5h8v9H5zM3 11V2h8",
  link: "M7 9a3 3 0 0 0 4 0l3-3a3 3 0 0 0-4-4L9 3M9 7a3 3 0 0 0-4 0l-3 3a3 3 0 0 0 4 4l1-1",
  quote: "M3 4h10M3 8h10M3 12h6",
  theme: "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
  graph: "M4 4h.01M12 5h.01M8 12h.01M4 4l8 1M4 4l4 8M12 5l-4 7",
  out: "M9 3h4v4M13 3L7 9M11 9v4H3V5h4",
  before: "M10 3L5 8l5 5",
  after: "M6 3l5 5-5 5",
} as const;

/** A small drawing that says nothing to those who hear the page: what bears it says what it means. */
export function icon(of: keyof typeof PATHS): SVGSVGElement {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("aria-hidden", "true");
  drawing.classList.add("icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[of]);
  drawing.append(path);
  return drawing;
}
