// 清单: the remaining questions, each as a table.
import type { Row } from "../../data/types";
import { element } from "../../element";
import { WORDS } from "../../shell/words";
import { time } from "../../thing/told";
import type { Cell, Context, View, Words } from "../../view";
import { HIDDEN, heading, NUMERIC, PERIODS, reading, stands } from "../frame/columns";
import { frame } from "../frame/frame";
import { list } from "../frame/pick";
import {
  documentCell,
  documentColumn,
  grouped,
  joined,
  named,
  numberCell,
  sentenceCell,
  thingCell,
} from "../frame/rows";
import { readable } from "../frame/words";
import { span } from "../time/dates";

const QUERIES: Readonly<Record<string, Words>> = {
  "lists-companies": { zh: "企业清单", en: "Companies" },
  "lists-projects": { zh: "项目清单", en: "Projects" },
  "project-stages": { zh: "项目进展", en: "Stages of projects" },
  enclaves: { zh: "飞地与驻外机构", en: "Enclaves and outposts" },
  "chain-leaders": { zh: "链长与牵头人", en: "Chain leaders" },
  policies: { zh: "政策", en: "Policies" },
  posts: { zh: "任职", en: "Posts" },
  "posts-at": { zh: "某日在任", en: "Posts on a day" },
  targets: { zh: "目标与成果", en: "Targets and results" },
  events: { zh: "活动", en: "Events" },
  relations: { zh: "关系", en: "Relations" },
  entities: { zh: "实体", en: "Things" },
  conflicts: { zh: "说法不一", en: "Conflicts" },
};

/** What makes one line of a table: a query answers with a row for each place, participant or sentence of the same. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  "lists-companies": ["company"],
  "lists-projects": ["project"],
  "project-stages": ["thing", "stage", "standing", "date"],
  enclaves: ["platform", "operator"],
  policies: ["policy"],
  posts: ["person", "title", "at", "began", "ended"],
  events: ["event"],
};
const DOCUMENTS = new Set(["document", "otherDocument"]);
/** The columns of a figure, which is told as one. */
const FIGURE = ["indicator", "comparator", "value", "unit", "period"];

export const lists: View = {
  id: "lists",
  title: { zh: "清单", en: "Lists" },
  show(host, context) {
    const place = frame(host, context, lists.title, {
      zh: "其余的问题各是一张表：可筛选、排序、存成 CSV；名称打开详情，表中有原句的，原句打开出处；没有的，出处在详情里。",
      en: "All other questions, a table each: filter, sort, save; names open, and sentences where a table has them; else what a name opens has them.",
    });
    const pick = list(context, { zh: "清单", en: "List" }, "list");
    const day = element("input", { type: "date", change: () => context.state.set({ date: day.value }) });
    const asked = element(
      "label",
      { class: "view-menu" },
      element("span", {}, context.say({ zh: "文献载明哪一天在任", en: "Attested on" })),
      day,
    );
    place.list.append(pick.element);
    place.choices.append(asked);
    let [alive, end] = [true, () => {}];
    const names = Object.keys(QUERIES);
    const answers = new Map<string, readonly Row[]>();
    const known = async (some: readonly string[]) => {
      const found = await Promise.all(some.map((name) => context.provider.rows(name)));
      for (const [index, name] of some.entries()) answers.set(name, found[index] ?? []);
    };
    void (context.provider.held ? known(names) : Promise.resolve()).then(() => {
      if (!alive) return;
      const draw = () => {
        const chosen = names.includes(context.state.get("list")) ? context.state.get("list") : (names[0] ?? "");
        const options = names.map((value) => {
          const [text, rows] = [context.say(QUERIES[value] ?? { zh: value, en: value }), answers.get(value)];
          return rows ? { value, text, count: told(value, rows).length } : { value, text };
        });
        pick.fill(options, chosen);
        if (!answers.has(chosen)) {
          place.wait();
          void known([chosen]).then(() => alive && draw());
          return;
        }
        const date = context.state.get("date");
        asked.hidden = chosen !== "posts-at";
        day.value = date;
        const all = answers.get(chosen) ?? [];
        const rows = chosen === "posts-at" && date ? all.filter((row) => holds(row, date)) : all;
        const title = [options.find(({ value }) => value === chosen)?.text, chosen === "posts-at" ? date : ""]
          .filter(Boolean)
          .join("-");
        if (rows.length) place.fill(undefined, () => table(context, chosen, rows, title), title);
        else
          place.fill(
            context.say({ zh: "文献里没有这样的内容。", en: "The documents have nothing of the kind." }),
            undefined,
            title,
          );
      };
      end = place.draw(["list", "date"], draw);
    });
    return () => {
      alive = false;
      end();
    };
  },
};

/** Whether a row is said of a time with that day; who is only known to hold a post before and after it is not among them. */
function holds(row: Row, date: string): boolean {
  const [asked, said] = [span(date), span(row.attested ?? "")];
  return !asked || (said !== undefined && said.from <= asked.from && asked.from <= said.to);
}

/** The rows of each line. */
function told(query: string, rows: readonly Row[]): (readonly Row[])[] {
  const keys = LINES[query];
  if (!keys) return rows.map((row) => [row]);
  return [...grouped(rows, (row) => keys.map((key) => named(row, key) || row[key]).join("\n")).values()];
}

function table(context: Context, query: string, rows: readonly Row[], title: string): HTMLElement {
  const within = LINES[query] ?? [];
  const figures = FIGURE.filter((key) => key in (rows[0] ?? {}) && !within.includes(key));
  // Of several figures of a line each stands whole, as a chain does with what puts somebody on it.
  const whole = within.length && figures.includes("value") ? figures.filter((key) => key !== "value") : [];
  const parts = new Set([...whole, ...("chain" in (rows[0] ?? {}) ? ["basis"] : [])]);
  const one = (row: Row, key: string): Cell => {
    if (key === "value" && whole.length) return { text: figure(context, row) };
    return cell(context, row, key);
  };
  const lines = told(query, rows);
  const cells = Object.keys(rows[0] ?? {}).flatMap((key) => {
    if (key.endsWith("@") || HIDDEN.has(key) || parts.has(key)) return [];
    const found = lines.map((same) =>
      key === "chain" && parts.has("basis")
        ? chains(context, same)
        : together(
            same.map((row) => one(row, key)),
            context,
            key,
          ),
    );
    return found.some(({ text }) => text) ? [{ key, found }] : [];
  });
  const columns = cells.map(({ key }) => {
    if (DOCUMENTS.has(key)) return documentColumn(context, key);
    return {
      title: heading(context, key),
      ...(NUMERIC.has(key) && !(key === "value" && whole.length) ? { numeric: true } : {}),
      ...(key === "sentence" ? { long: true } : {}),
    };
  });
  return context.table(
    columns,
    lines.map((_, at) => cells.map(({ found }) => found[at] ?? { text: "" })),
    title,
    "sort",
  );
}

/** The chains of a line, each with what puts it there: 半导体（位于该产业园区、承建该产业项目）. */
function chains(context: Context, rows: readonly Row[]): Cell {
  const { say } = context;
  const told = [...grouped(rows, ({ chain = "" }) => chain)].flatMap(([chain, same]) => {
    const why = [...new Set(same.map(({ basis = "" }) => reading(context, "basis", basis)))].join(say(WORDS.and));
    return chain ? [say({ zh: `${chain}（${why}）`, en: `${chain} (${why})` })] : [];
  });
  return { text: told.join(say({ zh: "；", en: "; " })) };
}

function figure(context: Context, row: Row): string {
  const { indicator = "", comparator = "", value = "", unit = "", period = "" } = row;
  return (
    value &&
    [indicator, readable(`${comparator} ${value}${unit}`).trim(), time(context, period)].filter(Boolean).join(" ")
  );
}

/** The cells of one column and line as one: each once; of sentences the first, saying how many more there are. */
function together(cells: readonly Cell[], { say }: Context, key: string): Cell {
  const whole = joined(cells);
  const [first, ...more] = whole.things ?? [];
  return first && key === "sentence"
    ? { ...first, note: say({ zh: `另有 ${more.length} 句`, en: `${more.length} more` }) }
    : whole;
}

function cell(context: Context, row: Row, key: string): Cell {
  const text = row[key] ?? "";
  if (key === "sentence") return sentenceCell(context, row);
  if (DOCUMENTS.has(key)) return documentCell(context, row, key);
  if (key === "status") return { text: stands(context, row) };
  if (named(row, key)) return thingCell(row, key);
  if (NUMERIC.has(key)) return numberCell(text);
  return { text: PERIODS.has(key) ? time(context, text) : reading(context, key, text) };
}
