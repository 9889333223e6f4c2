// The one table of the page: sorted by a click on a heading, filtered, cut with "more", saved as CSV.
import { button, element, icon, name } from "../element";
import type { Cell, Column, Context } from "../view";
import { csv } from "./csv";
import { fileName, save } from "./save";
import "./table.css";

type Line = readonly Cell[];
type Page = Pick<Context, "language" | "state" | "say" | "openThing" | "openFact">;

const CUT = 100;
const MORE = 400;
const FEW = 8;
// So many columns have room everywhere.
const NARROW = 3;
// More than so many are crowded on any screen.
const WIDE = 9;
const [NAME, SENTENCE] = [120, 400]; // characters

/**
 * A table of cells. `title` names it to those who hear it, and its file; `key` is where the address keeps how it is
 * sorted and filtered, "" for nowhere: the number of a column, from 1, with a minus for the greatest first, then what
 * was typed: "-3~沂水".
 */
export function table(
  page: Page,
  columns: readonly Column[],
  rows: readonly Line[],
  title: string,
  key = "",
): HTMLElement {
  const collator = new Intl.Collator(page.language === "zh" ? "zh-Hans-CN" : "en", { numeric: true });
  const [, asked = "", typed = ""] = (key ? page.state.get(key) : "").match(/^([^~]*)~?(.*)$/s) ?? [];
  let sorted = Number(asked) || 0;
  let shown = CUT;
  const wanted = (): readonly Line[] => {
    const text = filter.value.trim().toLowerCase();
    const found = text
      ? rows.filter((row) => row.some((cell) => `${cell.text} ${cell.note ?? ""}`.toLowerCase().includes(text)))
      : [...rows];
    return sorted ? found.toSorted(order(columns, sorted, collator)) : found;
  };
  const fill = () => {
    const lines = wanted();
    const left = lines.length - shown;
    body.replaceChildren(...lines.slice(0, shown).map((line) => drawn(page, columns, line)));
    count.textContent = page.say({ zh: `${lines.length} 行`, en: `${lines.length} rows` });
    more.hidden = left <= 0;
    more.textContent = page.say({ zh: `再显示（还有 ${left} 行）`, en: `More (${left} left)` });
    marked(heads, sorted);
  };
  const keep = () => {
    const text = filter.value.trim();
    if (key) page.state.set({ [key]: `${sorted || ""}${text ? `~${text}` : ""}` }, "replace");
    fill();
  };
  const sort = (by: number) => {
    sorted = by;
    keep();
  };
  const file = () => {
    const lines = wanted().map((line) => columns.flatMap((column, index) => filed(column, line[index])));
    const content = csv([columns.flatMap((column) => column.file ?? [column.title]), ...lines]);
    save(`${fileName(title)}.csv`, new Blob([content], { type: "text/csv;charset=utf-8" }));
  };
  const told = page.say({ zh: `筛选：${title}`, en: `Filter: ${title}` });
  const look = { type: "search", placeholder: page.say({ zh: "筛选", en: "Filter" }), "aria-label": told };
  const few = rows.length <= FEW;
  const filter = element("input", { ...look, value: few ? "" : typed, hidden: few, input: keep });
  const count = element("span", { class: "table-count", role: "status" });
  const out = button("", file, "CSV");
  out.setAttribute("aria-label", page.say({ zh: `保存 CSV：${title}`, en: `Save as CSV: ${title}` }));
  const heads = columns.map((column, index) => head(column, () => sort(next(columns, sorted, index + 1))));
  const body = element("tbody");
  const grid = element("table", {}, element("caption", { class: "unseen" }, title));
  grid.append(element("thead", {}, element("tr", {}, ...heads)), body);
  const more = button("table-more", () => {
    shown += MORE;
    fill();
  });
  fill();
  // What scrolls must be reached by the keyboard.
  const scroll = element("div", { class: "table-scroll", tabindex: 0, role: "region", "aria-label": title }, grid);
  return element(
    "div",
    { class: `table-block${columns.length > NARROW ? " many" : ""}${columns.length > WIDE ? " wide" : ""}` },
    element("div", { class: "table-bar" }, filter, count, out),
    scroll,
    more,
  );
}

function head(column: Column, sort: () => void): HTMLTableCellElement {
  return element("th", { scope: "col", class: look(column) }, button("", sort, column.title));
}

/** How a click on a heading sorts: figures the greatest first, words in their order, a second click the other way. */
function next(columns: readonly Column[], sorted: number, by: number): number {
  if (Math.abs(sorted) === by) return -sorted;
  return columns[by - 1]?.numeric ? -by : by;
}

function marked(heads: readonly HTMLElement[], sorted: number): void {
  heads.forEach((head, index) => {
    const here = Math.abs(sorted) === index + 1;
    head.setAttribute("aria-sort", here ? (sorted > 0 ? "ascending" : "descending") : "none");
  });
}

/** What is empty comes last, whichever way. */
function order(
  columns: readonly Column[],
  sorted: number,
  collator: Intl.Collator,
): (one: Line, other: Line) => number {
  const index = Math.abs(sorted) - 1;
  const numeric = columns[index]?.numeric ?? false;
  return (one, other) => {
    const [a, b] = [one[index], other[index]];
    const [emptyA, emptyB] = [!a?.text, !b?.text];
    if (emptyA || emptyB) return Number(emptyA) - Number(emptyB);
    const [x, y] = [a?.value, b?.value];
    const compared =
      numeric && x !== undefined && y !== undefined ? x - y : collator.compare(a?.text ?? "", b?.text ?? "");
    return sorted < 0 ? -compared : compared;
  };
}

/** What a file has of a cell: as many texts as its column has there. */
function filed({ file }: Column, cell: Cell | undefined): readonly string[] {
  return file
    ? file.map((_, index) => cell?.file?.[index] ?? "")
    : [[cell?.text, cell?.note].filter(Boolean).join(" ")];
}

function drawn(page: Page, columns: readonly Column[], line: Line): HTMLTableRowElement {
  const cells = columns.map((column, index) => {
    const cell = line[index] ?? { text: "" };
    // Narrow pages show a line as a card, each cell under its heading.
    return element("td", { class: look(column), "data-title": column.title }, ...inside(page, cell, column));
  });
  return element("tr", {}, ...cells);
}

function inside(page: Page, cell: Cell, column: Column): Node[] {
  const { text, note, thing, things, fact, open } = cell;
  if (!text) return [];
  if (things) {
    const parts = things.flatMap((one, at) => [...(at ? ["、"] : []), ...inside(page, one, column)]);
    return [element("span", {}, ...parts)];
  }
  const shown = name(text, column.long ? SENTENCE : NAME);
  if (fact && !open) return [button("link fact", () => page.openFact(fact), shown, icon("quote"))];
  const action = open ?? (thing ? () => page.openThing(thing) : undefined);
  const small = note ? [" ", element("small", {}, name(note, NAME))] : [];
  return [action ? button("link", action, shown, ...small) : shown];
}

function look({ numeric, short, long }: Column): string | undefined {
  return numeric ? "numeric" : short ? "short" : long ? "long" : undefined;
}
