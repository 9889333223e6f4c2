// The one way of the page to its data. Two speak it: the data packed into the page, and a server.
import type { Evidence, Fact, Found, Language, Overview, Piece, Row, Said, Step, Thing, Whole } from "./types";

export interface Provider {
  readonly overview: Overview;
  /** Whether names and tables are all at hand; else each costs a question, and is asked when it is needed. */
  readonly held: boolean;
  /** How a code (a class, property, kind, stage) is called in a language; the code itself where nothing calls it. */
  word(code: string, language: Language): string;
  /**
   * Things by name, other name, pinyin or its initials, in full or in part; `kinds` empty means of every kind, "" every
   * name, and every type, such as a level of regions. Of several words those come first whose name holds all, then those that a fact joins with the others.
   */
  search(text: string, limit: number, kinds?: ReadonlySet<string>, type?: string): Promise<Found>;
  /** Sentences of the facts that join the words, then those that hold all of them. */
  said(text: string, limit: number): Promise<Said>;
  /** Things whose label or other name is exactly this. */
  named(name: string): Promise<readonly Thing[]>;
  thing(iri: string): Promise<Thing | undefined>;
  /** Every fact of which the thing is subject or end. */
  facts(iri: string): Promise<readonly Fact[]>;
  /** Every fact that joins two of the things, each once. */
  among(things: ReadonlySet<string>): Promise<readonly Fact[]>;
  /** The things of which the documents say most. */
  strongest(count: number): Promise<readonly Thing[]>;
  fact(id: string): Promise<Fact | undefined>;
  evidence(fact: Fact): Promise<readonly Evidence[]>;
  /** The sentences that mention a thing. */
  mentions(iri: string): Promise<readonly Evidence[]>;
  /** The whole text of a document. */
  text(document: string): Promise<readonly Piece[]>;
  /** Shortest paths between two things over facts that are allowed; none when they are not joined. */
  paths(from: string, to: string, allowed: (fact: Fact) => boolean): Promise<readonly (readonly Step[])[]>;
  /** What a table that views are made of has, by its name; at least the rows of these values of its parameters. */
  rows(query: string, values?: Readonly<Record<string, string>>): Promise<readonly Row[]>;
  whole(): Promise<Whole | undefined>;
}
