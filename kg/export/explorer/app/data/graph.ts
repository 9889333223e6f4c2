// The things and facts of a packed graph: made into objects when they are asked for.
import { type Column, type GraphBlock, starts } from "./block";
import type { Document, End, Fact, Group, Overview, Thing } from "./types";

export class Graph {
  readonly things: readonly Thing[];
  readonly documents: readonly Document[];
  readonly count: number;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly made: (Fact | undefined)[] = [];
  private readonly endStarts: Int32Array;
  private readonly documentStarts: Int32Array;
  /** The place of a fact among those of its group. */
  private readonly groupStarts = new Map<string, number>();
  private readonly ofStarts: Int32Array;
  private readonly of: Int32Array;
  private identifiers: ReadonlyMap<string, number> | undefined;

  constructor(readonly block: GraphBlock) {
    const { strings, facts, documents } = block;
    this.count = facts.subject.length;
    this.endStarts = starts(facts.endCount);
    this.documentStarts = starts(facts.documentCount);
    facts.group.forEach((group, number) => {
      const name = text(strings, group);
      if (!this.groupStarts.has(name)) this.groupStarts.set(name, number);
    });
    this.things = this.allThings();
    this.numbers = new Map(this.things.map(({ iri }, number) => [iri, number]));
    const articles = starts(documents.articleCount);
    this.documents = documents.document.map((identifier, number) => ({
      identifier: text(strings, identifier),
      title: text(strings, documents.title[number]),
      publisher: text(strings, documents.publisher[number]),
      date: text(strings, documents.date[number]),
      articles: documents.article
        .map((title, at) => ({ title: text(strings, title), begin: documents.articleBegin[at] ?? 0 }))
        .slice(articles[number], articles[number + 1]),
    }));
    [this.ofStarts, this.of] = this.byThing();
  }

  number(iri: string): number | undefined {
    return this.numbers.get(iri);
  }

  /** The numbers of the facts of a thing. */
  factsOf(thing: number): Int32Array {
    return this.of.subarray(this.ofStarts[thing], this.ofStarts[thing + 1]);
  }

  numberOf(id: string): number | undefined {
    this.identifiers ??= new Map(this.block.facts.id.map((one, number) => [text(this.block.strings, one), number]));
    return this.identifiers.get(id);
  }

  fact(number: number): Fact {
    const fact = this.made[number] ?? this.make(number);
    this.made[number] = fact;
    return fact;
  }

  /** What a fact says besides the things that it joins, as numbers of strings. */
  *says(fact: number): Generator<number> {
    const group = text(this.block.strings, this.block.facts.group[fact]);
    const place = fact - (this.groupStarts.get(group) ?? 0);
    for (const column of Object.values(this.block.values[group] ?? {})) yield column[place] ?? 0;
  }

  /** Both ends of every edge and the number of the fact that it is of. */
  *edges(): Generator<readonly [number, number, number]> {
    const { subject, end } = this.block.facts;
    for (let fact = 0; fact < this.count; fact++) {
      for (let at = this.endStarts[fact] ?? 0; at < (this.endStarts[fact + 1] ?? 0); at++) {
        yield [subject[fact] ?? 0, end[at] ?? 0, fact];
      }
    }
  }

  overview(): Overview {
    const { strings, facts, things } = this.block;
    const years = [...new Set(facts.year)].filter((year) => year > 0).sort();
    const groups = counted(strings, facts.group) as Map<Group, number>;
    const [kinds, roles] = [counted(strings, things.kind), counted(strings, facts.role)];
    return { things: this.things.length, facts: this.count, kinds, groups, roles, documents: this.documents, years };
  }

  private make(number: number): Fact {
    const { strings, facts, values } = this.block;
    const group = text(strings, facts.group[number]) as Group;
    const ends: End[] = [];
    for (let at = this.endStarts[number] ?? 0; at < (this.endStarts[number + 1] ?? 0); at++) {
      ends.push({ role: text(strings, facts.role[at]), thing: this.things[facts.end[at] ?? 0]?.iri ?? "" });
    }
    const place = number - (this.groupStarts.get(group) ?? 0);
    const told = Object.entries(values[group] ?? {}).map(([name, column]) => [name, text(strings, column[place])]);
    const documents = facts.document.slice(this.documentStarts[number], this.documentStarts[number + 1]);
    return {
      id: text(strings, facts.id[number]),
      group,
      kind: text(strings, facts.kind[number]),
      subject: this.things[facts.subject[number] ?? 0]?.iri ?? "",
      ends,
      values: Object.fromEntries(told.filter(([, value]) => value)),
      confidence: Number.parseFloat(text(strings, facts.confidence[number])),
      documents: documents.map((document) => this.documents[document]?.identifier ?? ""),
      year: facts.year[number] ?? 0,
    };
  }

  private allThings(): readonly Thing[] {
    const { strings, things } = this.block;
    const [aliases, types] = [starts(things.aliasCount), starts(things.typeCount)];
    const some = (column: Column, places: Int32Array, number: number) =>
      column.slice(places[number], places[number + 1]).map((one) => text(strings, one));
    return things.iri.map((iri, number) => ({
      iri: text(strings, iri),
      kind: text(strings, things.kind[number]),
      label: text(strings, things.label[number]),
      aliases: some(things.alias, aliases, number),
      types: some(things.type, types, number),
      // 0 is none: numbers of parents are one more.
      parent: text(strings, things.iri[(things.parent[number] ?? 0) - 1]),
      weight: things.weight[number] ?? 0,
    }));
  }

  /** The facts of each thing, as lists in one column. */
  private byThing(): [Int32Array, Int32Array] {
    const { subject, end } = this.block.facts;
    const counts = new Array<number>(this.things.length).fill(0);
    for (const thing of [...subject, ...end]) counts[thing] = (counts[thing] ?? 0) + 1;
    const begins = starts(counts);
    const [next, of] = [begins.slice(), new Int32Array(subject.length + end.length)];
    const put = (thing: number, fact: number) => {
      of[next[thing] ?? 0] = fact;
      next[thing] = (next[thing] ?? 0) + 1;
    };
    for (let fact = 0; fact < this.count; fact++) {
      put(subject[fact] ?? 0, fact);
      for (let at = this.endStarts[fact] ?? 0; at < (this.endStarts[fact + 1] ?? 0); at++) put(end[at] ?? 0, fact);
    }
    return [begins, of];
  }
}

function text(strings: readonly string[], number: number | undefined): string {
  return number === undefined ? "" : (strings[number] ?? "");
}

/** How often each string stands in a column, the most frequent first. */
function counted(strings: readonly string[], column: Column): Map<string, number> {
  const found = new Map<number, number>();
  for (const one of column) found.set(one, (found.get(one) ?? 0) + 1);
  const sorted = [...found].sort(([, one], [, other]) => other - one);
  return new Map(sorted.map(([number, count]) => [text(strings, number), count]));
}
