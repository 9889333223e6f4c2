// The lines of the map: from those who run an outpost to the city that has it.
import { WORDS } from "../../shell/words";
import { arePlanned, PLANNED } from "../../thing/planned";
import type { Context } from "../../view";
import { grouped } from "../frame/rows";
import { label, mark, shape, width } from "../frame/svg";
import { EARTH, type Fit, type Point } from "./albers";
import type { Shown } from "./picture";
import type { Region } from "./places";
import { type Box, inside, overlap, rim } from "./rim";

/** Lines from those who run an outpost to its host: to its point, or to the rim when that lies beyond the map; what is pressed of them lies under all else. */
export function outposts(context: Context, shown: Shown, frame: Fit, box: Box, chips: ReadonlyMap<string, Point>) {
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
  const taken: Box[] = [];
  const under: SVGElement[] = [];
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
    const planned = arePlanned(same.map(({ row }) => row));
    const told = `${line.from.name} → ${line.to.name}${context.say(WORDS.colon)}${what}${planned ? ` ${context.say(PLANNED)}` : ""}`;
    const seen = shape("path", { d, class: planned ? "map-line map-planned" : "map-line" });
    const own = mark(told, () => shown.openLine(line), seen);
    under.push(target(d, told, own));
    return [own];
  });
  const named = [...hosts.values()].map((host) => {
    const [x, y] = end(host);
    const left = x < box.x + 4;
    const right = x > box.x + box.width - 4;
    const anchor = left ? "start" : right ? "end" : "middle";
    const wide = width(text(host), 12);
    const start = left ? x : right ? x - wide : x - wide / 2;
    const down = y > box.y + box.height - 4 ? 14 : -6;
    const own = { x: start, y: y + down - 12, width: wide, height: 16 };
    const spot = rimmed.has(host.iri) ? "" : shape("circle", { cx: x, cy: y, r: 4, class: "map-host" });
    // Where hosts crowd, a point alone is left of some.
    if (spot && taken.some((other) => overlap(own, other)))
      return mark(text(host), () => shown.openThing(host.iri), spot);
    taken.push(own);
    const named = label(x, y + down, text(host), "map-label map-end small", anchor);
    return mark(text(host), () => shown.openThing(host.iri), spot, named);
  });
  return { under, elements: [...drawn, ...named], taken };
}

/** Where a line is pressed: it lies below the counties, which are pressed wherever they are. */
function target(d: string, told: string, line: SVGElement): SVGElement {
  const hit = shape("path", { d, class: "map-hit" }, shape("title", {}, told));
  hit.addEventListener("click", () => line.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  hit.addEventListener("pointerenter", () => line.classList.add("met"));
  hit.addEventListener("pointerleave", () => line.classList.remove("met"));
  return hit;
}

/** How far a host is from the region that is chosen. */
function away(context: Context, shown: Shown, host: Region): string {
  const from = shown.lines.find(({ from, to }) => from.iri === shown.chosen && to.iri === host.iri)?.from;
  if (!from?.point || !host.point) return "";
  const far = Math.hypot(from.point[0] - host.point[0], from.point[1] - host.point[1]) * EARTH;
  const about = from.about || host.about ? context.say({ zh: "约", en: "about " }) : "";
  return ` ${about}${Math.round(far / 10) * 10} ${context.say({ zh: "公里", en: "km" })}`;
}
