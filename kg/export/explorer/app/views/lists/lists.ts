// 清单: the remaining questions, each as a table.
import type { Row } from "../../data/types";
import { element } from "../../element";
import type { Cell, Context, View, Words } from "../../view";
import { frame } from "../frame/frame";
import { list } from "../frame/pick";
import { documentCell, named, numberCell, sentenceCell, thingCell } from "../frame/rows";
import { span } from "../time/dates";
import { CODED, CODES, COLUMNS, HIDDEN, NUMERIC } from "./columns";

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

/** The vocabularies of which some queries give the kinds. */
const KINDS: Readonly<Record<string, string>> = { enclaves: "platform-kinds", events: "event-kinds" };

export const lists: View = {
  id: "lists",
  title: { zh: "清单", en: "Lists" },
  show(host, context) {
    const place = frame(host, context, lists.title, {
      zh: "其余的问题各是一张表：可筛选、排序、存成 CSV；名称打开详情，原句打开出处。",
      en: "All other questions, a table each: filter, sort, save; names and sentences open.",
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
    let end = () => {};
    const names = Object.keys(QUERIES);
    void Promise.all(names.map((name) => context.provider.rows(name))).then((answers) => {
      const options = names.map((value, index) => ({
        value,
        text: context.say(QUERIES[value] ?? { zh: value, en: value }),
        count: answers[index]?.length ?? 0,
      }));
      end = place.draw(["list", "date"], () => {
        const chosen = names.includes(context.state.get("list")) ? context.state.get("list") : (names[0] ?? "");
        pick.fill(options, chosen);
        const date = context.state.get("date");
        asked.hidden = chosen !== "posts-at";
        day.value = date;
        const all = answers[names.indexOf(chosen)] ?? [];
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
      });
    });
    return () => end();
  },
};

/** Whether a row is said of a time with that day; who is only known to hold a post before and after it is not among them. */
function holds(row: Row, date: string): boolean {
  const [asked, said] = [span(date), span(row.attested ?? "")];
  return !asked || (said !== undefined && said.from <= asked.from && asked.from <= said.to);
}

function table(context: Context, query: string, rows: readonly Row[], title: string): HTMLElement {
  const keys = Object.keys(rows[0] ?? {}).filter(
    (key) => !key.endsWith("@") && !HIDDEN.has(key) && rows.some((row) => row[key]),
  );
  const columns = keys.map((key) => ({
    title: context.say(COLUMNS[key] ?? { zh: key, en: key }),
    ...(NUMERIC.has(key) ? { numeric: true } : {}),
    ...(key === "sentence" ? { long: true } : {}),
  }));
  const lines = rows.map((row) => keys.map((key) => cell(context, query, row, key)));
  return context.table(columns, lines, title, "sort");
}

function cell(context: Context, query: string, row: Row, key: string): Cell {
  const text = row[key] ?? "";
  if (key === "sentence") return sentenceCell(context, row);
  if (key === "document" || key === "otherDocument") return documentCell(context, row, key);
  if (named(row, key)) return thingCell(row, key);
  if (NUMERIC.has(key)) return numberCell(text);
  if (!CODED.has(key) || !text) return { text };
  const words = CODES[text];
  const scheme = key === "kind" && KINDS[query];
  return {
    text: words ? context.say(words) : context.provider.word(scheme ? `${scheme}/${text}` : text, context.language),
  };
}
