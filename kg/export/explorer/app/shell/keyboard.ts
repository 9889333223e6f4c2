// The keys of the page, and the card that tells them.
import { button, element } from "../element";
import type { SearchBox } from "../search/box";
import type { Context, View, Words } from "../view";
import { WORDS } from "./words";

const KEYS: readonly (readonly [string, Words])[] = [
  ["/", { zh: "检索", en: "search" }],
  ["↑ ↓", { zh: "在结果、行、相邻实体之间走", en: "walk results, rows and neighbours" }],
  ["Enter", { zh: "打开", en: "open" }],
  ["Esc", { zh: "关掉最上面的一层", en: "close what was opened last" }],
  ["[  ]", { zh: "同一事实的上一处、下一处原句", en: "previous and next sentence of a fact" }],
  ["1 – 9", { zh: "切换视图", en: "choose a view" }],
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
    const typing =
      event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
    if (typing && event.key !== "Escape") return;
    const view = /^[1-9]$/.test(event.key) ? views[Number(event.key) - 1] : undefined;
    if (event.key === "/") search.focus();
    else if (event.key === "?") help.showModal();
    else if (event.key === "Escape") close();
    else if (event.key === "[" || event.key === "]")
      document.querySelector<HTMLButtonElement>(`.side [data-step="${event.key}"]`)?.click();
    else if (view) page.go(view.id);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!walk(event.key === "ArrowDown" ? 1 : -1)) return;
    } else return;
    event.preventDefault();
  };
  return { help };
}

/** Moves the focus among what can be opened, from what has it; says whether it moved. */
function walk(by: 1 | -1): boolean {
  const here = document.activeElement;
  const list = here?.closest("[data-walk]");
  if (!list || !here) return false;
  const stops = [...list.querySelectorAll<HTMLElement>("button, a[href]")].filter((stop) => stop.offsetParent);
  const next = stops[stops.indexOf(here as HTMLElement) + by];
  next?.focus();
  return next !== undefined;
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
  help.append(
    element("dl", {}, ...rows),
    button("", () => help.close(), page.say(WORDS.close)),
  );
  return help;
}
