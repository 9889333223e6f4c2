// The drawing of the map: cells of counties (circles for cities and provinces), shaded by a figure; lines to outposts; what has no point below.
import type { Row } from "../../data/types";
import type { Context } from "../../view";
import { grouped } from "../frame/rows";
import { drawing, fitted, label, mark, shape, width } from "../frame/svg";
import { type Fit, fit, type Point } from "./albers";
import { cells } from "./cells";
import type { Line, Region } from "./places";
import { type Box, inside, rim } from "./rim";
import "./map.css";

export interface Place {
  readonly region: Region;
  readonly row: Row | undefined;
  /** The number of its class, from 1; 0 for no figure. */
  readonly shade: number;
  /** Its figure, as it is shown. */
  readonly text: string;
}

export interface Shown {
  readonly title: string;
  readonly places: readonly Place[];
  /** Points of all counties of the area, and of those around it. */
  readonly own: readonly Point[];
  readonly all: readonly Point[];
  readonly lines: readonly Line[];
  /** What the shades mean, and of what. */
  readonly classes: readonly string[];
  readonly caption: string;
  readonly chosen: string;
  choose(region: Region): void;
  openLine(line: Line): void;
  openThing(iri: string): void;
}

const EARTH = 6371;
const [LEAST, MOST] = [9 / EARTH, 150 / EARTH]; // how far cells reach, kilometres
const SMALL = 5;
const ROW = 24;

export function picture(context: Context, shown: Shown, room: number): SVGSVGElement {
  const narrow = room < 640;
  const height = Math.min(470, room * (narrow ? 1 : 0.7));
  const corners = cells(shown.all, shown.own, LEAST, MOST).flat();
  const frame = fit(corners.length ? corners : shown.own, 24, 56, room - 48, height - 84);
  const { element: below, height: more, chips } = unplaced(context, shown, room, height + 8);
  const visible = (point: Point) => inside({ x: 0, y: 0, width: room, height }, frame.at(point));
  const map = shape(
    "g",
    {},
    shape("path", { d: outlines(shown.all, shown.all.filter(visible), frame), class: "map-around" }),
    shape("path", { d: outlines(shown.all, shown.own, frame), class: "map-within" }),
    // What is told below stands on no cell.
    shape("rect", { x: 0, y: height, width: room, height: more + 8, class: "map-ground" }),
  );
  const whole = { x: 2, y: 22, width: room - 4, height: height - 40 };
  const placed = shown.places.filter(({ region }) => region.point);
  const marks = placed.map((place) => region(context, shown, place, frame));
  const ends = outposts(context, shown, frame, whole, chips);
  const names = labels(shown, placed, frame, ends.taken);
  return drawing(room, height + more + 8, shown.title, map, ...marks, ...ends.elements, ...names, below);
}

function outlines(all: readonly Point[], wanted: readonly Point[], frame: Fit): string {
  return cells(all, wanted, LEAST, MOST)
    .map((corners) => path(corners, frame))
    .join("");
}

function path(corners: readonly Point[], frame: Fit): string {
  return `M${corners
    .map((corner) =>
      frame
        .at(corner)
        .map((value) => value.toFixed(1))
        .join(" "),
    )
    .join("L")}Z`;
}

function told({ region: { name }, text }: Place): string {
  return text ? `${name} ${text}` : name;
}

function region(context: Context, shown: Shown, place: Place, frame: Fit): SVGElement {
  const point = place.region.point ?? [0, 0];
  const [x, y] = frame.at(point);
  const look = `map-place map-shade-${place.shade}${shown.chosen === place.region.iri ? " map-chosen" : ""}`;
  const county = place.region.level === "county";
  const [corners = []] = county ? cells(shown.all, [point], LEAST, MOST) : [];
  const reach =
    Math.max(0, ...corners.map((corner) => Math.hypot(corner[0] - point[0], corner[1] - point[1]))) * frame.scale;
  const cell = county ? [shape("path", { d: path(corners, frame), class: look })] : [];
  const circle =
    !county || reach < SMALL ? [shape("circle", { cx: x, cy: y, r: county ? SMALL : 2 * SMALL, class: look })] : [];
  const seat = county && reach >= SMALL ? [shape("circle", { cx: x, cy: y, r: 2, class: "map-seat" })] : [];
  return mark(
    `${told(place)} ${context.say({ zh: "五问", en: "profile" })}`,
    () => shown.choose(place.region),
    ...cell,
    ...circle,
    ...seat,
  );
}

type Taken = { x: number; y: number; width: number; height: number };

function labels(shown: Shown, places: readonly Place[], frame: Fit, taken: Taken[]): SVGElement[] {
  const rank = (place: Place) => (place.region.iri === shown.chosen ? 2 : place.row ? 1 : 0);
  return places
    .toSorted((one, other) => rank(other) - rank(one))
    .flatMap((place) => {
      const [x, y] = frame.at(place.region.point ?? [0, 0]);
      const wide = Math.max(width(place.region.name, 13, 600), width(place.text, 12));
      const own = { x: x - wide / 2, y: y + 4, width: wide, height: place.text ? 34 : 18 };
      if (rank(place) < 2 && taken.some((other) => overlap(own, other))) return [];
      taken.push(own);
      const name = label(x, y + 18, place.region.name, "map-label strong", "middle");
      const text = place.text ? [label(x, y + 34, place.text, "map-label small", "middle")] : [];
      // Lines cross counties: a name is always there to be clicked. The keyboard has the cell.
      const group = shape("g", { class: "map-name" }, name, ...text);
      group.addEventListener("click", () => shown.choose(place.region));
      return [group];
    });
}

function overlap(one: Taken, other: Taken): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Lines from those who run an outpost to its host: to its point, or to the rim when that lies beyond the map. */
function outposts(context: Context, shown: Shown, frame: Fit, box: Box, chips: ReadonlyMap<string, Point>) {
  const hosts = new Map(shown.lines.flatMap(({ to }) => (to.point ? [[to.iri, to] as const] : [])));
  const centre = frame.at([0, 0]);
  const beyond = [...hosts.values()].filter((host) => !inside(box, frame.at(host.point ?? centre)));
  const text = (host: Region) => `${host.name}${away(context, shown, host)}`;
  const ends = beyond.map((host) => ({
    key: host.iri,
    at: frame.at(host.point ?? centre),
    width: width(host.name, 12, 600) + 70,
  }));
  const rimmed = rim(box, ends);
  const end = (host: Region) => rimmed.get(host.iri) ?? frame.at(host.point ?? centre);
  const taken: Taken[] = [];
  const drawn = [
    ...grouped(
      shown.lines.filter(({ to }) => to.point),
      ({ from, to }) => `${from.iri} ${to.iri}`,
    ).values(),
  ].flatMap((same) => {
    const [line] = same;
    const start = line && (line.from.point ? frame.at(line.from.point) : chips.get(line.from.iri));
    if (!line || !start) return [];
    const [x, y] = end(line.to);
    const bend = (x - start[0]) * 0.12;
    const d = `M${start[0]} ${start[1]}Q${(start[0] + x) / 2 + (start[1] - y) * 0.08} ${(start[1] + y) / 2 + bend} ${x} ${y}`;
    const what = [...new Set(same.map(({ row }) => row.platform ?? ""))].join("、");
    const hit = shape("path", { d, class: "map-hit" });
    return [
      mark(
        `${line.from.name} → ${line.to.name}：${what}`,
        () => shown.openLine(line),
        hit,
        shape("path", { d, class: "map-line" }),
      ),
    ];
  });
  const named = [...hosts.values()].map((host) => {
    const [x, y] = end(host);
    const left = x < box.x + 4;
    const right = x > box.x + box.width - 4;
    const anchor = left ? "start" : right ? "end" : "middle";
    const wide = width(text(host), 12);
    const start = left ? x : right ? x - wide : x - wide / 2;
    const down = y > box.y + box.height - 4 ? 14 : -6;
    taken.push({ x: start, y: y + down - 12, width: wide, height: 16 });
    const spot = rimmed.has(host.iri) ? "" : shape("circle", { cx: x, cy: y, r: 4, class: "map-host" });
    return mark(
      text(host),
      () => shown.openThing(host.iri),
      spot,
      label(x, y + down, text(host), "map-label map-end small", anchor),
    );
  });
  return { elements: [...drawn, ...named], taken };
}

/** How far a host is from the region that is chosen. */
function away(context: Context, shown: Shown, host: Region): string {
  const own = shown.lines.find(({ from, to }) => from.iri === shown.chosen && to.iri === host.iri)?.from.point;
  if (!own || !host.point) return "";
  const far = Math.hypot(own[0] - host.point[0], own[1] - host.point[1]) * EARTH;
  return ` ${Math.round(far / 10) * 10} ${context.say({ zh: "公里", en: "km" })}`;
}

/** The classes of the shading, and the regions of which the register has no point: they are not lost. */
function unplaced(context: Context, shown: Shown, room: number, top: number) {
  const element = shape("g", {});
  const chips = new Map<string, Point>();
  let [x, y] = [0, top];
  const step = (wide: number) => {
    if (x && x + wide > room) [x, y] = [0, y + ROW];
    const at = x;
    x += wide;
    return at;
  };
  if (shown.classes.length)
    element.append(label(step(width(shown.caption, 12, 600) + 16), y + 16, shown.caption, "small strong"));
  for (const [index, text] of shown.classes.entries()) {
    const at = step(width(text, 12) + 40);
    element.append(
      shape("rect", { x: at + 1, y: y + 5, width: 16, height: 12, rx: 2, class: `map-place map-shade-${index + 1}` }),
    );
    element.append(label(at + 23, y + 16, text, "small faint"));
  }
  const rest = shown.places.filter(({ region }) => !region.point);
  if (rest.length) {
    [x, y] = [0, y + (x ? ROW + 6 : 0)];
    const title = context.say({ zh: "登记册没有坐标：", en: "No point in the register:" });
    element.append(label(step(width(title, 12) + 8), y + 16, title, "small faint"));
  }
  for (const place of rest) {
    const text = fitted(told(place), room - 40, 13);
    const at = step(width(text, 13) + 44);
    chips.set(place.region.iri, [at + 12, y + 3]);
    const target = shape("rect", { x: at, y, width: width(text, 13) + 36, height: ROW - 2, rx: 4, class: "target" });
    const look = `map-place map-shade-${place.shade}${shown.chosen === place.region.iri ? " map-chosen" : ""}`;
    const swatch = shape("rect", { x: at + 5, y: y + 4, width: 16, height: 14, rx: 7, class: look });
    element.append(mark(told(place), () => shown.choose(place.region), target, swatch, label(at + 27, y + 16, text)));
  }
  return { element, height: x ? y + ROW - top : y - top, chips };
}
