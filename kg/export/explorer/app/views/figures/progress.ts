// 目标进度: a target beside what has come of it so far, with the share and both sentences.
import type { Row } from "../../data/types";
import { element } from "../../element";
import { documentOf, time } from "../../thing/told";
import type { Cell, Context, View } from "../../view";
import { arriving } from "../frame/arriving";
import { heading } from "../frame/columns";
import { frame } from "../frame/frame";
import { menu } from "../frame/pick";
import {
  documentCell,
  documentColumn,
  grouped,
  named,
  numberCell,
  openSentence,
  sentenceCell,
  thingCell,
} from "../frame/rows";
import { readable } from "../frame/words";
import { type Bar, bars, type Line } from "./bars";
import { legend } from "./boards";
import { targets, waiting, waitingTable } from "./waiting";

const ALL = "all";

const NOTE = {
  zh: "虚框是整个目标，框里的条是至今的成果。指标、口径、产业全同才算完成比例（实条）；口径不同的只把两个数并列，不算比例，也不画。同一目标可有几个成果（引进、开工……），各是一条，不可相加。点名称看目标的原句，点条看成果的原句。",
  en: "A dashed frame is the whole of a target, the bar in it what has come of it: the share only where both say the very same (solid), else both numbers side by side, and nothing is drawn. Results of one target are stages of the same things: do not add them up. A name leads to the sentence of the target, a bar to that of the result.",
};

export const progress: View = {
  id: "progress",
  title: { zh: "目标进度", en: "Progress" },
  show(host, context) {
    const place = frame(host, context, progress.title, NOTE);
    const where = menu(context, { zh: "地区或平台", en: "Place" }, "region");
    place.choices.append(where.element);
    return arriving(context, ["target-progress"], ["explorer/figures"], (rows = [], figures) => {
      const wanted = targets(figures ?? []);
      const open = waiting(wanted, rows);
      return place.draw(["region"], (room) => {
        const all = context.say({ zh: "全部", en: "All" });
        const places = [...grouped(figures ? wanted : rows, (row) => row.about ?? "")].map(([text, same]) => ({
          value: text,
          text,
          count: same.length,
        }));
        places.sort((one, other) => other.count - one.count);
        const chosen = context.state.get("region") || ALL;
        where.fill([{ value: ALL, text: all, ...(figures ? { count: wanted.length } : {}) }, ...places], chosen);
        const here = (row: Row) => chosen === ALL || row.about === chosen;
        const [own, left] = [rows.filter(here), open.filter(here)];
        const sum = wanted.filter(here).length;
        const told = context.say({
          zh: `共 ${sum} 个目标，${sum - left.length} 个已有成果，${left.length} 个还没有，列在下面。`,
          en: ` ${sum} targets: ${sum - left.length} with a result, ${left.length} without, listed below.`,
        });
        place.note.textContent = `${context.say(NOTE)}${figures ? told : ""}`;
        const name = [context.say(progress.title), chosen === ALL ? "" : chosen].filter(Boolean).join("-");
        const none = { zh: "文献里没有与目标对得上的成果。", en: "No result of the documents belongs to a target." };
        if (!own.length && !figures) return place.wait();
        if (!own.length) return place.fill(context.say(none), () => waitingTable(context, left, name), name);
        const most = Math.max(100, ...own.map((row) => Number(row.percent)));
        const shared = own.some((row) => row.percent);
        const lines = goals(own).map((same) => line(context, same, most));
        const drawn = bars(
          name,
          chosen === ALL ? context.say(progress.title) : chosen,
          lines,
          room,
          shared ? 100 / most : 0,
          legend(context, lines),
        );
        const both = () => element("div", {}, table(context, own, name), waitingTable(context, left, name));
        place.fill(drawn, both, name);
      });
    });
  },
};

/** The rows of each target: it may have several results. */
function goals(rows: readonly Row[]): (readonly Row[])[] {
  const key = (row: Row) => [
    named(row, "about"),
    row.indicator,
    row.scope,
    row.target,
    row.targetPeriod,
    row.targetSentence,
  ];
  return [...grouped(rows, (row) => key(row).join("\n")).values()];
}

function line(context: Context, same: readonly Row[], most: number): Line {
  const row = same[0] ?? {};
  const period = row.targetPeriod ? ` ${time(context, row.targetPeriod)}` : "";
  const wanted = `${[row.indicator, row.scope].filter(Boolean).join(" ")} ${readable(row.target ?? "")}${period}`;
  return {
    before: "",
    name: `${row.about} · ${wanted}`,
    note: `${context.say({ zh: "至今", en: "so far" })}：${same.map(achieved).join("；")}`,
    bars: same.map((one) => bar(context, one, `${row.about} ${wanted}`, most)),
    open: () => void openSentence(context, row, "targetSentence", "targetDocument"),
  };
}

/** What has come of a target, in the words of its text. */
function achieved(row: Row): string {
  return [row.reached, row.reachedScope, readable(row.achieved ?? "")].filter(Boolean).join(" ");
}

function bar(context: Context, row: Row, wanted: string, most: number): Bar {
  // Of what is told in other terms both numbers stand side by side, and no share is claimed or drawn.
  const other = context.say({ zh: "— 口径不同", en: "— in other terms" });
  const beside = `${readable(row.achieved ?? "")} / ${readable(row.target ?? "")}`;
  const text = row.percent ? `${row.percent}%` : [beside, ...(alike(row) ? [] : [other])].join(" ");
  return {
    share: (Number(row.percent || 0) / 100) * (100 / most),
    track: 100 / most,
    text,
    told: `${wanted} ${achieved(row)} ${text}`,
    look: row.percent ? "result" : "apart",
    open: () => void openSentence(context, row),
  };
}

/** Whether a result is told in the very terms of its target. */
function alike(row: Row): boolean {
  return row.reached === row.indicator && (row.reachedScope ?? "") === (row.scope ?? "");
}

/** By how much an exact result that is a share of its target is above it, or below; none where their units are two. */
function gap(row: Row): { value: number; unit: string } | undefined {
  const [aim = {}, result = {}] = [row.target, row.achieved].map(counted);
  if (!row.percent || aim.unit !== result.unit || /^[<>~]/.test(row.achieved ?? "")) return undefined;
  const value = Number((Number(result.value) - Number(aim.value)).toPrecision(12));
  return { value, unit: aim.unit ?? "" };
}

/** The number of a printed figure (≥ 40个) and its unit. */
function counted(printed = ""): { value?: string; unit?: string } {
  return printed.match(/(?<value>[\d.]+)(?<unit>\D*)$/)?.groups ?? {};
}

/** A row for each result; the sentences stand in a file with their documents. */
function table(context: Context, rows: readonly Row[], name: string): HTMLElement {
  const { say } = context;
  const period = say({ zh: "成果时期", en: "Period of the result" });
  const difference = say({ zh: "差额", en: "Difference" });
  const sentence = (column: string, document: string) => {
    const title = heading(context, column);
    return { title, long: true, file: [title, ...(documentColumn(context, document).file ?? [])] };
  };
  const columns = [
    { title: say({ zh: "地方", en: "Place" }) },
    { title: say({ zh: "指标", en: "Indicator" }) },
    { title: say({ zh: "口径", en: "Scope" }) },
    { title: say({ zh: "目标", en: "Target" }), numeric: true },
    { title: say({ zh: "目标时期", en: "Period" }) },
    { title: say({ zh: "成果", en: "Result" }), numeric: true },
    { title: say({ zh: "成果指标", en: "Counted as" }) },
    { title: say({ zh: "成果口径", en: "Scope of the result" }) },
    { title: period, file: [period, say({ zh: "成果日期（文献）", en: "Date of the result (document)" })] },
    { title: say({ zh: "比例（%）", en: "Share (%)" }), numeric: true },
    { title: difference, numeric: true, file: [difference, say({ zh: "差额单位", en: "Difference: unit" })] },
    sentence("targetSentence", "targetDocument"),
    { ...sentence("sentence", "document"), title: say({ zh: "成果原句", en: "Sentence of the result" }) },
  ];
  const figure = (printed = "") => ({ ...numberCell(printed), text: readable(printed) });
  const said = (row: Row, column: string, document: string) => ({
    ...sentenceCell(context, row, column, document),
    file: [row[column] ?? "", ...(documentCell(context, row, document).file ?? [])],
  });
  const lines = rows.map((row) => [
    named(row, "about") ? thingCell(row, "about") : { text: row.about ?? "" },
    { text: row.indicator ?? "" },
    { text: row.scope ?? "" },
    figure(row.target),
    { text: time(context, row.targetPeriod) },
    figure(row.achieved),
    { text: row.reached ?? "" },
    { text: row.reachedScope || "—" },
    when(context, row),
    numberCell(row.percent || "—"),
    apart(context, row),
    said(row, "targetSentence", "targetDocument"),
    said(row, "sentence", "document"),
  ]);
  return context.table(columns, lines, name, "sort");
}

/** When a result was reached, by its text, with the date of the document that tells it. */
function when(context: Context, row: Row): Cell {
  const period = time(context, row.achievedPeriod);
  const date = documentOf(context, row.document ?? "")?.date ?? "";
  const told = context.say({ zh: `${date} 文献`, en: `told ${date}` });
  return { text: period || told, ...(period && date && date !== period ? { note: told } : {}), file: [period, date] };
}

/** The gap as it is read: 超 6个, 差 400万美元. */
function apart({ say }: Context, row: Row): Cell {
  const found = gap(row);
  if (!found) return { text: "—", file: ["", ""] };
  const { value, unit } = found;
  const size = `${Math.abs(value)}${unit}`;
  const text =
    value < 0 ? say({ zh: `差 ${size}`, en: `${size} short` }) : say({ zh: `超 ${size}`, en: `${size} over` });
  return { text: value ? text : "0", value, file: [String(value), unit] };
}
