// The drawing of a chain: a column for each position, a box for each link, a line for each thing on it.

import { WORDS } from "../../shell/words";
import { PLANNED } from "../../thing/planned";
import { time } from "../../thing/told";
import type { Context } from "../../view";
import { drawing, fitted, label, legend, mark, shape, spot, width } from "../frame/svg";
import { POSITIONS, positioned } from "../frame/words";
import { apart, FIGURES, filled, type Item, isMixed, type Link, type Position } from "./links";
import "./chain.css";

const GAP = 16;
const LINE = 22;
const HEAD = 34;
const PAD = 10;
const NARROW = 640;
const MOST = 14;
const TEXT = 13;

interface Box {
  readonly element: SVGElement;
  readonly height: number;
}
type Open = (item: Item) => void;

export function picture(
  context: Context,
  title: string,
  told: readonly Position[],
  room: number,
  open: Open,
): SVGSVGElement {
  const columns = told.filter((position) => position.name);
  columns.sort((one, other) => POSITIONS.indexOf(one.name) - POSITIONS.indexOf(other.name));
  const whole = told.find((position) => !position.name)?.links[0];
  const across = room < NARROW ? 1 : Math.max(1, columns.length);
  const wide = (room - GAP * (across - 1)) / across;
  const key = legend(entries(context, told), room);
  const parts: SVGElement[] = [key.element];
  let y = key.height;
  if (!whole) {
    parts.push(label(0, y + 14, title, "chain-name"));
    y += GAP + 8;
  }
  if (whole) {
    const lanes = Math.max(1, Math.floor(room / 300));
    const all = box(context, { ...whole, name: title }, room, lanes, open, "whole");
    all.element.setAttribute("transform", `translate(0 ${y})`);
    parts.push(all.element);
    y += all.height + GAP;
  }
  let lowest = y;
  columns.forEach((position, index) => {
    const x = across === 1 ? 0 : index * (wide + GAP);
    let bottom = across === 1 ? lowest : y;
    parts.push(arrow(context, position, x, bottom, wide));
    bottom += HEAD + GAP / 2;
    for (const link of position.links) {
      const one = box(context, link, wide, 1, open, filled(link) ? "link" : link.items.length ? "wanted" : "gap");
      one.element.setAttribute("transform", `translate(${x} ${bottom})`);
      parts.push(one.element);
      bottom += one.height + GAP / 2;
    }
    lowest = Math.max(lowest, bottom);
  });
  return drawing(room, lowest + 2, title, ...parts);
}

const HOLLOW = {
  zh: "空心：只是规划、要引进，不算已有的环节",
  en: "hollow: only planned or to be attracted, not counted as there",
};

const PARTLY = {
  zh: "半空：所列产业中，有的已有，有的还在规划，各自标明",
  en: "half hollow: there for some industries, only planned for others, as each says",
};

function isHollow({ ahead, kind }: Item): boolean {
  return ahead && !FIGURES.includes(kind);
}

/** The kinds that are there; figures are of one colour, whichever kind they are. */
function entries(context: Context, told: readonly Position[]): [string, string][] {
  const kinds = new Set(
    told.flatMap((position) => position.links.flatMap((link) => link.items.map((item) => item.kind))),
  );
  const word = (kind: string) => context.provider.word(kind, context.language);
  const things = [...kinds]
    .filter((kind) => !FIGURES.includes(kind))
    .map((kind): [string, string] => [kind, word(kind)]);
  const figures = FIGURES.filter((kind) => kinds.has(kind)).map(word);
  const wanted = told.some((position) => position.links.some((link) => link.items.some((item) => isHollow(item))));
  const partly = told.some((position) => position.links.some((link) => link.items.some(isMixed)));
  return [
    ...things,
    ...(figures.length ? ([["", figures.join(context.say(WORDS.and))]] satisfies [string, string][]) : []),
    ...(wanted ? ([["planned", context.say(HOLLOW)]] satisfies [string, string][]) : []),
    ...(partly ? ([["partly", context.say(PARTLY)]] satisfies [string, string][]) : []),
  ];
}

/** A position as an arrow that points on to the next. */
function arrow(context: Context, position: Position, x: number, y: number, wide: number): SVGElement {
  const tip = 12;
  const path = `M${x} ${y}h${wide - tip}l${tip} ${HEAD / 2}l${-tip} ${HEAD / 2}h${tip - wide}l${tip} ${-HEAD / 2}z`;
  const count = position.links.filter(filled).length;
  const told = `${positioned(context, position.name)}　${count}/${position.links.length}`;
  return shape(
    "g",
    {},
    shape("path", { d: path, class: "chain-arrow" }),
    label(x + 2 * tip, y + HEAD / 2 + 5, told, "strong"),
  );
}

function box(context: Context, link: Link, wide: number, lanes: number, open: Open, look: string): Box {
  const shown = link.items.slice(0, MOST * lanes);
  const rest = link.items.length - shown.length;
  const each = Math.ceil(shown.length / lanes);
  const lane = (wide - 2 * PAD) / lanes;
  const height = link.items.length ? HEAD + each * LINE + PAD + (rest ? LINE : 0) : HEAD;
  const lines = shown.map((item, index) =>
    line(
      context,
      item,
      link.name,
      PAD + Math.floor(index / each) * lane,
      HEAD + (index % each) * LINE,
      lane - PAD,
      open,
    ),
  );
  if (rest) {
    const told = context.say({ zh: `另有 ${rest} 项，见下表`, en: `${rest} more in the table` });
    lines.push(label(PAD, HEAD + each * LINE + 15, told, "faint small"));
  }
  const count = link.items.length ? String(link.items.length) : "";
  const element = shape(
    "g",
    {},
    shape("rect", { x: 0.5, y: 0.5, width: wide - 1, height: height - 1, rx: 8, class: `chain-box chain-${look}` }),
    label(PAD, 22, fitted(link.name, wide - 60, TEXT + 1, 600), look === "gap" ? "faint" : "chain-name"),
    label(wide - PAD, 22, count, "faint small", "end"),
    ...lines,
  );
  return { element, height };
}

function line(context: Context, item: Item, link: string, x: number, y: number, room: number, open: Open): SVGElement {
  const kind = context.provider.word(item.kind, context.language);
  const told = FIGURES.includes(item.kind) ? [kind, time(context, item.period)].filter(Boolean).join(" ") : "";
  const mixed = isMixed(item);
  const others = item.industries.flatMap(({ name }) => (name === link ? [] : [name]));
  const stands = mixed ? apart(context, item.kind, item.industries) : others.join("、");
  const planned = isHollow(item) ? context.say(PLANNED) : "";
  const said = [told, planned, stands].filter(Boolean).join(" · ");
  // A figure says how much it is and of what kind, however long its name.
  const amount = item.amount && ` ${item.amount}`;
  const head = item.name.slice(0, item.name.length - amount.length);
  // Of what is planned beside what is there an entry always tells, as far as half of it goes.
  const kept = told ? width(told, 12) + 10 : mixed ? Math.min(width(said, 12) + 10, room / 2) : 0;
  const text = fitted(head, room - 22 - kept - width(amount, TEXT), TEXT) + amount;
  const left = room - 32 - width(text, TEXT);
  const more =
    said && (kept || left > 40) ? label(x + 28 + width(text, TEXT), y + 16, fitted(said, left, 12), "faint small") : "";
  const target = shape("rect", { x, y, width: room, height: LINE, rx: 4, class: "target" });
  const dot = spot(item.kind, x + 9, y + LINE / 2, isHollow(item) ? "planned" : mixed ? "partly" : "there");
  const name = [item.name, time(context, item.period), planned, mixed ? stands : ""].filter(Boolean).join(" ");
  return mark(
    `${kind}${context.say(WORDS.colon)}${name}`,
    () => open(item),
    target,
    dot,
    label(x + 20, y + 16, text),
    more,
  );
}
