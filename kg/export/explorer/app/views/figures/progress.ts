// 目标进度: a target beside what has come of it so far, with the share and both sentences.
import type { Row } from "../../data/types";
import { element } from "../../element";
import { time } from "../../thing/told";
import type { Cell, Context, View } from "../../view";
import { arriving } from "../frame/arriving";
import { frame } from "../frame/frame";
import { menu } from "../frame/pick";
import { grouped, named, numberCell, openSentence, sentenceCell, thingCell } from "../frame/rows";
import { readable } from "../frame/words";
import { type Bar, bars, type Line } from "./bars";
import { legend } from "./boards";
import { targets, waiting, waitingTable } from "./waiting";

const ALL = "all";

const NOTE = {
  zh: "虚框是整个目标，框里的条是至今的成果。指标、口径、产业全同才算完成比例（实条）；口径不同的只把两个数并列（浅条），不算比例。同一目标可有几个成果（引进、开工……），各是一条，不可相加。点名称看目标的原句，点条看成果的原句。",
  en: "A dashed frame is the whole of a target, the bar in it what has come of it: the share only where both say the very same (solid), else both numbers side by side (pale). Results of one target are stages of the same things: do not add them up. A name leads to the sentence of the target, a bar to that of the result.",
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
  // Of what is told in other terms both numbers stand side by side, where their units are one: no share is claimed.
  const [aim = {}, result = {}] = [row.target, row.achieved].map(counted);
  const alike = aim.unit === result.unit && Number(aim.value) > 0;
  const other = context.say({ zh: "— 口径不同", en: "— in other terms" });
  const beside = alike ? `${result.value} / ${aim.value}${aim.unit}` : "";
  const text = row.percent ? `${row.percent}%` : [beside, other].filter(Boolean).join(" ");
  const reached = row.percent
    ? Number(row.percent) / 100
    : alike
      ? Math.min(1, Number(result.value) / Number(aim.value))
      : 0;
  return {
    share: reached * (100 / most),
    track: 100 / most,
    text,
    told: `${wanted} ${achieved(row)} ${text}`,
    look: row.percent ? "result" : "apart",
    open: () => void openSentence(context, row),
  };
}

/** The number of a printed figure (≥ 40个) and its unit. */
function counted(printed = ""): { value?: string; unit?: string } {
  return printed.match(/(?<value>[\d.]+)(?<unit>\D*)$/)?.groups ?? {};
}

function table(context: Context, rows: readonly Row[], name: string): HTMLElement {
  const { say } = context;
  const columns = [
    { title: say({ zh: "地方", en: "Place" }) },
    { title: say({ zh: "指标", en: "Indicator" }) },
    { title: say({ zh: "口径", en: "Scope" }) },
    { title: say({ zh: "目标", en: "Target" }), numeric: true },
    { title: say({ zh: "目标时期", en: "Period" }) },
    { title: say({ zh: "成果", en: "Result" }), numeric: true },
    { title: say({ zh: "成果指标", en: "Counted as" }) },
    { title: say({ zh: "成果口径", en: "Scope of the result" }) },
    { title: say({ zh: "比例（%）", en: "Share (%)" }), numeric: true },
    { title: say({ zh: "目标原句", en: "Sentence of the target" }), long: true },
    { title: say({ zh: "成果原句", en: "Sentence of the result" }), long: true },
  ];
  const lines = goals(rows).map((same) => {
    const row = same[0] ?? {};
    const sentences = [...grouped(same, ({ sentence = "" }) => sentence).values()].flatMap(([one]) =>
      one ? [one] : [],
    );
    return [
      named(row, "about") ? thingCell(row, "about") : { text: row.about ?? "" },
      { text: row.indicator ?? "" },
      { text: row.scope ?? "" },
      { ...numberCell(row.target ?? ""), text: readable(row.target ?? "") },
      { text: time(context, row.targetPeriod) },
      together(same, (one) => ({ ...numberCell(one.achieved ?? ""), text: readable(one.achieved ?? "") })),
      together(same, (one) => ({ text: one.reached ?? "" })),
      together(same, (one) => ({ text: one.reachedScope || "—" })),
      together(same, (one) => numberCell(one.percent || "—")),
      sentenceCell(context, row, "targetSentence", "targetDocument"),
      together(sentences, (one) => sentenceCell(context, one)),
    ];
  });
  return context.table(columns, lines, name, "sort");
}

/** The cells of the results of one target as one, in the order of these. */
function together(rows: readonly Row[], cell: (row: Row) => Cell): Cell {
  const things = rows.map(cell);
  const [first = { text: "" }] = things;
  return things.length < 2 ? first : { ...first, text: things.map(({ text }) => text).join("、"), things };
}
