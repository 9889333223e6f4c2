// The answer to a query as a table: what the graph knows is called by its name and leads to it, a sentence to its place.

import type { Passage } from "../data/types";
import { headline } from "../thing/evidence";
import { documentOf } from "../thing/told";
import type { Cell, Column, Context } from "../view";
import { heading, reading, stands } from "../views/frame/columns";
import { documentCell, documentColumn, numberCell } from "../views/frame/rows";
import { type Asked, naming, type Query, short } from "./asked";
import type { Solutions, Term } from "./engine";

const MOST = 10_000; // rows that are shown
const LONGEST = 40; // characters of a name

/** The solutions as a table; where they answer a ready question, its columns have names. */
export async function table(
  page: Context,
  found: Solutions,
  known: Asked,
  title: string,
  query: Query | undefined,
): Promise<HTMLElement> {
  const named = query !== undefined;
  const nodes = query ? naming(query) : new Set();
  const { rows } = found;
  // Of a ready question only what the answer holds is shown.
  const variables = found.variables.filter((variable) => !named || rows.some((row) => row[variable]));
  const texts = (row: Solutions["rows"][number]) =>
    Object.fromEntries(found.variables.map((variable) => [variable, row[variable]?.value ?? ""]));
  const long = (variable: string) => named && /sentence$/i.test(variable);
  const columns = variables.map(
    (variable): Column =>
      named && /document$/i.test(variable)
        ? documentColumn(page, variable)
        : {
            title: named ? heading(page, variable) : variable,
            long: long(variable),
            numeric: rows.length > 0 && rows.every((row) => !row[variable] || numeric(row[variable])),
          },
  );
  const cell = async (row: Solutions["rows"][number], variable: string): Promise<Cell> => {
    const term = row[variable];
    if (named && variable === "status") return { text: stands(page, texts(row)) };
    if (!term) return { text: "" };
    if (!named || term.type === "uri") return plain(page, term, known);
    if (/document$/i.test(variable)) {
      const sentence = row[variable.replace(/document$/, "sentence").replace(/Document$/, "Sentence")]?.value ?? "";
      return documentCell(page, { document: term.value, article: await articleOf(page, term.value, sentence) });
    }
    if (long(variable)) {
      const document = row[variable.replace(/sentence$/, "document").replace(/Sentence$/, "Document")]?.value ?? "";
      return { text: term.value, open: () => void openPassage(page, document, term.value) };
    }
    if (nodes.has(variable)) return { text: term.value, open: () => void openNamed(page, term.value) };
    const text = reading(page, variable, term.value);
    if (text !== term.value) return { ...numberCell(term.value), text };
    return plain(page, term, known);
  };
  const lines = await Promise.all(
    rows.slice(0, MOST).map((row) => Promise.all(variables.map((variable) => cell(row, variable)))),
  );
  return page.table(columns, lines, title, "order");
}

function numeric(term: Term | undefined): boolean {
  return /#(?:integer|decimal|double)$/.test(term?.datatype ?? "");
}

/** A term as any query may give it: things and names lead on, terms of a vocabulary are called as the page calls them. */
async function plain({ provider, language }: Context, term: Term, known: Asked): Promise<Cell> {
  if (term.type === "uri") {
    const thing = await provider.thing(term.value);
    if (thing) return { text: thing.label, thing: thing.iri };
    const iri = short(term.value, known.prefixes);
    const code = iri.startsWith("fz:") ? iri.slice(3) : term.value.split("/").slice(-2).join("/");
    const [, zh, en] = known.terms.find(([own]) => own === iri) ?? [];
    const word = (language === "zh" ? zh : en) ?? provider.word(code, language);
    return word === code ? { text: iri } : { text: word, note: iri };
  }
  if (numeric(term)) return { text: term.value, value: Number(term.value) };
  // A name that only one thing has leads to it.
  const [thing, other] = provider.held && term.value.length < LONGEST ? await provider.named(term.value) : [];
  return { text: term.value, ...(thing && !other && { thing: thing.iri }) };
}

async function passageOf({ provider }: Context, document: string, text: string): Promise<Passage | undefined> {
  return (await provider.text(document)).find((one) => one.passage?.text === text)?.passage;
}

/** Under which headline a sentence stands in a document of several articles whose text is at hand, "" in any other. */
async function articleOf(page: Context, document: string, text: string): Promise<string> {
  if (!page.provider.held || !documentOf(page, document)?.articles.length) return "";
  const passage = await passageOf(page, document, text);
  return passage ? headline(page, passage) : "";
}

/** Opens what bears a name; where several do, the reader chooses. */
async function openNamed(page: Context, name: string): Promise<void> {
  const [thing, other] = await page.provider.named(name);
  if (thing && !other) page.openThing(thing.iri);
  else page.go("", { thing: "", q: name });
}

async function openPassage(page: Context, document: string, text: string): Promise<void> {
  const passage = await passageOf(page, document, text);
  if (passage) page.openEvidence({ passage, marks: [] });
}
