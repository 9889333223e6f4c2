// What a view is to the page, and what the page is to a view.
import type { Provider } from "./data/provider";
import type { Evidence, Fact, Language } from "./data/types";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface View {
  /** Its name in the address; never changed, so that links stay good. */
  readonly id: string;
  readonly title: Words;
  /** Whether it moves to the thing of the address: then a search leads to the thing within the view. */
  readonly follows?: boolean;
  /** Shows itself in an empty element; returns what ends it. Called anew when the language changes. */
  show(host: HTMLElement, context: Context): () => void;
}

/** What the address says after its #: every state of the page can be bookmarked and sent. */
export interface State {
  /** The value of a key, "" where none is set. "thing", "fact", "view" and "lang" are the page's, all else the view's. */
  get(key: string): string;
  /** Sets keys ("" takes one away): a new step of the browser's history, or the same one ("replace"). */
  set(changes: Readonly<Record<string, string>>, how?: "push" | "replace"): void;
  /** How far down the page stood when this state was last left; 0 for a new one. */
  readonly place: number;
  /** Calls after every change, by the page or by back and forward, as long as the view is shown. */
  watch(listener: () => void): void;
}

/** A cell of a table: what it reads, what it is sorted by, the thing or the fact that it opens, or what else it does. */
export interface Cell {
  readonly text: string;
  /** What stands small behind the text: in a file as well. */
  readonly note?: string;
  readonly value?: number;
  readonly thing?: string;
  /** Where its text is the names of several things: each opens its own. */
  readonly things?: readonly Cell[];
  readonly fact?: Fact;
  readonly open?: () => void;
  /** What a file has in its place, where its column is several there. */
  readonly file?: readonly string[];
}

export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
  /** Dates and figures: they stay on one line. */
  readonly short?: boolean;
  /** Sentences: they are given room, and cut where they run on. */
  readonly long?: boolean;
  /** The columns that a file has in its place: a figure and its unit apart, so that a spreadsheet can add it. */
  readonly file?: readonly string[];
}

export interface Context {
  readonly provider: Provider;
  readonly language: Language;
  readonly state: State;
  /** The words of the page's language. */
  say(words: Words): string;
  /** Leads to a view ("" is the search) with values of its own; those of this view go, the thing may stay. */
  go(view: string, values?: Readonly<Record<string, string>>): void;
  /** Leads to a view as it was when it was last left; from the view itself to its beginning. */
  turn(view: string): void;
  /** Shows what the graph says of a thing, beside the view. */
  openThing(iri: string): void;
  /** Shows the sentences of a fact, beside the view. */
  openFact(fact: Fact): void;
  /** Shows a sentence that no fact leads to. */
  openEvidence(evidence: Evidence): void;
  /** A table that is sorted, cut and saved; `name` names its file, `key` is where the address keeps its order and filter. */
  table(columns: readonly Column[], rows: readonly (readonly Cell[])[], name: string, key?: string): HTMLElement;
}
