// 招商“一张图”: the counties shaded by an indicator, lines to outposts, and the five questions of the one that is clicked.
import type { Row } from "../../data/types";
import type { Context, View, Words } from "../../view";
import { frame } from "../frame/frame";
import { menu } from "../frame/pick";
import { grouped, named, openFact, openSentence } from "../frame/rows";
import { readable } from "../frame/words";
import { type Place, picture } from "./picture";
import {
  bests,
  classes,
  divisions,
  LEVELS,
  type Line,
  lines,
  type Measure,
  measures,
  type Region,
  regions,
  size,
  spread,
  within,
} from "./places";
import { profile } from "./profile";

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
const TABLES = ["explorer/regions", "explorer/figures", "explorer/divisions", "enclaves", "region-profile"];
const KEYS = ["indicator", "period", "status", "level", "area", "lines", "region"];

export const map: View = {
  id: "map",
  title: { zh: "招商一张图", en: "Map" },
  show(host, context) {
    const place = frame(host, context, map.title, {
      zh: "县（市、区）按一个指标着色，红线通向飞地和驻外机构；点一个县看五问。色块围着驻地的坐标，不是行政界线。",
      en: "Counties shaded by an indicator, red lines to their outposts; click one for its five questions. Cells surround seats and are no boundaries.",
    });
    const menus = {
      area: menu(context, { zh: "范围", en: "Area" }, "area"),
      indicator: menu(context, { zh: "指标", en: "Indicator" }, "indicator"),
      period: menu(context, { zh: "时期", en: "Period" }, "period"),
      status: menu(context, { zh: "目标或成果", en: "Target or result" }, "status"),
      level: menu(context, { zh: "级别", en: "Level" }, "level"),
      lines: menu(context, { zh: "飞地与驻外", en: "Outposts" }, "lines"),
    };
    place.choices.append(...Object.values(menus).map((one) => one.element));
    let end = () => {};
    void Promise.all(TABLES.map((name) => context.provider.rows(name))).then(
      ([regionRows = [], figures = [], register = [], enclaves = [], profiles = []]) => {
        const known = regions(regionRows);
        const all = divisions(register);
        const outposts = lines(enclaves, known);
        const measured = measures(figures, known);
        end = place.draw(KEYS, (room) => {
          const choice = chosen(context, known, measured);
          const { area, level, rows } = choice;
          for (const [name, options] of Object.entries(choice.options))
            menus[name as keyof typeof menus].fill(options, choice.values[name] ?? "");
          const own = [...known.values()].filter((region) => region.level === level && within(region.code, area));
          const values = bests(rows.filter((row) => known.get(named(row, "about"))?.level === level));
          const places = shaded(own, values);
          const title = [context.say(map.title), choice.title].filter(Boolean).join("-");
          const inArea = all.filter(({ code }) => within(code, area)).map(({ point }) => point);
          const iri = context.state.get("region");
          const drawn = picture(
            context,
            {
              title,
              places: places.list,
              own: inArea,
              all: all.map(({ point }) => point),
              lines: context.state.get("lines") === "off" ? [] : drawnLines(outposts, area, iri),
              classes: places.classes,
              caption: choice.title,
              chosen: iri,
              choose: (region) => context.state.set({ region: region.iri === iri ? "" : region.iri }),
              openLine: (line) => void openSentence(context, line.row),
              openThing: (thing) => context.openThing(thing),
            },
            room,
          );
          place.fill(drawn, () => table(context, places.list, outposts, title), title);
          const asked = profiles.filter((row) => named(row, "region") === iri);
          place.detail.replaceChildren(...(asked.length ? profile(context, iri, asked) : []));
        });
      },
    );
    return () => end();
  },
};

/** The lines of the region that is chosen, or else of all of the area that have a point to begin at. */
function drawnLines(outposts: readonly Line[], area: string, chosen: string): Line[] {
  const own = outposts.filter(({ from }) => from.code && within(from.code, area));
  const one = own.filter(({ from }) => from.iri === chosen);
  return one.length || chosen ? one : own.filter(({ from }) => from.point);
}

/** What the address asks for, or what shows most, and what else there is to choose. */
function chosen(context: Context, known: ReadonlyMap<string, Region>, measured: readonly Measure[]) {
  const { state, say } = context;
  const pick = (key: string, there: readonly string[]) =>
    there.includes(state.get(key)) ? state.get(key) : (there[0] ?? "");
  const most = (rows: readonly Row[], by: (row: Row) => string) =>
    [...grouped(rows, by)]
      .sort(([, one], [, other]) => spread(other) - spread(one))
      .map(([key, same]) => ({ value: key, count: spread(same) }));
  const indicator = pick(
    "indicator",
    measured.map(({ key }) => key),
  );
  const measure = measured.find(({ key }) => key === indicator);
  const periods = most(measure?.rows ?? [], (row) => row.period ?? "");
  const period = pick(
    "period",
    periods.map(({ value }) => value),
  );
  const ofPeriod = (measure?.rows ?? []).filter((row) => (row.period ?? "") === period);
  const statuses = most(ofPeriod, (row) => row.status ?? "");
  const status = pick(
    "status",
    statuses.map(({ value }) => value),
  );
  const rows = ofPeriod.filter((row) => row.status === status);
  const levelOf = (row: Row) => known.get(named(row, "about"))?.level ?? "";
  const levels = most(rows, levelOf);
  const level = pick("level", rows.length ? levels.map(({ value }) => value) : LEVELS);
  const inside = (code: string) =>
    rows.filter((row) => levelOf(row) === level && within(known.get(named(row, "about"))?.code ?? "", code)).length;
  const areas = [...known.values()].filter(
    ({ level: own, code }) => code && (own === "prefecture" || own === "province"),
  );
  const fullest = areas.toSorted(
    (one, other) =>
      inside(other.code) - inside(one.code) ||
      other.code.length - one.code.length ||
      (one.level < other.level ? -1 : 1),
  );
  const some = fullest.filter(({ code }) =>
    [...known.values()].some(
      (region) => region.code !== code && region.level === "county" && within(region.code, code),
    ),
  );
  const asked = pick("area", [...(level === "county" ? some.map(({ code }) => code) : []), COUNTRY]);
  const text = (words: Words | undefined, value: string) => (words ? say(words) : value);
  const none = say({ zh: "未注明", en: "not stated" });
  const options = {
    area: [
      { value: COUNTRY, text: say({ zh: "全国", en: "China" }) },
      ...some.map(({ code, name }) => ({ value: code, text: name })),
    ],
    indicator: measured.map(({ key, text, rows: own }) => ({ value: key, text, count: spread(own) })),
    period: periods.map(({ value, count }) => ({ value, text: value || none, count })),
    status: statuses.map(({ value, count }) => ({ value, text: text(STATUS[value], value), count })),
    level: levels.map(({ value, count }) => ({ value, text: text(LEVEL[value], value), count })),
    lines: [
      { value: "", text: say({ zh: "显示", en: "shown" }) },
      { value: "off", text: say({ zh: "隐藏", en: "hidden" }) },
    ],
  };
  const values: Record<string, string> = { area: asked, indicator, period, status, level, lines: state.get("lines") };
  const title = [measure?.text, period, text(STATUS[status], status)].filter(Boolean).join(" ");
  return { area: asked === COUNTRY ? "" : asked, level, rows, options, values, title };
}

function printed(row: Row): string {
  return readable(`${row.comparator ?? ""} ${row.value ?? ""}${row.unit ?? ""}`);
}

function shaded(own: readonly Region[], values: ReadonlyMap<string, Row>): { list: Place[]; classes: string[] } {
  const rows = own.map((region) => values.get(region.iri)).filter((row) => row !== undefined);
  const steps = classes(rows.map(size));
  const shade = (row: Row) => steps.findIndex(([least, most]) => size(row) >= least && size(row) <= most) + 1;
  const list = own.map((region) => {
    const row = values.get(region.iri);
    return { region, row, shade: row ? shade(row) : 0, text: row ? printed(row) : "" };
  });
  // A class is told in the words of the figures that it begins and ends with.
  const plain = (value: number) => {
    const row = rows.find((one) => size(one) === value);
    return row ? `${row.value}${row.unit ?? ""}` : "";
  };
  return {
    list,
    classes: steps.map(([least, most]) => (least === most ? plain(least) : `${plain(least)}–${plain(most)}`)),
  };
}

function table(
  context: Context,
  places: readonly Place[],
  outposts: ReturnType<typeof lines>,
  name: string,
): HTMLElement {
  const { say } = context;
  const columns = [
    { title: say({ zh: "地区", en: "Region" }) },
    { title: say({ zh: "数字", en: "Figure" }), numeric: true },
    { title: say({ zh: "原文说法", en: "As printed" }) },
    { title: say({ zh: "飞地与驻外", en: "Outposts" }) },
    { title: say({ zh: "文献", en: "Document" }) },
    { title: say({ zh: "原句", en: "Sentence" }), long: true },
  ];
  const order = (place: Place) => (place.row ? -size(place.row) : Number.POSITIVE_INFINITY);
  const cells = places
    .toSorted((one, other) => order(one) - order(other))
    .map(({ region, row, text }) => {
      const hosts = new Set(outposts.flatMap(({ from, to }) => (from.iri === region.iri ? [to.name] : [])));
      const open = () => void (row?.fact && openFact(context, row.fact));
      return [
        { text: region.name, open: () => context.state.set({ region: region.iri }) },
        row ? { text, value: size(row), open } : { text: "" },
        { text: [row?.printed, row?.scope].filter(Boolean).join("，") },
        { text: [...hosts].join("、") },
        { text: row?.document ?? "" },
        { text: row?.sentence ?? "", open },
      ];
    });
  return context.table(columns, cells, name, "sort");
}
