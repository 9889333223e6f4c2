// The row above the graph that asks for paths: from where, to where.
import type { Thing } from "../../data/types";
import { button, element } from "../../element";
import { hitLine } from "../../search/hits";
import { pick } from "../../search/pick";
import type { Context, Words } from "../../view";
import { SAY } from "../words";

const SHOWN = 7;

export interface PathSearch {
  readonly element: HTMLElement;
  show(from: Thing | undefined, to: Thing | undefined): void;
  focusEnd(): void;
}

export function pathSearch(page: Context, change: (changes: Record<string, string>) => void): PathSearch {
  const { say, state } = page;
  const end = (id: string, title: Words, take: (iri: string) => void) =>
    pick(page, id, say(title), SAY.pick, {
      find: async (text) => {
        const { hits } = await page.provider.search(text, SHOWN);
        return hits.map((hit) => ({
          text: hit.thing.label,
          value: hit.thing.iri,
          line: () => hitLine(page, hit, text),
        }));
      },
      take: ({ value }) => take(value),
    });
  const begins = end("path-from", SAY.pathStart, (from) => change({ from }));
  const ends = end("path-to", SAY.pathEnd, (to) => change({ to }));
  const swap = button("quiet", () => change({ from: state.get("to"), to: state.get("from") }), "⇄");
  swap.setAttribute("aria-label", say(SAY.swap));
  swap.title = say(SAY.swap);
  const leave = button("quiet", () => change({ from: "", to: "" }), say(SAY.clear));
  const title = element("b", {}, say(SAY.path));
  return {
    element: element("div", { class: "graph-search" }, title, begins.element, swap, ends.element, leave),
    show(from, to) {
      for (const [{ field }, thing] of [[begins, from] as const, [ends, to] as const]) {
        if (document.activeElement !== field) field.value = thing?.label ?? "";
      }
      leave.hidden = !from && !to;
      swap.hidden = leave.hidden;
    },
    focusEnd: () => ends.field.focus(),
  };
}
