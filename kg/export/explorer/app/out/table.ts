// The one table of the page: sorted by a click on a heading, filtered, cut with "more", saved as CSV.
import type { Cell, Column, Context } from "../view";
import { csv } from "./csv";
import { fileName, save } from "./save";
import "./table.css";

type Line = readonly Cell[];
type Page = Pick<Context, "language" | "state" | "say" | "openThing" | "openFact">;

const CUT = 100;
const MORE = 400;
const FEW = 8;

/**
 * A table of cells. `name` names it to those who hear it, and its file; `key` is where the address keeps how it is
 * sorted, "" for nowhere: the number of a column, from 1, with a minus for the greatest first.
 */
export function table(
  page: Page,
  columns: readonly Column[],
  rows: readonly Line[],
  name: string,
  key = "",
): HTMLElement {
  const block = made("div", "table-block");
  const bar = made("div", "table-bar");
  const filter = made("input", "table-filter");
  const count = made("span", "table-count");
  const scroll = made("div", "table-scroll");
  const grid = made("table", "");
  const more = made("button", "table-more");
  const collator = new Intl.Collator(page.language === "zh" ? "zh-Hans-CN" : "en", { numeric: true });
  let sorted = key ? Number(page.state.get(key)) || 0 : 0;
  let shown = CUT;

  const wanted = (): readonly Line[] => {
    const text = filter.value.trim().toLowerCase();
    const found = text ? rows.filter((row) => row.some((cell) => cell.text.toLowerCase().includes(text))) : [...rows];
    return sorted ? found.toSorted(order(columns, sorted, collator)) : found;
  };
  const body = made("tbody", "");
  const fill = () => {
    const lines = wanted();
    body.replaceChildren(...lines.slice(0, shown).map((line) => drawn(page, columns, line)));
    count.textContent = page.say({ zh: `${lines.length} 行`, en: `${lines.length} rows` });
    more.hidden = lines.length <= shown;
    more.textContent = page.say({
      zh: `再显示（还有 ${lines.length - shown} 行）`,
      en: `More (${lines.length - shown} left)`,
    });
  };
  const sort = (by: number) => {
    sorted = by;
    if (key) page.state.set({ [key]: String(by) }, "replace");
    mark(heads, sorted);
    fill();
  };
  const heads = columns.map((column, index) => head(column, () => sort(next(columns, sorted, index + 1))));

  filter.type = "search";
  filter.placeholder = page.say({ zh: "筛选", en: "Filter" });
  filter.setAttribute("aria-label", page.say({ zh: `筛选：${name}`, en: `Filter: ${name}` }));
  filter.hidden = rows.length <= FEW;
  filter.addEventListener("input", fill);
  count.setAttribute("role", "status");
  const file = made("button", "");
  file.textContent = "CSV";
  file.setAttribute("aria-label", page.say({ zh: `保存 CSV：${name}`, en: `Save as CSV: ${name}` }));
  file.addEventListener("click", () => {
    const lines = wanted().map((line) => line.map((cell) => cell.text));
    const content = csv([columns.map((column) => column.title), ...lines]);
    save(`${fileName(name)}.csv`, new Blob([content], { type: "text/csv;charset=utf-8" }));
  });
  more.addEventListener("click", () => {
    shown += MORE;
    fill();
  });
  // What scrolls must be reached by the keyboard.
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", name);
  const top = made("thead", "");
  top.append(made("tr", "", ...heads));
  grid.append(made("caption", "unseen", name), top, body);
  scroll.append(grid);
  bar.append(filter, count, file);
  block.append(bar, scroll, more);
  mark(heads, sorted);
  fill();
  return block;
}

function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  look: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (look) element.className = look;
  element.append(...inside);
  return element;
}

function head(column: Column, sort: () => void): HTMLTableCellElement {
  const button = made("button", "", column.title);
  button.addEventListener("click", sort);
  const cell = made("th", look(column), button);
  cell.scope = "col";
  return cell;
}

/** How a click on a heading sorts: figures the greatest first, words in their order, a second click the other way. */
function next(columns: readonly Column[], sorted: number, by: number): number {
  if (Math.abs(sorted) === by) return -sorted;
  return columns[by - 1]?.numeric ? -by : by;
}

function mark(heads: readonly HTMLElement[], sorted: number): void {
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

function drawn(page: Page, columns: readonly Column[], line: Line): HTMLTableRowElement {
  return made(
    "tr",
    "",
    ...line.map((cell, index) => {
      const column = columns[index];
      const place = made("td", column ? look(column) : "");
      // Narrow pages show a line as a card, each cell under its heading.
      place.dataset.title = column?.title ?? "";
      place.append(inside(page, cell));
      return place;
    }),
  );
}

function inside(page: Page, cell: Cell): Node | string {
  const { thing, fact, open } = cell;
  const action = open ?? (fact ? () => page.openFact(fact) : thing ? () => page.openThing(thing) : undefined);
  if (!action || !cell.text) return cell.text;
  const button = made("button", "link", cell.text);
  button.addEventListener("click", action);
  return button;
}

function look(column: Column): string {
  return [column.numeric && "numeric", column.long && "long"].filter(Boolean).join(" ");
}
