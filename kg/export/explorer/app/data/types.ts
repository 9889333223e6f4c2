// What the page knows of a graph, whichever provider tells it. Things and facts are named by their IRIs.

export type Language = "zh" | "en";
export type Group = "posts" | "relations" | "figures" | "events" | "stages" | "parts";
export type Row = Readonly<Record<string, string>>;

/** A person, region, company, event, ...; `kind` is the local name of its class, such as "Region". */
export interface Thing {
  readonly iri: string;
  readonly kind: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** Names of what it is more exactly (its level, kind of platform, ...), as codes that `Provider.word` tells. */
  readonly types: readonly string[];
  /** The IRI of the region that it is part of, or of the place where it lies; "" for none. */
  readonly parent: string;
  /** How much the documents say of it: its facts and the sentences that mention it. */
  readonly weight: number;
}

/** A thing at the other end of a fact; `role` is the code of the property that leads there. */
export interface End {
  readonly role: string;
  readonly thing: string;
}

/**
 * A fact of one thing (`subject`) and of none, one or several others (`ends`): each end is an edge of the graph.
 *
 * | group     | subject    | ends                  | kind                    | values                                          |
 * | posts     | the person | at                    | "at"                    | title, attested, began, ended (periods, several apart by 、), rank (1 is the head) |
 * | relations | subject    | the object            | the property            | status (code; of what is only planned)           |
 * | figures   | about      | ofIndustry, ofProject | Target, Result or Plan  | indicator, scope, comparator, value, unit, baseValue, baseUnit, period, counted (the period to which it counts), target (id of the fact that it is a share of) |
 * | events    | the event  | locatedIn, participant | event-kinds/…          | date                                            |
 * | stages    | about      |                       | project-stages/…        | standing (code), period                         |
 * | parts     | the part   | the whole             | "partOf"                |                                                 |
 *
 * A value that nothing states is not there.
 */
export interface Fact {
  readonly id: string;
  readonly group: Group;
  readonly kind: string;
  readonly subject: string;
  readonly ends: readonly End[];
  readonly values: Row;
  /** Between 0 and 1; NaN where none is stated. */
  readonly confidence: number;
  /** The identifiers of the documents that state it. */
  readonly documents: readonly string[];
  /** The year to which it counts, by its own period or else by its first document; 0 for none. */
  readonly year: number;
}

/** An article of a document, and where it begins in the source. */
export interface Article {
  readonly title: string;
  readonly begin: number;
}

export interface Document {
  readonly identifier: string;
  /** Its headlines, or else its identifier, date and first words. */
  readonly title: string;
  /** Where it has several, its articles in the order of the text. */
  readonly articles: readonly Article[];
  /** The newspaper, gazette or site that it prints; "" for none. */
  readonly publisher: string;
  readonly date: string;
}

/** A sentence of a document, with its offsets in the source. */
export interface Passage {
  readonly document: string;
  readonly begin: number;
  readonly end: number;
  readonly text: string;
}

/** Some words of a text, and the thing that they name. */
export interface Run {
  readonly text: string;
  readonly thing?: Pick<Thing, "iri" | "kind" | "label">;
}

/** A piece of the whole text of a document: a sentence that is known, or what stands between two. */
export interface Piece {
  readonly runs: readonly Run[];
  readonly passage?: Passage;
}

/** A sentence that states a fact, and the stretches of its text that say so, as JavaScript counts. */
export interface Evidence {
  readonly passage: Passage;
  readonly marks: readonly (readonly [number, number])[];
}

export interface Hit {
  readonly thing: Thing;
  /** The name that was found: its label, or another name. */
  readonly name: string;
}

/** What a search finds: the best hits, how many things of each kind there are in all, and of those asked for of each type. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly kinds: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, number>;
}

/** Sentences that were found, the first of them, and how many there are in all. */
export interface Said {
  readonly evidence: readonly Evidence[];
  readonly count: number;
}

/** A step of a path, in the direction in which it is walked: `forward` when the fact leads from `from` to `to`. */
export interface Step {
  readonly fact: Fact;
  readonly role: string;
  readonly from: Thing;
  readonly to: Thing;
  readonly forward: boolean;
}

/** All things with their places, as columns: what the tab of the whole graph draws. */
export interface Whole {
  readonly things: readonly Thing[];
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  /** Numbers of things, each edge once. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The blocks in which things lie. */
  readonly blocks: readonly {
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
  }[];
}

export interface Overview {
  readonly things: number;
  readonly facts: number;
  /** How many things of each class, facts of each group, edges of each role; by code. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<Group, number>;
  readonly roles: ReadonlyMap<string, number>;
  readonly documents: readonly Document[];
  readonly years: readonly number[];
}
