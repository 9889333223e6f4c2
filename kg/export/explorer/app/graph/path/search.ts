// The row above the graph that asks for paths: from where, to where.
import type { Thing } from "../../data/types";
import { button, element } from "../../element";
import type { Context } from "../../view";
import { SAY } from "../words";
import { pick } from "./pick";

export interface PathSearch {
  readonly element: HTMLElement;
  show(from: Thing | undefined, to: Thing | undefined): void;
  focusEnd(): void;
}

export function pathSearch(page: Context, change: (changes: Record<string, string>) => void): PathSearch {
  const { say, state } = page;
  const begin = pick(page, "path-from", SAY.pathStart, (from) => change({ from }));
  const end = pick(page, "path-to", SAY.pathEnd, (to) => change({ to }));
  const swap = button("quiet", () => change({ from: state.get("to"), to: state.get("from") }), "⇄");
  swap.setAttribute("aria-label", say(SAY.swap));
  swap.title = say(SAY.swap);
  const leave = button("quiet", () => change({ from: "", to: "" }), say(SAY.clear));
  const title = element("b", {}, say(SAY.path));
  return {
    element: element("div", { class: "graph-search" }, title, begin.element, swap, end.element, leave),
    show(from, to) {
      begin.show(from);
      end.show(to);
      leave.hidden = !from && !to;
      swap.hidden = leave.hidden;
    },
    focusEnd: () => end.focus(),
  };
}
