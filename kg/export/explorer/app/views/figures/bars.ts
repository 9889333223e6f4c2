// Bars beside names: a drawing for what is ranked, and for what has come of targets.
import { drawing, fitted, label, mark, shape, width } from "../frame/svg";
import "./bars.css";

/** A target, what has come of it, and a result in other terms than the target's, which counts for none of it. */
export type Look = "target" | "result" | "apart";

export interface Bar {
  /** How long it is, of what is longest. */
  readonly share: number;
  readonly text: string;
  readonly told: string;
  readonly look: Look;
  /** How long what it is measured by is, drawn around it; none where nothing is. */
  readonly track?: number;
  open(): void;
}

export interface Line {
  readonly before: string;
  readonly name: string;
  readonly note: string;
  readonly bars: readonly Bar[];
  open(): void;
}

const NARROW = 640;
const BAR = 20;
const NAME = 24;
const GAP = 14;
const HEAD = 34;
const LEGEND = 28;
const SAMPLE = 26;
const TEXT = 13;

/**
 * `heading` says of what they are; `full` is where the share of a whole ends, drawn as a line; 0 draws none; `looks`
 * are what the looks of bars mean, told in a legend.
 */
export function bars(
  title: string,
  heading: string,
  lines: readonly Line[],
  room: number,
  full: number,
  looks: Readonly<Partial<Record<Look, string>>>,
): SVGSVGElement {
  const narrow = room < NARROW;
  const rank = Math.max(0, ...lines.map((line) => width(line.before, TEXT))) + 12;
  const longest = Math.max(80, ...lines.map((line) => Math.max(width(line.name, TEXT, 600), width(line.note, 12))));
  const names = narrow ? room - rank : Math.min(longest + 20, room * 0.36);
  const left = narrow ? rank : rank + names;
  const values = Math.max(60, ...lines.flatMap((line) => line.bars.map((bar) => width(bar.text, TEXT)))) + 12;
  const long = room - left - values;
  const parts: SVGElement[] = [];
  let y = heading ? HEAD : 4;
  if (heading) parts.push(label(0, 18, fitted(heading, room, TEXT + 1, 600), "bar-heading"));
  parts.push(...legend(looks, y));
  y += LEGEND;
  if (full) parts.push(label(left + long * full, 18, "100%", "small faint", "middle"));
  for (const line of lines) {
    const top = narrow ? y + (line.note ? NAME + 18 : NAME) : y;
    const tall = narrow ? top - y + line.bars.length * BAR : Math.max(line.bars.length * BAR, line.note ? 40 : NAME);
    const offset = narrow ? 0 : (tall - line.bars.length * BAR) / 2;
    parts.push(
      label(rank - 12, (narrow ? y : y + (line.note ? 0 : tall / 2 - 12)) + 17, line.before, "bar-rank", "end"),
      named(line, rank, narrow ? y : y + (line.note ? 0 : tall / 2 - 12), names - 8),
      ...line.bars.map((bar, index) => drawn(bar, left, top + offset + index * BAR, long, room)),
    );
    if (full) {
      const [x, from] = [left + long * full, top + offset - 3];
      parts.push(shape("line", { x1: x, x2: x, y1: from, y2: from + line.bars.length * BAR + 6, class: "bar-full" }));
    }
    y += tall + GAP;
  }
  return drawing(room, y, title, ...parts);
}

function legend(looks: Readonly<Partial<Record<Look, string>>>, y: number): SVGElement[] {
  let x = 0;
  return (["target", "result", "apart"] as const).flatMap((look) => {
    const [at, told] = [x, looks[look]];
    if (!told) return [];
    x += width(told, 12) + SAMPLE + 22;
    const sample = shape("rect", { x: at + 1, y: y + 2, width: SAMPLE, height: BAR - 8, rx: 2, class: `bar-${look}` });
    return [sample, label(at + SAMPLE + 8, y + 12, told, "faint small")];
  });
}

function named(line: Line, x: number, y: number, room: number): SVGElement {
  const target = shape("rect", { x: x - 4, y, width: room, height: line.note ? 42 : NAME, rx: 4, class: "target" });
  const name = label(x, y + 17, fitted(line.name, room - 4, TEXT, 600), "strong");
  const note = label(x, y + 35, fitted(line.note, room - 4, 12), "faint small");
  return mark([line.name, line.note].filter(Boolean).join(" "), () => line.open(), target, name, note);
}

function drawn(bar: Bar, x: number, y: number, long: number, room: number): SVGElement {
  const length = bar.share ? Math.max(2, bar.share * long) : 0;
  const end = Math.max(length, (bar.track ?? 0) * long);
  const place = { x, y: y + 3, height: BAR - 6, rx: 2 };
  return mark(
    bar.told,
    () => bar.open(),
    shape("rect", { x, y: y + 1, width: room - x, height: BAR - 2, rx: 3, class: "target" }),
    bar.track ? shape("rect", { ...place, width: bar.track * long, class: "bar-target" }) : "",
    length ? shape("rect", { ...place, width: length, class: `bar-${bar.look}` }) : "",
    label(x + end + 8, y + 15, bar.text, bar.look === "result" ? "" : "faint"),
  );
}
