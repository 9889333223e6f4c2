// What the columns of the named queries are called, and what their codes: lists, the SPARQL tab and files ask here.
import type { Row } from "../../data/types";
import { standing } from "../../thing/planned";
import type { Context, Words } from "../../view";
import { aspect, readable, sign } from "./words";

const COLUMNS: Readonly<Record<string, Words>> = {
  about: { zh: "关于", en: "About" },
  achieved: { zh: "成果", en: "Achieved" },
  achievedPeriod: { zh: "成果时期", en: "Achieved in" },
  answer: { zh: "回答", en: "Answer" },
  aspect: { zh: "问题", en: "Question" },
  at: { zh: "任职处", en: "At" },
  attested: { zh: "文献所述时期", en: "Attested" },
  basis: { zh: "依据", en: "Basis" },
  began: { zh: "始任", en: "Began" },
  chain: { zh: "产业链", en: "Chain" },
  company: { zh: "企业", en: "Company" },
  comparator: { zh: "比较", en: "Comparator" },
  confidence: { zh: "可信度", en: "Confidence" },
  date: { zh: "日期", en: "Date" },
  detail: { zh: "说明", en: "Detail" },
  document: { zh: "文献", en: "Document" },
  documents: { zh: "文献数", en: "Documents" },
  ended: { zh: "卸任", en: "Ended" },
  event: { zh: "活动", en: "Event" },
  extent: { zh: "口径", en: "Extent" },
  fact: { zh: "事实", en: "Fact" },
  host: { zh: "所在地", en: "Host" },
  how: { zh: "关系", en: "How" },
  indicator: { zh: "指标", en: "Indicator" },
  industry: { zh: "产业", en: "Industry" },
  kind: { zh: "类别", en: "Kind" },
  leader: { zh: "牵头人", en: "Leader" },
  leads: { zh: "牵头", en: "Leads" },
  level: { zh: "级别", en: "Level" },
  link: { zh: "环节", en: "Link" },
  matter: { zh: "何事", en: "Matter" },
  name: { zh: "名称", en: "Name" },
  object: { zh: "对象", en: "Object" },
  one: { zh: "一说", en: "One" },
  operator: { zh: "主办", en: "Operator" },
  order: { zh: "次序", en: "Order" },
  organ: { zh: "机关", en: "Organ" },
  other: { zh: "又一说", en: "Other" },
  otherDocument: { zh: "另一文献", en: "Other document" },
  otherSentence: { zh: "另一原句", en: "Other sentence" },
  participant: { zh: "参加", en: "Participant" },
  percent: { zh: "比例（%）", en: "Share (%)" },
  period: { zh: "时期", en: "Period" },
  person: { zh: "人物", en: "Person" },
  place: { zh: "地方", en: "Place" },
  platform: { zh: "平台", en: "Platform" },
  policy: { zh: "政策", en: "Policy" },
  position: { zh: "位置", en: "Position" },
  printed: { zh: "原文指标", en: "As printed" },
  project: { zh: "项目", en: "Project" },
  published: { zh: "文献日期", en: "Published" },
  rank: { zh: "职级", en: "Rank" },
  reached: { zh: "成果指标", en: "Counted as" },
  reachedScope: { zh: "成果口径", en: "Scope of the result" },
  region: { zh: "地区", en: "Region" },
  relation: { zh: "关系", en: "Relation" },
  scope: { zh: "口径", en: "Scope" },
  sentence: { zh: "原句", en: "Sentence" },
  sentences: { zh: "句数", en: "Sentences" },
  shared: { zh: "几家推行", en: "Shared by" },
  stage: { zh: "阶段", en: "Stage" },
  standing: { zh: "状态", en: "Standing" },
  status: { zh: "状态", en: "Status" },
  subject: { zh: "主体", en: "Subject" },
  target: { zh: "目标", en: "Target" },
  targetDocument: { zh: "目标文献", en: "Document of the target" },
  targetPeriod: { zh: "目标时期", en: "Target for" },
  targetSentence: { zh: "目标原句", en: "Sentence of the target" },
  thing: { zh: "名称", en: "Thing" },
  title: { zh: "职务", en: "Title" },
  type: { zh: "类别", en: "Type" },
  unit: { zh: "单位", en: "Unit" },
  value: { zh: "数值", en: "Value" },
  who: { zh: "谁", en: "Who" },
};

/** What a column of a named query is called; one that has no name here is called as the query does. */
export function heading({ say }: Context, column: string): string {
  const words = COLUMNS[column];
  return words ? say(words) : column;
}

/** Codes that are no terms of the ontology. */
const CODES: Readonly<Record<string, Words>> = {
  achieved: { zh: "成果", en: "result" },
  attested: { zh: "文献载明", en: "attested" },
  between: { zh: "前后都有记载", en: "between" },
  ended: { zh: "卸任后又在任", en: "after its end" },
  expected: { zh: "预计", en: "expected" },
  figure: { zh: "数字不一", en: "figures" },
  last: { zh: "最近一次记载", en: "last" },
  planned: { zh: "规划", en: "plan" },
  reached: { zh: "已到", en: "reached" },
  seat: { zh: "一席二人", en: "seat" },
  target: { zh: "目标", en: "target" },
  counts: { zh: "数字", en: "figure" },
  develops: { zh: "发展该产业", en: "develops it" },
  "is named after": { zh: "名称带有该产业", en: "is named after it" },
  "lies in": { zh: "位于该产业园区", en: "lies in a park of it" },
  "pays for": { zh: "投资该产业项目", en: "pays for a project of it" },
  builds: { zh: "承建该产业项目", en: "builds a project of it" },
};

/** Columns whose cells are codes, figures; those that only sort are not shown. */
const CODED = new Set(["aspect", "basis", "how", "kind", "level", "relation", "standing", "status", "type"]);
const ASPECTED = new Set(["aspect", "how"]); // columns in which a term says what it is to a region
const FIGURES = new Set(["achieved", "detail", "target"]);
export const NUMERIC = new Set(["confidence", "documents", "percent", "sentences", "shared", "value"]);
export const HIDDEN = new Set(["order", "article", "targetArticle"]);
/** Columns that say when: read as times are, in the page's words. */
export const PERIODS = new Set(["achievedPeriod", "attested", "began", "date", "ended", "period", "targetPeriod"]);

/** The vocabularies of which queries give the kinds by their notations. */
const SCHEMES = ["platform-kinds", "organization-kinds", "event-kinds"];

/** What a cell of a named query reads: codes by their names, comparators as signs, all else as it is. */
export function reading(context: Context, column: string, text: string): string {
  if (column === "comparator") return sign(text);
  if (FIGURES.has(column)) return readable(text);
  if (!CODED.has(column) || !text) return text;
  const words = CODES[text];
  if (words) return context.say(words);
  for (const scheme of column === "level" ? ["region-levels"] : SCHEMES) {
    const found = context.provider.word(`${scheme}/${text}`, context.language);
    if (found !== `${scheme}/${text}`) return found;
  }
  return ASPECTED.has(column) ? aspect(context, text) : context.provider.word(text, context.language);
}

const COUNTED: readonly string[] = ["Target", "Result", "Plan"];

/**
 * Whether what a row tells is there or only planned, in the words of all views; of a figure what it is: a target, a
 * result or a plan; "" where the row tells of nothing that could be planned.
 */
export function stands(context: Context, row: Row): string {
  const { status = "", how = "", type = how } = row;
  if (COUNTED.includes(type)) return context.provider.word(type, context.language);
  if ("about" in row || !["", "planned"].includes(status)) return reading(context, "status", status);
  if (how === "Membership" || ("place" in row && !row.place)) return "";
  return context.say(standing(type || ("stage" in row ? "Project" : ""), status === "planned"));
}
