// Targets of which the documents tell no result yet: those that nothing stands beside in 目标进度.
import type { Row } from "../../data/types";
import { element } from "../../element";
import { time } from "../../thing/told";
import type { Context } from "../../view";
import { documentCell, documentColumn, grouped, named, numberCell, openFact, thingCell } from "../frame/rows";
import { readable } from "../frame/words";
import { printed } from "./boards";

/** The targets among figures, each once. */
export function targets(figures: readonly Row[]): Row[] {
  const wanted = figures.filter((row) => row.status === "target");
  return [...grouped(wanted, (row) => row.fact ?? "").values()].flatMap((same) => same.slice(0, 1));
}

/** The targets that no row of the progress is about, the earliest period first, those without one last. */
export function waiting(all: readonly Row[], reached: readonly Row[]): Row[] {
  const told = new Set(
    reached.map((row) => key([named(row, "about"), row.indicator, row.scope, row.target, row.targetSentence])),
  );
  const left = all.filter(
    (row) => !told.has(key([named(row, "about"), row.printed, row.scope, printed(row), row.sentence])),
  );
  const when = (row: Row) => row.period || "~";
  return left.toSorted((one, other) => (when(one) < when(other) ? -1 : Number(when(one) > when(other))));
}

function key(parts: readonly (string | undefined)[]): string {
  return parts.map((part) => part ?? "").join("\n");
}

/** Them as a table of its own below that of the progress. */
export function waitingTable(context: Context, rows: readonly Row[], name: string): HTMLElement {
  const { say } = context;
  const title = say({ zh: "还没有成果的目标", en: "Targets without a result" });
  const columns = [
    { title: say({ zh: "时期", en: "Period" }), short: true },
    { title: say({ zh: "地方", en: "Place" }) },
    { title: say({ zh: "指标", en: "Indicator" }) },
    { title: say({ zh: "口径", en: "Scope" }) },
    { title: say({ zh: "目标", en: "Target" }), numeric: true },
    documentColumn(context),
    { title: say({ zh: "原句", en: "Sentence" }), long: true },
  ];
  const lines = rows.map((row) => [
    { text: time(context, row.period) },
    thingCell(row, "about"),
    { text: row.printed ?? "" },
    { text: row.scope ?? "" },
    { ...numberCell(row.base || row.value || ""), text: readable(printed(row)) },
    documentCell(context, row),
    { text: row.sentence ?? "", open: () => void openFact(context, row.fact ?? "") },
  ]);
  const count = element("span", { class: "count" }, ` ${rows.length}`);
  return element(
    "section",
    { class: "waiting" },
    element("h2", {}, title, count),
    context.table(columns, lines, [name, title].join("-"), "waiting"),
  );
}
