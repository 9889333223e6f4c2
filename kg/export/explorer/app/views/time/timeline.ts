// 时间线: events, stages of projects, posts and documents in time, of everywhere or of one place and what lies in it.
import type { Provider } from "../../data/provider";
import type { Row } from "../../data/types";
import type { Context, View, Words } from "../../view";
import { arriving } from "../frame/arriving";
import { frame } from "../frame/frame";
import { menu } from "../frame/pick";
import { documentCell, documentColumn, grouped, named, openSentence, sentenceCell } from "../frame/rows";
import { span, told } from "./dates";
import { documents, events, type Item, LANES, type Lane, posts, stages } from "./items";
import { picture } from "./picture";

const WORDS: Readonly<Record<Lane, Words>> = {
  events: { zh: "活动", en: "Events" },
  stages: { zh: "项目进展", en: "Stages of projects" },
  posts: { zh: "任职", en: "Posts" },
  documents: { zh: "文献", en: "Documents" },
};
const HELD: Words = { zh: "时任", en: "is " };
const BEGAN: Words = { zh: "始任", en: "becomes " };
const ENDED: Words = { zh: "卸任", en: "leaves " };
const ALL = "all";

export const timeline: View = {
  id: "timeline",
  title: { zh: "时间线", en: "Timeline" },
  show(host, context) {
    const { provider, say } = context;
    const place = frame(host, context, timeline.title, {
      zh: "文献说到的活动、项目进展、任职和文献本身，按时间排列。没有写年份的，单列在后，不作推测。",
      en: "Events, stages, posts and documents in time. What has no year stands apart: it is not guessed.",
    });
    const where = menu(context, { zh: "地方", en: "Place" }, "place");
    const kind = menu(context, { zh: "类别", en: "Kind" }, "lane");
    place.choices.append(where.element, kind.element);
    const around = provider.held ? [] : ["explorer/served/places"];
    return arriving(
      context,
      ["events"],
      ["project-stages", "explorer/posts", ...around],
      async (held = [], reached = [], posted = [], lying = []) => {
        const expected = say({ zh: "预计", en: "expected: " });
        const items = [
          ...events(held),
          ...stages(reached, expected),
          ...posts(posted, say(HELD), say(BEGAN), say(ENDED)),
          ...documents(provider.overview.documents),
        ];
        const above = await ancestors(provider, items, lying);
        return place.draw(["place", "lane"], (room) => {
          const [chosen, lane] = [context.state.get("place") || ALL, context.state.get("lane") || ALL];
          const all = { value: ALL, text: say({ zh: "全部", en: "All" }) };
          const lies = (item: Item, iri: string) => item.place === iri || (above.get(item.place) ?? []).includes(iri);
          const names = new Map(items.filter((item) => item.place).map((item) => [item.place, item.placeName]));
          const sums = new Map<string, number>();
          for (const { place } of items)
            for (const iri of new Set([place, ...(above.get(place) ?? [])])) sums.set(iri, (sums.get(iri) ?? 0) + 1);
          const places = [...names].map(([value, text]) => ({ value, text, count: sums.get(value) ?? 0 }));
          where.fill([all, ...places.sort((one, other) => other.count - one.count)], chosen);
          const counts = grouped(items, (item) => item.lane);
          const lanes = LANES.filter((one) => counts.has(one)).map((one) => ({
            value: one,
            text: say(WORDS[one]),
            count: counts.get(one)?.length ?? 0,
          }));
          kind.fill([all, ...lanes], lane);
          const own = items.filter(
            (item) => (lane === ALL || item.lane === lane) && (chosen === ALL || lies(item, chosen)),
          );
          const name = [say(timeline.title), names.get(chosen), lanes.find((one) => one.value === lane)?.text]
            .filter(Boolean)
            .join("-");
          if (!own.length)
            return place.fill(say({ zh: "没有这样的事。", en: "Nothing of the kind." }), undefined, name);
          const words = Object.fromEntries(LANES.map((one) => [one, say(WORDS[one])])) as Record<Lane, string>;
          const shown = {
            title: name,
            items: own,
            lanes: words,
            attested: say({
              zh: "（虚框是文献提到的时间，不是任期；实条和圆点是始任、卸任）",
              en: " (dashed: the time of which a document speaks, no term; solid: begun or ended)",
            }),
            undated: say({ zh: "没有写年份", en: "No year stated" }),
          };
          place.fill(
            picture(context, { ...shown, open: (item) => open(context, item) }, room),
            () => table(context, own, name),
            name,
          );
        });
      },
    );
  },
};

/** What each place lies in, all the way up; `lying` tells what lies in what, where the things are not all at hand. */
async function ancestors(
  provider: Provider,
  items: readonly Item[],
  lying: readonly Row[],
): Promise<Map<string, string[]>> {
  const told = grouped(lying, (row) => named(row, "place"));
  const above = async (iri: string) =>
    provider.held ? (await provider.thing(iri))?.parent : named(told.get(iri)?.[0] ?? {}, "above");
  const found = new Map<string, string[]>();
  for (const place of new Set(items.map((item) => item.place))) {
    const way: string[] = [];
    for (let up = place && (await above(place)); up && !way.includes(up); up = await above(up)) way.push(up);
    found.set(place, way);
  }
  return found;
}

/** An event opens itself, a stage what it is of, a post who holds it, with the sentence; a document opens to be read. */
function open(context: Context, item: Item): void {
  const row = item.rows[0] ?? {};
  if (item.lane === "documents" && row.document) context.go("", { thing: "", document: row.document });
  const thing = row["event@"] || row["thing@"] || row["person@"];
  if (row.sentence) void openSentence(context, row);
  if (thing) context.openThing(thing);
}

function table(context: Context, items: readonly Item[], name: string): HTMLElement {
  const { say, language } = context;
  const columns = [
    { title: say({ zh: "时间", en: "Time" }), numeric: true },
    { title: say({ zh: "类别", en: "Kind" }) },
    { title: say({ zh: "事项", en: "What" }) },
    { title: say({ zh: "地方", en: "Place" }) },
    { title: say({ zh: "参加", en: "Participants" }) },
    documentColumn(context),
    { title: say({ zh: "原句", en: "Sentence" }), long: true },
  ];
  const order = (item: Item) => span(item.time)?.from ?? Number.POSITIVE_INFINITY;
  const lines = items
    .toSorted((one, other) => order(one) - order(other))
    .map((item) => {
      const row = item.rows[0] ?? {};
      const day = span(item.time)?.from;
      const time = told(item.time, language);
      const who = [...new Set(item.rows.map((one) => one.participant ?? ""))].filter(Boolean);
      return [
        day === undefined ? { text: time } : { text: time, value: day },
        { text: say(WORDS[item.lane]) },
        { text: item.text, open: () => open(context, item) },
        item.place ? { text: item.placeName, thing: item.place } : { text: item.placeName },
        { text: who.join("、") },
        documentCell(context, row),
        sentenceCell(context, row),
      ];
    });
  return context.table(columns, lines, name, "sort");
}
