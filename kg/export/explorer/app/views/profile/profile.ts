// The five questions of a region: 有什么、招什么、去哪里招、谁来招、如何招.
import type { Row } from "../../data/types";
import { button, element, name } from "../../element";
import { arePlanned, plannedSign } from "../../thing/planned";
import type { Context } from "../../view";
import { grouped, kindOf, named, openSentence } from "../frame/rows";
import { ASPECTS, aspect, readable } from "../frame/words";
import { saved } from "./file";
import { once } from "./order";
import "./profile.css";

const CUT = 6;
/** What is less sure than this is marked. */
const SURE = 0.6;

export function profile(context: Context, iri: string, rows: readonly Row[]): HTMLElement[] {
  const region = rows[0]?.region ?? "";
  const title = button("link profile-name", () => context.openThing(iri), name(region));
  const file = button("", () => void saved(context, region, rows), "CSV");
  file.setAttribute("aria-label", context.say({ zh: `保存 CSV：${region}的五问`, en: `Save as CSV: ${region}` }));
  const close = button("", () => context.state.set({ region: "" }), context.say({ zh: "关闭", en: "Close" }));
  // The key that closes what was opened last presses it.
  close.dataset.close = "";
  const shown = once(rows);
  const questions = ASPECTS.map((one) =>
    question(
      context,
      one,
      shown.filter((row) => row.aspect === one),
    ),
  );
  return [element("div", { class: "profile-head" }, element("h2", {}, title), file, close), ...questions];
}

function question(context: Context, code: string, rows: readonly Row[]): HTMLElement {
  const head = element("h3", {}, aspect(context, code), element("span", { class: "count" }, ` ${rows.length}`));
  const none = element("p", { class: "quiet" }, context.say({ zh: "文献没有说。", en: "The documents do not say." }));
  const groups = [...grouped(rows, (row) => row.how ?? "")].map(([how, same]) => group(context, how, same));
  return element("section", { class: "profile-question" }, head, ...(rows.length ? groups : [none]));
}

function group(context: Context, how: string, rows: readonly Row[]): HTMLElement {
  const items = rows.map((row) =>
    element("li", arePlanned([row]) ? { "data-planned": "" } : {}, ...item(context, row)),
  );
  const list = element("ul", {}, ...items.slice(0, CUT));
  const rest = items.length - CUT;
  const more = button("link", () => {
    list.append(...items.slice(CUT));
    more.remove();
    items[CUT]?.querySelector("button")?.focus();
  });
  more.textContent = context.say({ zh: `还有 ${rest} 项`, en: `${rest} more` });
  return element(
    "div",
    { class: "profile-group" },
    element("h5", {}, aspect(context, heading(how, rows))),
    list,
    ...(rest > 0 ? [more] : []),
  );
}

/** What a group is called: what is run elsewhere and what is only planned have names of their own. */
function heading(how: string, rows: readonly Row[]): string {
  if (how === "locatedIn" && arePlanned(rows)) return "toLieIn";
  return how === "operates" && rows[0]?.aspect === "where" ? "elsewhere" : how;
}

/** What it is, which opens, what is said of it, and the sentence; a figure is told in one and leads to it. */
function item(context: Context, row: Row): Node[] {
  const { say } = context;
  const [iri, text, detail] = [named(row, "thing"), row.thing ?? "", readable(row.detail ?? "")];
  const kind = kindOf(iri);
  const said = () => void openSentence(context, row);
  const dot = element("span", { class: "dot", "data-kind": kind, "aria-hidden": "true" });
  const thing = kind ? button("link", () => context.openThing(iri), name(text)) : button("link", said, name(text));
  const figure = !kind && detail;
  const told = figure || say({ zh: "原句", en: "sentence" });
  const more = button("link quiet", said, name(told));
  more.setAttribute("aria-label", say({ zh: `${text} ${told}：看原句`, en: `${text} ${told}: show the sentence` }));
  return [
    ...(kind ? [dot] : []),
    thing,
    ...(arePlanned([row]) ? [plannedSign(context)] : []),
    ...(figure || !detail ? [] : [element("span", { class: "profile-detail" }, name(detail))]),
    more,
    ...(Number(row.confidence || 1) < SURE ? [doubt(context, row)] : []),
  ];
}

/** A sign of what was read with little confidence. */
function doubt({ say }: Context, { confidence = "" }: Row): HTMLElement {
  const sign = element("span", { class: "doubt" }, say({ zh: "存疑", en: "doubtful" }));
  sign.title = say({ zh: `可信度 ${confidence}`, en: `confidence ${confidence}` });
  return sign;
}
