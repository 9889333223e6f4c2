// What the address of the map asks for, or else what shows most, and what there is to choose from.
import type { Row } from "../../data/types";
import type { Context, Words } from "../../view";
import type { Option } from "../frame/pick";
import { grouped, named } from "../frame/rows";
import { LEVELS, type Measure, prefix, type Region, spread } from "./places";

const STATUS: Readonly<Record<string, Words>> = {
  target: { zh: "目标", en: "Target" },
  achieved: { zh: "成果", en: "Result" },
};
const LEVEL: Readonly<Record<string, Words>> = {
  county: { zh: "县级", en: "Counties" },
  prefecture: { zh: "地级", en: "Prefectures" },
  province: { zh: "省级", en: "Provinces" },
};
const COUNTRY = "all";

export const MENUS = {
  area: { zh: "范围", en: "Area" },
  indicator: { zh: "指标", en: "Indicator" },
  period: { zh: "时期", en: "Period" },
  status: { zh: "目标或成果", en: "Target or result" },
  level: { zh: "级别", en: "Level" },
  lines: { zh: "飞地与驻外", en: "Outposts" },
} as const;
export type Menu = keyof typeof MENUS;

export interface Choice {
  readonly values: Readonly<Record<Menu, string>>;
  readonly options: Readonly<Record<Menu, readonly Option[]>>;
  /** The code of the area, "" for the country. */
  readonly area: string;
  readonly level: string;
  /** The figures of the indicator, period, status and level. */
  readonly rows: readonly Row[];
  readonly title: string;
}

export function choice(context: Context, known: ReadonlyMap<string, Region>, measured: readonly Measure[]): Choice {
  const { state, say } = context;
  const asked = (key: Menu, there: readonly Option[]) =>
    there.find(({ value }) => value === state.get(key))?.value ?? there[0]?.value ?? "";
  const levelOf = (row: Row) => known.get(named(row, "about"))?.level ?? "";
  const word = (words: Words | undefined, code: string) => (words ? say(words) : code);
  const none = say({ zh: "未注明", en: "not stated" });

  const indicators = measured.map(({ key, text, rows }) => ({ value: key, text, count: spread(rows) }));
  const indicator = asked("indicator", indicators);
  const measure = measured.find(({ key }) => key === indicator);
  const [period, ofPeriod, periods] = narrowed(
    measure?.rows ?? [],
    "period",
    (row) => row.period ?? "",
    (code) => code || none,
  );
  const [status, ofStatus, statuses] = narrowed(
    ofPeriod,
    "status",
    (row) => row.status ?? "",
    (code) => word(STATUS[code], code),
  );
  const [level, rows, levels] = narrowed(ofStatus, "level", levelOf, (code) => word(LEVEL[code], code));

  function narrowed(from: readonly Row[], key: Menu, by: (row: Row) => string, told: (code: string) => string) {
    const groups = grouped(from, by);
    const there = [...groups].map(([value, same]) => ({ value, text: told(value), count: spread(same) }));
    there.sort((one, other) => other.count - one.count);
    const value = asked(key, there);
    return [value, groups.get(value) ?? [], there] as const;
  }

  const country = { value: COUNTRY, text: say({ zh: "全国", en: "China" }) };
  const some = areas(known, new Set(rows.map((row) => named(row, "about"))));
  // The region that is clicked, or that a link leads to, is on the map unless another area is asked for.
  const home = known.get(state.get("region"))?.code ?? "";
  const near = some.filter(({ value }) => home?.startsWith(prefix(value)));
  const first = near.length || (level && level !== "county") ? near : some;
  const area = asked("area", [...first, country, ...some]);
  const lines = [
    { value: "", text: say({ zh: "显示", en: "shown" }) },
    { value: "off", text: say({ zh: "隐藏", en: "hidden" }) },
  ];
  return {
    values: { area, indicator, period, status, level, lines: state.get("lines") },
    options: {
      area: [country, ...some],
      indicator: indicators,
      period: periods,
      status: statuses,
      level: levels,
      lines,
    },
    area: area === COUNTRY ? "" : area,
    level: level || LEVELS[0],
    rows,
    title: [measure?.text, period, word(STATUS[status], status)].filter(Boolean).join(" "),
  };
}

/** Prefectures and provinces with counties of the graph in them, those with most figures first, then the smaller ones. */
function areas(known: ReadonlyMap<string, Region>, valued: ReadonlySet<string>): Option[] {
  const [all, told] = [new Map<string, number>(), new Map<string, number>()];
  for (const { iri, code, level } of known.values()) {
    if (level !== "county" || !code) continue;
    for (const above of [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]) {
      all.set(above, (all.get(above) ?? 0) + 1);
      if (valued.has(iri)) told.set(above, (told.get(above) ?? 0) + 1);
    }
  }
  const rank = ({ code }: Region) => [told.get(code) ?? 0, Number(!code.endsWith("0000")), all.get(code) ?? 0];
  const more = (one: readonly number[], other: readonly number[]) =>
    one.map((value, index) => (other[index] ?? 0) - value).find((difference) => difference) ?? 0;
  return [...known.values()]
    .filter(({ code }) => all.has(code))
    .sort((one, other) => more(rank(one), rank(other)) || (one.code < other.code ? -1 : 1))
    .map(({ code, name }) => ({ value: code, text: name }));
}
