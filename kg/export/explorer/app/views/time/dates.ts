// Times as they are written in the graph: days, months, quarters, halves, years, spans; some of them without a year.
import type { Language } from "../../data/types";
import { yearless } from "../../thing/told";

/** From the first day to the last, in days since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;
const WRITTEN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4])|-H([12]))?$/;

/** The days that a time covers; undefined where it has no year. An open span is the day at which it is known. */
export function span(time: string): Span | undefined {
  const [first = "", last] = time.split("..");
  if (last === undefined) return whole(first);
  const [from, to] = [whole(first), whole(last)];
  if (from && to) return { from: from.from, to: to.to };
  const known = from ? from.from : to?.to;
  return known === undefined ? undefined : { from: known, to: known };
}

function whole(time: string): Span | undefined {
  const [, year, month, day, quarter, half] = time.match(WRITTEN) ?? [];
  if (!year) return undefined;
  const months = month ? 1 : quarter ? 3 : half ? 6 : 12;
  const first = month ? Number(month) : quarter ? 3 * Number(quarter) - 2 : half ? 6 * Number(half) - 5 : 1;
  const from = Date.UTC(Number(year), first - 1, Number(day ?? 1)) / DAY;
  return { from, to: day ? from : Date.UTC(Number(year), first - 1 + months, 1) / DAY - 1 };
}

/** A time as it is read: 2020年8月21日, 9月14日, 2022年一季度 as 2022年1季度. */
export function told(time: string, language: Language): string {
  const parts = time.split("..").map((part) => yearless(part, language));
  if (language !== "zh") return parts.join(" – ");
  const one = (part: string) =>
    part.replace(WRITTEN, (_, year, month, day, quarter, half) => {
      const rest = month ? `${Number(month)}月${day ? `${Number(day)}日` : ""}` : quarter ? `${quarter}季度` : "";
      return `${year}年${rest}${half ? (half === "1" ? "上半年" : "下半年") : ""}`;
    });
  const [first = "", last] = parts;
  if (last === undefined) return one(first);
  return first && last ? `${one(first)}至${one(last)}` : first ? `${one(first)}起` : `${one(last)}前`;
}

/** The first days of years, or of months where there are few years, from one day to another. */
export function ticks(from: number, to: number): { day: number; text: string }[] {
  const [first, last] = [new Date(from * DAY), new Date(to * DAY)];
  const step = to - from > 800 ? 12 : to - from > 200 ? 3 : 1;
  const found = [];
  for (let month = first.getUTCFullYear() * 12; month <= last.getUTCFullYear() * 12 + 12; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    const text =
      month % 12 ? `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}` : String(month / 12);
    if (day >= from && day <= to) found.push({ day, text });
  }
  return found;
}
