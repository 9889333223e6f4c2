// In which order a region's answers stand: what is said in money and of the whole first, details and small things last.
import type { Row } from "../../data/types";
import { grouped, named } from "../frame/rows";
import { ASPECTS } from "../frame/words";

const FIGURE = /^(.*?)(?:>=|<=|=|>|<|~) ([\d.]+)(\S*)/;
const FIGURES_FIRST = ["has", "wants"];
const TIMES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

/** The rows of one region in the order of the questions; `all` are those of every region, which tell what is named most. */
export function ordered(rows: readonly Row[], all: readonly Row[]): Row[] {
  const said = grouped(all, (row) => named(row, "thing"));
  const ranks = new Map(rows.map((row) => [row, rank(row, said.get(named(row, "thing"))?.length ?? 0)]));
  return rows.toSorted((one, other) => {
    const [a, b] = [ranks.get(one) ?? [], ranks.get(other) ?? []];
    return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference) ?? 0;
  });
}

/**
 * What a region runs and what lies in it is told once, and so is what one sentence says of a thing: the hosts of an
 * outpost, the posts of a person. Figures stand each by itself.
 */
export function once(rows: readonly Row[]): Row[] {
  const within = new Set(rows.filter((row) => row.how === "locatedIn").map((row) => named(row, "thing")));
  const own = rows.filter(
    (row) => row.how !== "operates" || !["has", "wants"].includes(row.aspect ?? "") || !within.has(named(row, "thing")),
  );
  const same = grouped(own, (row) => {
    const figure = isFigure(row) ? row.detail : "";
    return [row.aspect, row.how, named(row, "thing"), row.status, row.document, row.sentence, figure].join("\n");
  });
  return [...same.values()].map((some) => {
    const details = new Set(some.map(({ detail = "" }) => detail).filter(Boolean));
    return { ...some[0], detail: [...details].join("、") };
  });
}

function isFigure({ how }: Row): boolean {
  return how === "Target" || how === "Result";
}

/**
 * The less, the earlier: figures before things or behind them, as the question wants it, what is reached before what is
 * aimed at, money first, then totals, then the greatest.
 */
function rank(row: Row, said: number): number[] {
  const question = ASPECTS.indexOf(row.aspect ?? "");
  const [, scope = "", value = "", unit = ""] = (row.detail ?? "").match(FIGURE) ?? [];
  const size = Number(value) * (TIMES[unit.slice(0, 1)] ?? 1);
  const figure = isFigure(row);
  // Who does it and by what means are things and people first; what it has and wants are figures first.
  const last = Number(FIGURES_FIRST.includes(row.aspect ?? "") !== figure);
  if (!figure) return [question, last, 0, 0, 0, -said];
  return [
    question,
    last,
    Number(row.how === "Target"),
    Number(!unit.includes("元")),
    Number(scope.trim() !== ""),
    -size,
  ];
}
