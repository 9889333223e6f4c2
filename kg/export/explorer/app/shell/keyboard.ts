// The keys of the page, and the card that tells them.
import { button, element } from "../element";
import type { SearchBox } from "../search/box";
import type { Context, View, Words } from "../view";
import { prefer, preferred } from "./preference";
import { WORDS } from "./words";

const [SINGLE, OFF] = ["single-keys", "off"];

const KEYS: readonly (readonly [string, Words])[] = [
  ["/", { zh: "检索", en: "search" }],
  ["↑ ↓", { zh: "在结果、行、相邻实体之间走", en: "walk results, rows and neighbours" }],
  ["Enter", { zh: "打开", en: "open" }],
  ["Esc", { zh: "关掉最上面的一层", en: "close what was opened last" }],
  ["[  ]", { zh: "同一事实的上一处、下一处原句", en: "previous and next sentence of a fact" }],
  ["1 – 9，0", { zh: "切换到前十个视图，0 是第十个", en: "choose one of the first ten views, 0 is the tenth" }],
  ["Alt ←", { zh: "后退", en: "go back" }],
  ["?", { zh: "这张卡片", en: "this card" }],
];

/** Listens to the keys; those typed into a field are the field's. */
export function keyboard(
  page: Context,
  views: readonly View[],
  search: SearchBox,
  close: () => boolean,
): { readonly help: HTMLDialogElement } {
  const help = card(page);
  document.onkeydown = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const { key } = event;
    // Of a field in a shadow tree, such as the editor of queries, the event itself only tells the host.
    const [at] = event.composedPath();
    if (key === "Escape") {
      // Beside the view first, then what the view itself has opened.
      if (!close()) document.querySelector<HTMLButtonElement>("main [data-close]")?.click();
    } else if (at instanceof Element && at.closest("input, select, textarea, [contenteditable]")) return;
    else if (key === "ArrowDown" || key === "ArrowUp") {
      if (!walk(key === "ArrowDown" ? 1 : -1)) return;
    } else if (preferred(SINGLE) === OFF || !single(key)) return;
    event.preventDefault();
  };
  /** Does what a single character stands for; says whether it stands for anything. */
  const single = (key: string): boolean => {
    const view = /^[0-9]$/.test(key) ? views[(Number(key) || 10) - 1] : undefined;
    if (key === "/") search.focus();
    else if (key === "?") help.showModal();
    else if (key === "[" || key === "]") {
      document.querySelector<HTMLButtonElement>(`.side [data-step="${key}"]`)?.click();
    } else if (view) page.turn(view.id);
    else return false;
    return true;
  };
  return { help };
}

/** Moves the focus from what can be opened to the next of its list, or of its column; says whether it moved. */
function walk(by: 1 | -1): boolean {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement)) return false;
  const next = here.closest("td") ? below(here, by) : beside(here, by);
  next?.focus();
  return Boolean(next);
}

function beside(here: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const list = here.closest("[data-walk]");
  const stops = [...(list?.querySelectorAll<HTMLElement>("button, a[href]") ?? [])].filter((stop) => stop.offsetParent);
  return stops.includes(here) ? stops[stops.indexOf(here) + by] : undefined;
}

function below(here: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const column = here.closest("td")?.cellIndex ?? 0;
  const rows = [...(here.closest("tbody")?.rows ?? [])];
  const row = here.closest("tr");
  for (let at = (row ? rows.indexOf(row) : -1) + by; rows[at]; at += by) {
    const stop = rows[at]?.cells[column]?.querySelector<HTMLElement>("button, a[href]");
    if (stop) return stop;
  }
  return undefined;
}

function card(page: Context): HTMLDialogElement {
  const rows = KEYS.map(([key, words]) =>
    element("div", {}, element("dt", {}, element("kbd", {}, key)), element("dd", {}, page.say(words))),
  );
  const help = element(
    "dialog",
    { class: "keys", "aria-label": page.say(WORDS.keys) },
    element("h2", {}, page.say(WORDS.keys)),
  );
  // Who speaks to the computer, or whose fingers slip, can do without keys of one character.
  const on = element("input", { type: "checkbox", checked: preferred(SINGLE) !== OFF });
  on.addEventListener("change", () => prefer(SINGLE, on.checked ? "" : OFF));
  const single = element("label", {}, on, " ", page.say(WORDS.singleKeys));
  const done = button("", () => help.close(), page.say(WORDS.close));
  const terms = [
    [WORDS.confidence, WORDS.confidenceMeans],
    [WORDS.offsets, WORDS.offsetsMean],
    [WORDS.number, WORDS.numberMeans],
    [WORDS.copyLink, WORDS.linkMeans],
    [WORDS.copyIri, WORDS.iriMeans],
  ] as const;
  const colon = page.say({ zh: "：", en: ": " });
  const lines = terms.map(([term, means]) =>
    element("p", {}, element("b", {}, page.say(term)), colon, page.say(means)),
  );
  help.append(element("dl", {}, ...rows), ...lines, element("p", {}, single), done);
  return help;
}
