// The second block: sentences in the order of their documents, what they state, and the answers of named queries.
import { type EvidenceBlock, type Stated, starts } from "./block";
import type { Document, Evidence, Passage, Row } from "./types";

/** Where words first stand in a text, those that do. */
export function stretches(text: string, words: readonly string[]): (readonly [number, number])[] {
  const plain = text.toLowerCase();
  const found = words.map((word) => [plain.indexOf(word), plain.indexOf(word) + word.length] as const);
  return found.filter(([begin]) => begin >= 0);
}

export class Sentences {
  private readonly passages: readonly Passage[];
  private readonly known = new Map<string, readonly Row[]>();
  private readonly places = new Map<Stated, readonly [Int32Array, Int32Array]>();

  constructor(
    private readonly block: EvidenceBlock,
    documents: readonly Document[],
  ) {
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

  of(document: string): readonly Passage[] {
    return this.passages.filter((one) => one.document === document);
  }

  /** Passages that hold all words, each marked where it first stands. */
  holding(words: readonly string[]): Evidence[] {
    return this.passages.flatMap((passage) => {
      const marks = stretches(passage.text, words);
      return words.length && marks.length === words.length ? [{ passage, marks }] : [];
    });
  }

  around({ document, begin }: Passage, reach: number): readonly Passage[] {
    const at = this.passages.findIndex((one) => one.document === document && one.begin === begin);
    const near = this.passages.slice(Math.max(0, at - reach), at + reach + 1);
    return at < 0 ? [] : near.filter((one) => one.document === document);
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
