// The drawing of a time line: a lane for each kind, each item where its days are; on narrow pages one below the other.
import type { Context } from "../../view";
import { grouped } from "../frame/rows";
import { drawing, fitted, label, mark, shape, width } from "../frame/svg";
import { type Span, span, ticks, told } from "./dates";
import { type Item, LANES, type Lane } from "./items";
import "./time.css";

const NARROW = 640;
const ROW = 22;
const HEAD = 26;
const TOP = 28;
const LONGEST = 300;
const APART = 14;
const LONG = 20; // pixels
const [DOT, PAD] = [9, 6];
const MOST = 24;
const MOST_LANE = 120;

export interface Shown {
  readonly title: string;
  readonly items: readonly Item[];
  /** Words for each lane, and for what has no year. */
  readonly lanes: Readonly<Record<Lane, string>>;
  readonly undated: string;
  /** What follows the heading of a lane in which times are those of which documents speak. */
  readonly attested: string;
  open(item: Item): void;
}

type Dated = readonly [Item, Span];

export function picture(context: Context, shown: Shown, room: number): SVGSVGElement {
  const dated = shown.items.flatMap((item): Dated[] => {
    const days = span(item.time);
    return days ? [[item, days]] : [];
  });
  dated.sort(([, one], [, other]) => one.from - other.from || one.to - other.to);
  const rest = shown.items.filter((item) => !span(item.time));
  const upper = room < NARROW ? below(context, shown, dated, room) : across(context, shown, dated, room);
  const lower = undated(context, shown, rest, room, upper.height);
  return drawing(room, lower.height, shown.title, ...upper.parts, ...lower.parts);
}

interface Part {
  readonly parts: SVGElement[];
  readonly height: number;
}

function across(context: Context, shown: Shown, dated: readonly Dated[], room: number): Part {
  if (!dated.length) return { parts: [], height: 0 };
  const first = Math.min(...dated.map(([, days]) => days.from)) - 20;
  const last = Math.max(...dated.map(([, days]) => days.to)) + 20;
  const at = (day: number) => ((day - first) / (last - first)) * (room - 2);
  const parts: SVGElement[] = [];
  let y = TOP;
  const lanes = grouped(dated, ([item]) => item.lane);
  for (const lane of LANES) {
    const all = lanes.get(lane) ?? [];
    if (!all.length) continue;
    const items = all.slice(-MOST_LANE);
    const rest = all.length - items.length;
    const noted = items.some(([item]) => item.attested);
    const told = context.say({ zh: `（另有更早的 ${rest} 项，见下表）`, en: ` (${rest} earlier ones in the table)` });
    parts.push(
      label(
        0,
        y + 17,
        `${shown.lanes[lane]}${noted ? shown.attested : ""}${rest ? told : ""}`,
        "strong small time-lane",
      ),
    );
    y += HEAD;
    const ends: number[] = [];
    for (const [item, days] of items) {
      const [from, to] = [at(days.from), at(days.to + 1)];
      const text = fitted(item.text, LONGEST, 13);
      const long = to - from > LONG;
      const wide = width(text, 13) + (long ? 2 * PAD : DOT + PAD);
      // Where there is no room behind it, the text stands before what it tells.
      const before = from + wide > room;
      const spot = { from, to: long ? to : from + DOT, long, before, text, wide, y };
      const [left, right] = before ? [spot.to - wide, spot.to] : [from, Math.max(spot.to, from + wide)];
      const free = ends.findIndex((end) => end + APART < left);
      const row = free < 0 ? ends.length : free;
      ends[row] = right;
      parts.push(one(context, shown, item, { ...spot, y: y + row * ROW }));
    }
    y += ends.length * ROW + 10;
  }
  const lines = ticks(first, last).flatMap(({ day, text }) => [
    shape("line", { x1: at(day), x2: at(day), y1: 20, y2: y, class: "time-tick" }),
    at(day) + width(text, 12) + 4 < room
      ? label(at(day) + 4, 14, text, "small faint")
      : label(at(day) - 4, 14, text, "small faint", "end"),
  ]);
  return { parts: [...lines, ...parts], height: y };
}

interface Spot {
  readonly from: number;
  readonly to: number;
  /** A month or more: its text stands in it; else a dot with the text beside it. */
  readonly long: boolean;
  readonly before: boolean;
  readonly text: string;
  readonly wide: number;
  readonly y: number;
}

function one(context: Context, shown: Shown, item: Item, { from, to, long, before, text, wide, y }: Spot): SVGElement {
  const left = before ? Math.min(from, to - wide) : from;
  const right = before ? to : Math.max(to, from + wide);
  const kind = { "data-kind": item.kind };
  const look = item.attested ? "time-attested" : long ? "time-span" : "";
  const days = long
    ? shape("rect", { x: from, y: y + 1, width: to - from, height: ROW - 3, rx: 4, class: `spot ${look}`, ...kind })
    : shape("circle", { cx: from + DOT / 2, cy: y + ROW / 2 - 1, r: DOT / 2, class: `spot ${look}`, ...kind });
  const x = before ? to - (long ? PAD : DOT + PAD) : from + (long ? PAD : DOT + PAD);
  return mark(
    `${told(item.time, context.language)} ${item.text}`,
    () => shown.open(item),
    shape("rect", { x: left - 2, y, width: right - left + 4, height: ROW - 1, rx: 4, class: "target" }),
    days,
    label(x, y + 15, text, "", before ? "end" : "start"),
  );
}

/** A row for each item, the year before the first of it. */
function below(context: Context, shown: Shown, dated: readonly Dated[], room: number): Part {
  const parts: SVGElement[] = [];
  let [y, year] = [0, ""];
  for (const [item] of dated.slice(-MOST_LANE)) {
    const own = item.time.replace(/^\.\./, "").slice(0, 4);
    if (own !== year) {
      parts.push(label(0, y + 19, own, "strong"));
      y += HEAD;
      year = own;
    }
    parts.push(listed(context, shown, item, 0, y, room));
    y += 2 * ROW - 4;
  }
  if (y) parts.unshift(shape("line", { x1: 5, x2: 5, y1: HEAD, y2: y - 12, class: "time-tick" }));
  return { parts, height: y };
}

/** Date above, text below. */
function listed(context: Context, shown: Shown, item: Item, x: number, y: number, room: number): SVGElement {
  const time = told(item.time, context.language);
  const what = [time, shown.lanes[item.lane], item.placeName].filter(Boolean).join(" · ");
  return mark(
    `${time} ${item.text}`,
    () => shown.open(item),
    shape("rect", { x, y, width: room, height: 2 * ROW - 6, rx: 4, class: "target" }),
    shape("circle", { cx: x + 5, cy: y + 11, r: 4.5, class: "spot", "data-kind": item.kind }),
    label(x + 18, y + 15, fitted(what, room - 20, 12), "small faint"),
    label(x + 18, y + 33, fitted(item.text, room - 20, 13)),
  );
}

function undated(context: Context, shown: Shown, items: readonly Item[], room: number, top: number): Part {
  if (!items.length) return { parts: [], height: top + 4 };
  const columns = Math.max(1, Math.floor(room / 320));
  const wide = room / columns;
  const parts: SVGElement[] = [label(0, top + 24, `${shown.undated}（${items.length}）`, "strong small time-lane")];
  const some = items.slice(0, MOST);
  some.forEach((item, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    parts.push(listed(context, shown, item, column * wide, top + 34 + row * (2 * ROW - 4), wide - 12));
  });
  const height = top + 40 + Math.ceil(some.length / columns) * (2 * ROW - 4);
  const rest = items.length - some.length;
  if (!rest) return { parts, height };
  const more = context.say({ zh: `另有 ${rest} 项，见下表`, en: `${rest} more in the table` });
  return { parts: [...parts, label(18, height + 8, more, "small faint")], height: height + 18 };
}
