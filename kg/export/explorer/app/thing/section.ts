// A part of a thing's page: a heading with a count, a list that is cut with "more".
import { button, element } from "../element";
import { WORDS } from "../shell/words";
import type { Context } from "../view";

/** A section, or nothing where there is nothing to show. */
export function section(
  title: readonly (Node | string)[],
  count: number,
  ...content: readonly HTMLElement[]
): HTMLElement | undefined {
  if (!count) return undefined;
  const heading = element("h3", {}, ...title, " ", element("span", { class: "count" }, String(count)));
  return element("section", {}, heading, ...content);
}

/** A list of items made when they are shown: the first ones, then some more at each press. */
export function list<Item>(
  page: Context,
  items: readonly Item[],
  first: number,
  draw: (item: Item) => HTMLElement,
): HTMLElement {
  const lines = element("ul", { class: "lines", "data-walk": true });
  const box = element("div", {}, lines);
  const show = (count: number) => {
    const from = lines.children.length;
    lines.append(...items.slice(from, from + count).map((item) => element("li", {}, draw(item))));
    const left = items.length - lines.children.length;
    box.querySelector(":scope > button")?.remove();
    if (!left) return;
    const words = `${page.say(WORDS.more)} (${left} ${page.say(WORDS.left)})`;
    box.append(
      button(
        "more",
        () => {
          show(first * 5);
          lines.children[from + count]?.querySelector("button")?.focus();
        },
        words,
      ),
    );
  };
  show(first);
  return box;
}
