// What happened, from three named queries and the list of documents, as items of one time line.
import type { Document, Row } from "../../data/types";
import { grouped, named } from "../frame/rows";

export const LANES = ["events", "stages", "posts", "documents"] as const;
export type Lane = (typeof LANES)[number];

export interface Item {
  readonly lane: Lane;
  /** As the graph writes it; "" for none. */
  readonly time: string;
  readonly text: string;
  /** The class of what it is about, for its colour. */
  readonly kind: string;
  /** Its time is that of which a document speaks: it began before or ended after. */
  readonly attested?: boolean;
  /** Where: a region, platform or body. */
  readonly place: string;
  readonly placeName: string;
  /** The rows that tell it. */
  readonly rows: readonly Row[];
}

export function events(rows: readonly Row[]): Item[] {
  return [...grouped(rows, (row) => named(row, "event")).values()].map((same) => {
    const row = same[0] ?? {};
    return {
      lane: "events",
      time: row.date ?? "",
      text: row.event ?? "",
      kind: "Event",
      ...placed(row, "place"),
      rows: same,
    };
  });
}

/** `stood` is what a stage that is only expected is called. */
export function stages(rows: readonly Row[], expected: string): Item[] {
  return [...grouped(rows, (row) => [row["thing@"], row.stage, row.standing, row.date].join(" ")).values()].map(
    (same) => {
      const row = same[0] ?? {};
      const text = `${row.thing} ${row.standing === "expected" ? expected : ""}${row.stage}`;
      return { lane: "stages", time: row.date ?? "", text, kind: row.kind ?? "", ...placed(row, "place"), rows: same };
    },
  );
}

/** When posts began and ended, and else the time for which a document attests them; each with the words for it. */
export function posts(rows: readonly Row[], held: string, began: string, ended: string): Item[] {
  return [
    ...grouped(rows, (row) =>
      [row["person@"], row.title, row["at@"], row.attested, row.began, row.ended].join(" "),
    ).values(),
  ].flatMap((same) => {
    const row = same[0] ?? {};
    const item = (time: string, word: string): Item => {
      const text = `${row.person} ${word}${row.at} ${row.title}`;
      return { lane: "posts", time, text, kind: "Person", ...placed(row, "at"), rows: same };
    };
    const changes = [...(row.began ? [item(row.began, began)] : []), ...(row.ended ? [item(row.ended, ended)] : [])];
    return changes.length ? changes : [{ ...item(row.attested ?? "", held), attested: true }];
  });
}

export function documents(found: readonly Document[]): Item[] {
  return found.map(({ identifier, title, date }) => {
    const rows = [{ document: identifier }];
    return { lane: "documents", time: date, text: title || identifier, kind: "", place: "", placeName: "", rows };
  });
}

function placed(row: Row, column: string): { place: string; placeName: string } {
  return { place: named(row, column), placeName: row[column] ?? "" };
}
