// The drawing of the map: cells of counties (circles for cities and provinces), shaded by a figure; lines to outposts; what has no point below.
import type { Row } from "../../data/types";
import type { Context } from "../../view";
import { drawing, fitted, label, mark, shape, width } from "../frame/svg";
import { EARTH, type Fit, fit, type Point } from "./albers";
import { outposts } from "./outposts";
import { ABOUT, type Line, type Region, type Tile } from "./places";
import { type Box, inside, overlap } from "./rim";
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
  /** The counties of the register in the area, and all. */
  readonly own: readonly Tile[];
  readonly all: readonly Tile[];
  readonly lines: readonly Line[];
  /** What the shades mean, and of what. */
  readonly classes: readonly string[];
  readonly caption: string;
  /** The region that the map is of, which is no place on it; none for the country. */
  readonly seat: Region | undefined;
  readonly chosen: string;
  choose(region: Region): void;
  openLine(line: Line): void;
  openThing(iri: string): void;
}

const PROFILE = { zh: "五问", en: "profile" };
const ABOUT_TOLD = {
  zh: "虚线：位置约略，登记册没有坐标，画在所属地市附近",
  en: "dashed: about here, near its prefecture; the register has no point of it",
};
const SMALL = 5;
const ROW = 24;

export function picture(context: Context, shown: Shown, room: number): SVGSVGElement {
  const narrow = room < 640;
  const height = Math.min(shown.seat ? 470 : 600, room * (!narrow ? 0.7 : shown.seat ? 1 : 0.85));
  const frame = fit(seen(shown), 24, shown.seat ? 56 : 24, room - 48, height - (shown.seat ? 84 : 36));
  const { element: below, height: more, chips } = unplaced(context, shown, room, height + 8);
  const visible = (point: Point) => inside({ x: 0, y: 0, width: room, height }, frame.at(point));
  const map = shape(
    "g",
    {},
    shape("path", {
      d: outlines(
        shown.all.filter(({ point }) => visible(point)),
        frame,
      ),
      class: "map-around",
    }),
    shape("path", { d: outlines(shown.own, frame), class: "map-within" }),
    // What is told below stands on no cell.
    shape("rect", { x: 0, y: height, width: room, height: more + 8, class: "map-ground" }),
  );
  const whole = { x: 2, y: 22, width: room - 4, height: height - 40 };
  const placed = shown.places.filter(({ region }) => region.point);
  const marks = placed.map((place) => region(context, shown, place, frame));
  const ends = outposts(context, shown, frame, whole, chips);
  const names = [...labels(shown, placed, frame, ends.taken), ...seat(shown, frame, ends.taken)];
  return drawing(room, height + more + 8, shown.title, map, ...ends.under, ...marks, ...ends.elements, ...names, below);
}

/** What the map must hold: the cells of the area, with some country around them where they are few. */
function seen({ own, all, places, seat }: Shown): Point[] {
  const points = [...places, ...(seat ? [{ region: seat }] : [])].flatMap(({ region }) =>
    region.point ? [region.point] : [],
  );
  const corners = own.flatMap((tile) => tile.corners);
  if (own.length >= FEW || !points.length) return corners.length ? corners : all.map(({ point }) => point);
  const [x, y] = points[0] ?? [0, 0];
  const around: Point[] = [
    [x - AROUND, y - AROUND],
    [x + AROUND, y + AROUND],
  ];
  return [...corners, ...points, ...around];
}

const FEW = 3;
const AROUND = 160 / EARTH;

function outlines(tiles: readonly Tile[], frame: Fit): string {
  return tiles.map(({ corners }) => path(corners, frame)).join("");
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

function told({ say }: Context, { region: { name, about }, text }: Place): string {
  return [name, text, about && `（${say(ABOUT)}）`].filter(Boolean).join(" ");
}

function looks({ chosen }: Shown, { shade, region: { iri, about } }: Place): string {
  return ["map-place", `map-shade-${shade}`, about && "map-about", chosen === iri && "map-chosen"]
    .filter(Boolean)
    .join(" ");
}

function region(context: Context, shown: Shown, place: Place, frame: Fit): SVGElement {
  const point = place.region.point ?? [0, 0];
  const [x, y] = frame.at(point);
  const look = looks(shown, place);
  const county = place.region.level === "county";
  const corners = (county && shown.all.find(({ code }) => code === place.region.code)?.corners) || [];
  const reach =
    Math.max(0, ...corners.map((corner) => Math.hypot(corner[0] - point[0], corner[1] - point[1]))) * frame.scale;
  const cell = corners.length ? [shape("path", { d: path(corners, frame), class: look })] : [];
  const circle =
    !county || reach < SMALL ? [shape("circle", { cx: x, cy: y, r: county ? SMALL : 2 * SMALL, class: look })] : [];
  const seat =
    reach >= SMALL
      ? [shape("circle", { cx: x, cy: y, r: 2, class: place.region.about ? "map-city" : "map-seat" })]
      : [];
  return mark(
    `${told(context, place)} ${context.say(PROFILE)}`,
    () => shown.choose(place.region),
    ...cell,
    ...circle,
    ...seat,
  );
}

/** Names of places, those with figures first; hosts of outposts are named already. */
function labels(shown: Shown, places: readonly Place[], frame: Fit, taken: Box[]): SVGElement[] {
  const rank = (place: Place) => (place.region.iri === shown.chosen ? 2 : place.row ? 1 : 0);
  const hosts = new Set(shown.lines.map(({ to }) => to.iri));
  return places
    .filter(({ region }) => !hosts.has(region.iri))
    .toSorted((one, other) => rank(other) - rank(one))
    .flatMap((place) => {
      const [x, y] = frame.at(place.region.point ?? [0, 0]);
      const wide = Math.max(width(place.region.name, 13, 600), width(place.text, 12));
      const own = { x: x - wide / 2, y: y + 4, width: wide, height: place.text ? 34 : 18 };
      if (rank(place) < 2 && taken.some((other) => overlap(own, other))) return [];
      taken.push(own);
      const name = label(x, y + 18, place.region.name, "map-label strong", "middle");
      const text = place.text ? [label(x, y + 34, place.text, "map-label small", "middle")] : [];
      // The keyboard has the cell.
      const group = shape("g", { class: "map-name" }, name, ...text);
      group.addEventListener("click", () => shown.choose(place.region));
      return [group];
    });
}

/** Where the city is that the map is of, unless a county's name stands there. */
function seat({ seat: region, places }: Shown, frame: Fit, taken: readonly Box[]): SVGElement[] {
  if (!region?.point || places.some((place) => place.region.iri === region.iri)) return [];
  const [x, y] = frame.at(region.point);
  const wide = width(region.name, 12);
  if (taken.some((other) => overlap({ x: x - wide / 2, y: y - 22, width: wide, height: 26 }, other))) return [];
  return [
    shape("circle", { cx: x, cy: y, r: 4, class: "map-city" }),
    label(x, y - 9, region.name, "map-label small faint", "middle"),
  ];
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
  if (shown.places.some(({ region }) => region.about)) {
    const text = context.say(ABOUT_TOLD);
    const at = step(width(text, 12) + 40);
    element.append(
      shape("rect", { x: at + 1, y: y + 5, width: 16, height: 12, rx: 2, class: "map-place map-shade-0 map-about" }),
    );
    element.append(label(at + 23, y + 16, text, "small faint"));
  }
  const rest = shown.places.filter(({ region }) => !region.point);
  if (rest.length) {
    [x, y] = [0, y + (x ? ROW + 6 : 0)];
    const title = context.say({ zh: "登记册没有坐标，不在图上：", en: "No point in the register, so not on the map:" });
    element.append(label(step(width(title, 12) + 8), y + 16, title, "small faint"));
  }
  for (const place of rest) {
    const text = fitted(told(context, place), room - 40, 13);
    const at = step(width(text, 13) + 44);
    chips.set(place.region.iri, [at + 12, y + 3]);
    const target = shape("rect", { x: at, y, width: width(text, 13) + 36, height: ROW - 2, rx: 4, class: "target" });
    const swatch = shape("rect", { x: at + 5, y: y + 4, width: 16, height: 14, rx: 7, class: looks(shown, place) });
    element.append(
      mark(told(context, place), () => shown.choose(place.region), target, swatch, label(at + 27, y + 16, text)),
    );
  }
  return { element, height: x ? y + ROW - top : y - top, chips };
}
