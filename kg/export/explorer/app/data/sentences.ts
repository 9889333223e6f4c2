// The second block: sentences in the order of their documents, what they state, and the answers of named queries.
import { type EvidenceBlock, type Stated, starts } from "./block";
import type { Document, Evidence, Passage, Piece, Row, Run, Thing } from "./types";

/** Where words first stand in a text, those that do. */
export function stretches(text: string, words: readonly string[]): (readonly [number, number])[] {
  const plain = text.toLowerCase();
  const found = words.map((word) => [plain.indexOf(word), plain.indexOf(word) + word.length] as const);
  return found.filter(([begin]) => begin >= 0);
}

interface Name {
  readonly begin: number;
  readonly end: number;
  readonly thing: Thing;
}

/** A text by its names; of those that overlap the one that begins first, or else is the longest. */
function named(text: string, names: readonly Name[]): Run[] {
  const runs: Run[] = [];
  let done = 0;
  for (const { begin, end, thing } of names.toSorted((one, other) => one.begin - other.begin || other.end - one.end)) {
    if (begin < done) continue;
    runs.push({ text: text.slice(done, begin) }, { text: text.slice(begin, end), thing });
    done = end;
  }
  return [...runs, { text: text.slice(done) }].filter((run) => run.text);
}

export class Sentences {
  private readonly passages: readonly Passage[];
  private readonly known = new Map<string, readonly Row[]>();
  /** What stands behind the last passage of each document. */
  private readonly rest: ReadonlyMap<string, string>;
  /** Where things are named in each passage. */
  private names: ReadonlyMap<number, readonly Name[]> | undefined;
  private readonly places = new Map<Stated, readonly [Int32Array, Int32Array]>();

  constructor(
    private readonly block: EvidenceBlock,
    documents: readonly Document[],
    private readonly things: readonly Thing[],
  ) {
    this.rest = new Map(documents.map(({ identifier }, at) => [identifier, block.strings[block.rest[at] ?? 0] ?? ""]));
    const { document, begin, length, text } = block.passages;
    this.passages = document.map((number, at) => ({
      document: documents[number]?.identifier ?? "",
      begin: begin[at] ?? 0,
      end: (begin[at] ?? 0) + (length[at] ?? 0),
      text: block.strings[text[at] ?? 0] ?? "",
    }));
  }

  stating(fact: number): Evidence[] {
    return this.evidence(this.block.evidence, fact);
  }

  mentioning(thing: number): Evidence[] {
    return this.evidence(this.block.mentions, thing);
  }

  /** The whole text of a document, its passages with the names in them. */
  text(document: string): readonly Piece[] {
    const pieces = this.passages.flatMap((passage, at): Piece[] => {
      const before = this.block.passages.before[at] ?? 0;
      if (passage.document !== document || before < 0) return [];
      this.names ??= this.named();
      const runs = named(passage.text, this.names.get(at) ?? []);
      return [{ runs: [{ text: this.block.strings[before] ?? "" }] }, { runs, passage }];
    });
    return [...pieces, { runs: [{ text: this.rest.get(document) ?? "" }] }];
  }

  /** Passages that hold all words, each marked where it first stands. */
  holding(words: readonly string[]): Evidence[] {
    return this.passages.flatMap((passage) => {
      const marks = stretches(passage.text, words);
      return words.length && marks.length === words.length ? [{ passage, marks }] : [];
    });
  }

  rows(query: string): readonly Row[] {
    const known = this.known.get(query);
    if (known) return known;
    const { columns, cells } = this.block.answers[query] ?? { columns: [], cells: [] };
    const text = (column: number, row: number) => this.block.strings[cells[column]?.[row] ?? 0] ?? "";
    const rows = (cells[0] ?? []).map((_, row) =>
      Object.fromEntries(columns.map((column, at) => [column, text(at, row)])),
    );
    this.known.set(query, rows);
    return rows;
  }

  private named(): ReadonlyMap<number, readonly Name[]> {
    const found = new Map<number, Name[]>();
    const numbers = new Map(this.passages.map((passage, at) => [passage, at]));
    this.things.forEach((thing, number) => {
      for (const { passage, marks } of this.mentioning(number)) {
        const at = numbers.get(passage) ?? -1;
        const own = marks.map(([begin, end]) => ({ begin, end, thing }));
        found.set(at, [...(found.get(at) ?? []), ...own]);
      }
    });
    return found;
  }

  private evidence(stated: Stated, of: number): Evidence[] {
    const known = this.places.get(stated) ?? ([starts(stated.passageCount), starts(stated.markCount)] as const);
    this.places.set(stated, known);
    const [passages, marks] = known;
    const found: Evidence[] = [];
    for (let at = passages[of] ?? 0; at < (passages[of + 1] ?? 0); at++) {
      const passage = this.passages[stated.passage[at] ?? 0];
      const pairs: [number, number][] = [];
      for (let mark = marks[at] ?? 0; mark < (marks[at + 1] ?? 0); mark += 2) {
        const begin = stated.mark[mark] ?? 0;
        pairs.push([begin, begin + (stated.mark[mark + 1] ?? 0)]);
      }
      if (passage) found.push({ passage, marks: pairs });
    }
    return found;
  }
}

/** A piece of a text: of what is no sentence the offsets are less than 0. */
export interface Part {
  readonly begin: number;
  readonly end: number;
  readonly runs: readonly Readonly<Record<"text" | "thing" | "label" | "kind", string>>[];
}

/** The text of a document as a server tells it. */
export function written(document: string, parts: readonly Part[]): readonly Piece[] {
  return parts.map(({ begin, end, runs }): Piece => {
    const told = runs.map(({ text, thing: iri, label, kind }) => ({
      text,
      ...(iri && { thing: { iri, kind, label } }),
    }));
    const text = runs.map((run) => run.text).join("");
    return { runs: told, ...(begin >= 0 && { passage: { document, begin, end, text } }) };
  });
}
