// 龙虎榜: places of one class and level ranked on one indicator, like with like, target against result.
import type { Context, View, Words } from "../../view";
import { frame } from "../frame/frame";
import { list, menu, type Option } from "../frame/pick";
import { documentCell, documentColumn, numberCell, openFact, openSentence } from "../frame/rows";
import { readable } from "../frame/words";
import { type Bar, bars, type Line, type Look } from "./bars";
import {
  among,
  type Board,
  boards,
  CLASSES,
  type Class,
  type Figure,
  legend,
  type Place,
  printed,
  type Status,
} from "./boards";

const MOST = 60;

const BY: Readonly<Record<string, Words>> = {
  target: { zh: "目标", en: "Target" },
  achieved: { zh: "成果", en: "Result" },
  share: { zh: "完成比例", en: "Share achieved" },
};

const COMPARED: Readonly<Record<Class, Words>> = {
  Region: { zh: "地区之间", en: "regions" },
  Platform: { zh: "平台之间", en: "platforms" },
  both: { zh: "平台与县级地区同列", en: "platforms with counties" },
};

export const leaderboard: View = {
  id: "leaderboard",
  title: { zh: "龙虎榜", en: "Leaderboard" },
  show(host, context) {
    const place = frame(
      host,
      context,
      leaderboard.title,
      {
        zh: "同一指标、同一门槛（如亿元以上）、同一单位、同一时期、同一类别和级别的才排在一起；只数其中一部分的（如制造业项目）也在榜上，因为全部只会更多，这时各地名下写明原文说法。平台另排，也可选与县级地区同列。虚框是目标，实条是成果，浅条是与目标口径不同的成果。",
        en: "Ranked together are figures of one indicator, threshold, unit, period, class and level; a count of a part (projects of manufacturing) is among them, as the whole is at least that much: then each place says what its text counts. Platforms stand apart, or on demand with the counties. Dashed bars are targets, solid ones results, pale ones results in other terms than the target.",
      },
      { zh: "点条看原句。", en: "A bar leads to its sentence." },
    );
    const pick = list(context, { zh: "榜单", en: "Board" }, "board");
    const by = menu(context, { zh: "排序", en: "Order" }, "by");
    place.list.append(pick.element);
    const compared = menu(context, { zh: "谁与谁比", en: "Compared" }, "class");
    place.choices.append(compared.element, by.element);
    let end = () => {};
    void Promise.all([context.provider.rows("leaderboard"), context.provider.rows("explorer/figures")]).then(
      ([rows, figures]) => {
        const every = boards(rows, figures);
        const classes = CLASSES.filter((one) => among(every, one).length);
        end = place.draw(["board", "by", "class"], (room) => {
          const chosen = classes.find((one) => one === context.state.get("class")) ?? classes[0] ?? "Region";
          const all = among(every, chosen);
          const options = classes.map((one) => ({ value: one, text: context.say(COMPARED[one]) }));
          compared.fill(options, chosen);
          const board = all.find((one) => one.key === context.state.get("board")) ?? all[0];
          if (!board) {
            const none = {
              zh: "没有两个同类同级的地方有同一指标、同一时期的数字。",
              en: "No two places of one class and level have a figure of one indicator and period.",
            };
            return place.fill(context.say(none), undefined, "");
          }
          pick.fill(
            all.map((one) => option(context, one)),
            board.key,
          );
          const ways = Object.keys(BY).filter((way) => board.places.some((one) => value(one, way) !== undefined));
          const way = ways.includes(context.state.get("by")) ? context.state.get("by") : (ways[0] ?? "target");
          by.fill(
            ways.map((one) => ({ value: one, text: context.say(BY[one] ?? { zh: one, en: one }) })),
            way,
          );
          const sorted = board.places.toSorted((one, other) => before(one, other, way));
          const heading = [ranked(context, board), board.period, context.say(COMPARED[chosen])]
            .filter(Boolean)
            .join(" · ");
          const name = [context.say(leaderboard.title), board.indicator, board.extent, board.period]
            .filter(Boolean)
            .join("-");
          const shown = lines(context, sorted.slice(0, MOST), way);
          place.fill(
            bars(name, heading, shown, room, 0, legend(context, shown)),
            () => table(context, sorted, way, name),
            name,
          );
        });
      },
    );
    return () => end();
  },
};

/** What a board ranks; that its places are counties goes without saying. */
function ranked(context: Context, { indicator, extent, level }: Board): string {
  const higher = level === "county" ? "" : context.provider.word(`region-levels/${level}`, context.language);
  return [indicator, extent, higher].filter(Boolean).join(" ");
}

function option(context: Context, board: Board): Option {
  return {
    value: board.key,
    text: ranked(context, board),
    count: board.places.length,
    group: board.period,
  };
}

function value(place: Place, way: string): number | undefined {
  return way === "share" ? place.share : place[way as Status]?.base;
}

/** By rank where the query ranks, then by value, the greatest first; who has none comes last. */
function before(one: Place, other: Place, way: string): number {
  const rank = (place: Place) => place.rank[way as Status] ?? Number.MAX_SAFE_INTEGER;
  const size = (place: Place) => value(place, way) ?? -Number.MAX_VALUE;
  return rank(one) - rank(other) || size(other) - size(one);
}

/** The number of a place on its board as it is ordered; none where it has nothing of that. */
function standing(place: Place, way: string, index: number): string {
  return value(place, way) === undefined ? "—" : String(place.rank[way as Status] ?? index + 1);
}

function lines(context: Context, places: readonly Place[], way: string): Line[] {
  const most = Math.max(...places.flatMap((one) => [one.target?.base ?? 0, one.achieved?.base ?? 0]), Number.MIN_VALUE);
  const wordings = new Set(places.map((place) => words(context, place)));
  const bar = (place: Place, look: Look, status: Status, figure: Figure | undefined): Bar[] => {
    if (!figure) return [];
    const text = readable(printed(figure.row));
    const told = `${place.name} ${context.say(BY[status] ?? { zh: "", en: "" })} ${text}`;
    return [{ share: figure.base / most, text, told, look, open: () => open(context, figure) }];
  };
  return places.map((place, index) => {
    const told = place.share;
    const other = told === undefined && place.target && place.achieved;
    const share = told === undefined ? "" : `${context.say({ zh: "完成", en: "achieved" })} ${percent(told)}`;
    const result = bar(place, other ? "apart" : "result", "achieved", place.achieved);
    return {
      before: standing(place, way, index),
      name: place.name,
      note: [share, wordings.size > 1 ? words(context, place) : ""].filter(Boolean).join(" · "),
      bars: [...bar(place, "target", "target", place.target), ...result],
      open: () => context.openThing(place.iri),
    };
  });
}

function open(context: Context, { row }: Figure): void {
  if (row.fact) void openFact(context, row.fact);
  else void openSentence(context, row);
}

/** What target and result are called in the text; the result's words only where they are others. */
function words({ say }: Context, { target, achieved }: Place): string {
  const printed = (one: Figure | undefined) => [one?.row.printed, one?.row.scope].filter(Boolean).join("，");
  const [first, then] = [printed(target ?? achieved), printed(achieved)];
  return !target || !then || then === first ? first : `${first}；${say({ zh: "成果", en: "result" })}：${then}`;
}

function percent(value: number): string {
  return `${Math.round(value * 1000) / 10}%`;
}

function table(context: Context, places: readonly Place[], way: string, name: string): HTMLElement {
  const { say } = context;
  const sentence = say({ zh: "原句", en: "Sentence" });
  // A file has each figure as sign, number and unit, all in one unit.
  const apart = (title: string) => {
    const parts = [
      { zh: "比较", en: "comparator" },
      { zh: "数值", en: "value" },
      { zh: "单位", en: "unit" },
    ];
    return { title, file: parts.map((part) => say({ zh: `${title}${part.zh}`, en: `${title}: ${part.en}` })) };
  };
  const filed = ({ row, base }: Figure) => [
    readable(`${row.comparator ?? ""} `),
    ...(units.size > 1 ? [String(base), row.baseUnit ?? row.unit ?? ""] : [row.value ?? "", row.unit ?? ""]),
  ];
  const columns = [
    { title: say({ zh: "名次", en: "Rank" }), numeric: true },
    { title: say({ zh: "地方", en: "Place" }) },
    { ...apart(say({ zh: "目标", en: "Target" })), numeric: true },
    { ...apart(say({ zh: "成果", en: "Result" })), numeric: true },
    { title: say({ zh: "完成比例", en: "Share" }), numeric: true },
    { title: say({ zh: "原文说法", en: "As printed" }) },
    documentColumn(context),
    { title: sentence, long: true, file: [sentence, say({ zh: "成果原句", en: "Sentence of the result" })] },
  ];
  const units = new Set(
    places.flatMap(({ target, achieved }) => [target, achieved].flatMap((one) => (one ? [one.row.unit ?? ""] : []))),
  );
  const rows = places.map((place, index) => {
    const first = place.target ?? place.achieved;
    const figure = (one: Figure | undefined) =>
      one
        ? { text: readable(printed(one.row)), value: one.base, open: () => open(context, one), file: filed(one) }
        : { text: "" };
    const told = place.share;
    const row = first?.row ?? {};
    const said = [row.sentence ?? "", (place.target && place.achieved?.row.sentence) ?? ""];
    return [
      numberCell(standing(place, way, index)),
      { text: place.name, thing: place.iri },
      figure(place.target),
      figure(place.achieved),
      told === undefined ? { text: place.target && place.achieved ? "—" : "" } : { text: percent(told), value: told },
      { text: words(context, place) },
      documentCell(context, row),
      { text: row.sentence ?? "", open: () => first && open(context, first), file: said },
    ];
  });
  return context.table(columns, rows, name, "sort");
}
