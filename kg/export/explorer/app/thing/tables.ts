// The facts of a thing that have several parts, as tables: posts, figures, stages and events.
import type { Fact, Thing } from "../data/types";
import type { Cell, Column, Context, Words } from "../view";
import { section } from "./section";
import { amount, CEILINGS, held, type Things, time } from "./told";

/** A column: its heading, what it reads of a fact, whether it is there for this thing. */
interface Part {
  readonly title: Words;
  readonly cell: (fact: Fact) => Cell;
  readonly numeric?: boolean;
  readonly short?: boolean;
}

const DATE: Words = { zh: "时间", en: "time" };
const PLACE: Words = { zh: "地点", en: "place" };

export function posts(page: Context, thing: Thing, facts: readonly Fact[], known: Things): HTMLElement | undefined {
  const own = facts.filter((fact) => fact.subject === thing.iri);
  const person: Part = { title: { zh: "人", en: "who" }, cell: ({ subject }) => named(known, subject) };
  const at: Part = { title: { zh: "所在", en: "at" }, cell: ({ ends }) => named(known, ends[0]?.thing) };
  return shown(page, { zh: "职务", en: "Posts" }, facts, [
    ...(own.length < facts.length ? [person] : []),
    { title: { zh: "职务", en: "post" }, cell: (fact) => ({ text: fact.values.title ?? "", fact }) },
    ...(own.length ? [at] : []),
    { title: DATE, short: true, cell: ({ values }) => ({ text: held(page, values) }) },
  ]);
}

export function figures(page: Context, thing: Thing, facts: readonly Fact[], known: Things): HTMLElement | undefined {
  const word = (code: string) => page.provider.word(code, page.language);
  const progress = progresses(facts);
  const sorted = inOrder(page, facts, ["indicator", "scope", "period"]);
  const others = facts.some((fact) => fact.subject !== thing.iri);
  return shown(
    page,
    { zh: "指标", en: "Figures" },
    sorted,
    [
      ...(others ? [{ title: { zh: "主体", en: "of" }, cell: ({ subject }: Fact) => named(known, subject) }] : []),
      { title: { zh: "指标", en: "indicator" }, cell: ({ values }) => ({ text: values.indicator ?? "" }) },
      { title: { zh: "范围", en: "scope" }, cell: (fact) => ({ text: scope(fact, thing, known) }) },
      {
        title: { zh: "数值", en: "value" },
        cell: (fact) => ({ text: amount(fact.values), value: base(fact), fact }),
        numeric: true,
      },
      { title: { zh: "时期", en: "period" }, short: true, cell: ({ values }) => ({ text: time(page, values.period) }) },
      { title: { zh: "状态", en: "status" }, cell: ({ kind }) => ({ text: word(kind) }) },
      {
        title: { zh: "进度", en: "progress" },
        cell: ({ id }) => percent(progress.get(id), page),
        numeric: true,
      },
    ],
    "figures",
  );
}

export function stages(page: Context, thing: Thing, facts: readonly Fact[]): HTMLElement | undefined {
  const word = (code = "") => (code ? page.provider.word(code, page.language) : "");
  return shown(
    page,
    { zh: "进展阶段", en: "Stages" },
    facts.filter((fact) => fact.subject === thing.iri),
    [
      { title: { zh: "阶段", en: "stage" }, cell: (fact) => ({ text: word(fact.kind), fact }) },
      { title: { zh: "状态", en: "status" }, cell: ({ values }) => ({ text: word(values.standing) }) },
      { title: DATE, short: true, cell: ({ values }) => ({ text: time(page, values.period) }) },
    ],
  );
}

export function events(page: Context, thing: Thing, facts: readonly Fact[], known: Things): HTMLElement | undefined {
  const own = facts.some((fact) => fact.subject === thing.iri);
  // As they came about; those of which nobody says when are last.
  const day = ({ values }: Fact) => values.date || "~";
  const sorted = facts.toSorted((one, other) => (day(one) < day(other) ? -1 : Number(day(one) > day(other))));
  const ends = (role: string) => (fact: Fact) => {
    const things = fact.ends.filter((end) => end.role === role).map((end) => named(known, end.thing));
    return { text: things.map(({ text }) => text).join("、"), things };
  };
  return shown(page, { zh: "活动", en: "Events" }, sorted, [
    { title: DATE, short: true, cell: ({ values }) => ({ text: time(page, values.date) }) },
    {
      title: { zh: "类别", en: "kind" },
      cell: (fact) => ({ text: page.provider.word(fact.kind, page.language), fact }),
    },
    ...(own ? [] : [{ title: { zh: "活动", en: "event" }, cell: ({ subject }: Fact) => named(known, subject) }]),
    { title: PLACE, cell: ends("locatedIn") },
    { title: { zh: "参加者", en: "participants" }, cell: ends("participant") },
  ]);
}

/** The section of a table; a column in which nothing stands is left out. */
function shown(
  page: Context,
  title: Words,
  facts: readonly Fact[],
  parts: readonly Part[],
  key = "",
): HTMLElement | undefined {
  const used = parts.filter(({ cell }) => facts.some((fact) => cell(fact).text));
  const columns = used.map(
    ({ title, numeric = false, short = false }): Column => ({ title: page.say(title), numeric, short }),
  );
  const rows = facts.map((fact) => used.map(({ cell }) => cell(fact)));
  return section([page.say(title)], facts.length, page.table(columns, rows, page.say(title), key));
}

/** Facts in the order of some of their values. */
function inOrder({ language }: Context, facts: readonly Fact[], values: readonly string[]): readonly Fact[] {
  const collator = new Intl.Collator(language === "zh" ? "zh-Hans-CN" : "en", { numeric: true });
  const key = (fact: Fact) => values.map((value) => fact.values[value] ?? "").join("\t");
  return facts.toSorted((one, other) => collator.compare(key(one), key(other)));
}

function named(known: Things, iri = ""): Cell {
  const thing = known.get(iri);
  return thing ? { text: thing.label, thing: iri } : { text: iri };
}

/** What a figure is restricted to: its printed scope, its industry and its project, without the page's own thing. */
function scope(fact: Fact, thing: Thing, known: Things): string {
  const ends = fact.ends.filter((end) => end.thing !== thing.iri).map((end) => known.get(end.thing)?.label ?? "");
  return [fact.values.scope, ...ends].filter(Boolean).join("、");
}

function base({ values }: Fact): number {
  return Number(values.baseValue ?? values.value ?? Number.NaN);
}

/** The share that the best result in the very same terms has reached of each target, by the target. */
function progresses(facts: readonly Fact[]): ReadonlyMap<string, number> {
  const targets = new Map(facts.map((fact) => [fact.id, fact]));
  const found = new Map<string, number>();
  for (const result of facts) {
    const target = targets.get(result.values.target ?? "");
    if (!target || CEILINGS.includes(target.values.comparator ?? "")) continue;
    const share = base(result) / base(target);
    if (Number.isFinite(share)) found.set(target.id, Math.max(share, found.get(target.id) ?? 0));
  }
  return found;
}

function percent(share: number | undefined, { language }: Context): Cell {
  if (share === undefined) return { text: "" };
  return { text: share.toLocaleString(language, { style: "percent" }), value: share };
}
