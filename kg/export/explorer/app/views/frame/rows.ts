// Rows of named queries: their cells, and the way from a row to the sentence that says so.

import type { Evidence, Fact, Passage, Row } from "../../data/types";
import { called, headline } from "../../thing/evidence";
import { documentOf } from "../../thing/told";
import type { Cell, Column, Context } from "../../view";
import { heading } from "./columns";

const KINDS = ["Region", "Platform", "Organization", "Person", "Industry", "Project", "Fund", "Policy", "Event"];

/** The IRI of what a column names, "" for none. */
export function named(row: Row, column: string): string {
  return row[`${column}@`] ?? "";
}

/** The class of a thing by its IRI, which has it before its key: …/id/platform/…; "" for what is none. */
export function kindOf(iri: string): string {
  const [, kind = ""] = iri.match(/\/id\/([a-z]+)\//) ?? [];
  return KINDS.find((one) => one.toLowerCase() === kind) ?? "";
}

/** A cell with the name of a thing that it opens. */
export function thingCell(row: Row, column: string): Cell {
  const thing = named(row, column);
  return thing ? { text: row[column] ?? "", thing } : { text: row[column] ?? "" };
}

export function numberCell(text: string): Cell {
  const value = Number.parseFloat(text.replace(/^[^\d.-]+/, ""));
  return Number.isNaN(value) ? { text } : { text, value };
}

/** A cell with the sentence of a row, which opens where it stands. */
export function sentenceCell(context: Context, row: Row, column = "sentence", document = "document"): Cell {
  const text = row[column] ?? "";
  return text ? { text, open: () => void openSentence(context, row, column, document) } : { text };
}

/** A cell with the document of a row by the title of its article, who published it and when small; it opens to be read. */
export function documentCell(context: Context, row: Row, column = "document"): Cell {
  const document = row[column] ?? "";
  if (!document) return { text: "" };
  const told = called(context, document, row[column.replace(/document$/, "article").replace(/Document$/, "Article")]);
  const file = [told.text, documentOf(context, document)?.date ?? "", document];
  return { ...told, file, open: () => context.go("", { thing: "", document }) };
}

/** The documents in which sentences stand, each by the title of the article of that very sentence. */
export function citedCell(context: Context, passages: readonly Passage[]): Cell {
  const article = (one: Passage) => headline(context, one);
  return joined(passages.map((one) => documentCell(context, { document: one.document, article: article(one) })));
}

/** Cells as one: each once, and each opens what it did. */
export function joined(cells: readonly Cell[]): Cell {
  const filled = cells.filter(({ text }) => text);
  const key = ({ text, thing, file }: Cell) => thing ?? file?.join("\n") ?? text;
  const things = [...grouped(filled, key).values()].flatMap(([first]) => first ?? []);
  const [first = { text: "" }] = things;
  if (things.length < 2) return first;
  const all = (texts: readonly string[]) => texts.join("、");
  const file = first.file && { file: first.file.map((_, at) => all(things.map((one) => one.file?.[at] ?? ""))) };
  return { text: all(things.map(({ text }) => text)), things, ...file };
}

/** The column of documents; a file has the title, the date and the number each in its own, wherever a document is told. */
export function documentColumn(context: Context, column = "document"): Column {
  const { say } = context;
  const title = heading(context, column);
  return {
    title,
    file: [
      title,
      say({ zh: `${title}日期`, en: `${title}: date` }),
      say({ zh: `${title}编号`, en: `${title}: number` }),
    ],
  };
}

/** Opens the fact that a row tells, with its sentence, or else the sentence alone. */
export async function openSentence(
  context: Context,
  row: Row,
  column = "sentence",
  document = "document",
): Promise<void> {
  const [text, identifier] = [row[column] ?? "", row[document] ?? ""];
  const things = Object.keys(row).flatMap((key) => (key.endsWith("@") && row[key] ? [row[key]] : []));
  const said = (found: readonly Evidence[]) =>
    found.find((one) => one.passage.text === text && one.passage.document === identifier);
  let best: Fact | undefined;
  let score = 0;
  for (const thing of things) {
    for (const fact of await context.provider.facts(thing)) {
      if (!fact.documents.includes(identifier)) continue;
      const told = likeness(fact, things, row);
      if (told > score && said(await context.provider.evidence(fact))) [best, score] = [fact, told];
    }
  }
  if (best) return context.openFact(best);
  for (const thing of things) {
    const found = said(await context.provider.mentions(thing));
    if (found) return context.openEvidence(found);
  }
}

/** How much of a row a fact tells: the things of both, and the values of both. */
function likeness(fact: Fact, things: readonly string[], row: Row): number {
  const own = [fact.subject, ...fact.ends.map((end) => end.thing)];
  const cells = new Set(Object.values(row));
  const values = Object.values(fact.values).filter((value) => cells.has(value)).length;
  return own.filter((thing) => things.includes(thing)).length + values / 10;
}

/** Opens a fact by its IRI, as some rows give it; the page names facts by the ends of theirs. */
export async function openFact(context: Context, iri: string): Promise<void> {
  const fact = await context.provider.fact(iri.split("/").slice(-2).join("/"));
  if (fact) context.openFact(fact);
}

/** Rows by what a function says of them, in the order in which they come. */
export function grouped<T>(rows: readonly T[], by: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = by(row);
    const same = found.get(key);
    if (same) same.push(row);
    else found.set(key, [row]);
  }
  return found;
}
