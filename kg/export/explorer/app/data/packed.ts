// The data that the page itself carries: things and facts at once, sentences and answers when they are first asked for.
import { type EvidenceBlock, type GraphBlock, read } from "./block";
import { Graph } from "./graph";
import { type Joined, joined, NONE } from "./joined";
import { asked, type Match, Names } from "./names";
import { ordered, shortest, telling, type Way } from "./paths";
import type { Provider } from "./provider";
import { Sentences } from "./sentences";
import type { Evidence, Fact, Found, Language, Overview, Passage, Piece, Row, Said, Step, Thing, Whole } from "./types";

/** What has more words than these is a sentence. */
const MOST = 9;

export async function open(): Promise<Provider> {
  return new Packed(new Graph(await read<GraphBlock>("graph")), () => read<EvidenceBlock>("evidence"));
}

export class Packed implements Provider {
  readonly overview: Overview;
  readonly held = true;
  private readonly names: Names;
  private readonly exact = new Map<string, Thing[]>();
  /** What the last text that was searched for told. */
  private told = { text: "", found: NONE };
  private sentences: Promise<Sentences> | undefined;

  constructor(
    readonly graph: Graph,
    private readonly later: () => Promise<EvidenceBlock>,
  ) {
    this.overview = graph.overview();
    this.names = new Names(this.everyName(), graph.block.readings, (number) => graph.things[number]?.weight ?? 0);
  }

  word(code: string, language: Language): string {
    return this.graph.block.words[code]?.[language === "zh" ? 0 : 1] ?? code;
  }

  async search(text: string, limit: number, kinds: ReadonlySet<string> = new Set(), type = ""): Promise<Found> {
    const [counts, types] = [new Map<string, number>(), new Map<string, number>()];
    const hits = [];
    for (const { thing: number, name } of this.matches(text)) {
      const thing = this.thingAt(number);
      counts.set(thing.kind, (counts.get(thing.kind) ?? 0) + 1);
      if (kinds.size && !kinds.has(thing.kind)) continue;
      for (const code of thing.types) types.set(code, (types.get(code) ?? 0) + 1);
      if (hits.length < limit && (!type || thing.types.includes(type))) hits.push({ thing, name });
    }
    return { hits, kinds: counts, types };
  }

  async said(text: string, limit: number): Promise<Said> {
    const sentences = await this.unpacked();
    const found = new Map<Passage, Evidence>();
    const all = [
      ...this.telling(text).facts.flatMap((fact) => sentences.stating(fact)),
      ...sentences.holding(asked(text)),
    ];
    for (const one of all) if (!found.has(one.passage)) found.set(one.passage, one);
    return { evidence: [...found.values()].slice(0, limit), count: found.size };
  }

  async named(name: string): Promise<readonly Thing[]> {
    if (!this.exact.size) {
      for (const [number, one] of this.everyName()) {
        this.exact.set(one, [...(this.exact.get(one) ?? []), this.thingAt(number)]);
      }
    }
    return this.exact.get(name) ?? [];
  }

  async thing(iri: string): Promise<Thing | undefined> {
    const number = this.graph.number(iri);
    return number === undefined ? undefined : this.thingAt(number);
  }

  async facts(iri: string): Promise<readonly Fact[]> {
    const number = this.graph.number(iri);
    return number === undefined ? [] : [...this.graph.factsOf(number)].map((fact) => this.graph.fact(fact));
  }

  async among(things: ReadonlySet<string>): Promise<readonly Fact[]> {
    const facts = [...things].flatMap((iri) => [...this.graph.factsOf(this.graph.number(iri) ?? -1)]);
    const found = [...new Set(facts)].sort((one, other) => one - other).map((number) => this.graph.fact(number));
    return found.filter(({ subject, ends }) => things.has(subject) && ends.some(({ thing }) => things.has(thing)));
  }

  async strongest(count: number): Promise<readonly Thing[]> {
    return this.graph.things.toSorted((one, other) => other.weight - one.weight).slice(0, count);
  }

  async fact(id: string): Promise<Fact | undefined> {
    const number = this.graph.numberOf(id);
    return number === undefined ? undefined : this.graph.fact(number);
  }

  async evidence(fact: Fact): Promise<readonly Evidence[]> {
    const number = this.graph.numberOf(fact.id);
    return number === undefined ? [] : (await this.unpacked()).stating(number);
  }

  async mentions(iri: string): Promise<readonly Evidence[]> {
    const number = this.graph.number(iri);
    return number === undefined ? [] : (await this.unpacked()).mentioning(number);
  }

  async text(document: string): Promise<readonly Piece[]> {
    return (await this.unpacked()).text(document);
  }

  async paths(from: string, to: string, allowed: (fact: Fact) => boolean): Promise<readonly (readonly Step[])[]> {
    const [first, last] = [this.graph.number(from), this.graph.number(to)];
    if (first === undefined || last === undefined) return [];
    const ways = (node: number): Way<number, Step>[] =>
      this.steps(this.thingAt(node).iri, allowed).map((over) => ({ to: this.graph.number(over.to.iri) ?? node, over }));
    const found = await shortest(first, last, async (node) => ways(node));
    return ordered(found.map((path) => path.map((way) => way.over)));
  }

  async rows(query: string): Promise<readonly Row[]> {
    return (await this.unpacked()).rows(query);
  }

  async whole(): Promise<Whole> {
    const { things, block } = this.graph;
    const { x, y, blocks } = block.whole;
    const edges = new Set<number>();
    for (const [from, to] of this.graph.edges()) if (from !== to) edges.add(from * things.length + to);
    const pairs = [...edges];
    return {
      things,
      x: Float32Array.from(x),
      y: Float32Array.from(y),
      radius: Float32Array.from(things, ({ weight }) => Math.min(14, 3.5 + Math.sqrt(weight) * 0.8)),
      from: Int32Array.from(pairs, (pair) => Math.floor(pair / things.length)),
      to: Int32Array.from(pairs, (pair) => pair % things.length),
      blocks: blocks.thing.map((thing, at) => ({
        label: thing < 0 ? "" : this.thingAt(thing).label,
        x: blocks.x[at] ?? 0,
        y: blocks.y[at] ?? 0,
        radius: blocks.radius[at] ?? 0,
      })),
    };
  }

  /** What a thing is joined with, the surest facts first. */
  steps(iri: string, allowed: (fact: Fact) => boolean): Step[] {
    const number = this.graph.number(iri);
    if (number === undefined) return [];
    const from = this.thingAt(number);
    const facts = [...this.graph.factsOf(number)].map((fact) => this.graph.fact(fact)).filter(allowed);
    facts.sort((one, other) => telling(other) - telling(one) || (other.confidence || 0) - (one.confidence || 0));
    return facts.flatMap((fact) => {
      const forward = fact.subject === iri;
      const others = forward
        ? fact.ends
        : fact.ends.filter((end) => end.thing === iri).map(({ role }) => ({ role, thing: fact.subject }));
      return others.map(({ role, thing }) => {
        const to = this.thingAt(this.graph.number(thing) ?? number);
        return { fact, role, from, to, forward };
      });
    });
  }

  private *everyName(): Generator<readonly [number, string]> {
    for (const [number, { label, aliases }] of this.graph.things.entries()) {
      yield [number, label];
      for (const alias of aliases) yield [number, alias];
    }
  }

  /** Things whose name holds all words, then those that facts join. */
  private matches(text: string): readonly Match[] {
    const found = this.names.find(text);
    const { things } = this.telling(text);
    if (!things.length) return found;
    const met = new Set(found.map(({ thing }) => thing));
    const more = things.filter((thing) => !met.has(thing));
    return [...found, ...more.map((thing) => ({ thing, name: this.thingAt(thing).label }))];
  }

  /** The facts that tell of all of several words, with what they join. */
  private telling(text: string): Joined {
    if (this.told.text === text) return this.told.found;
    const words = asked(text);
    const several = words.length > 1 && words.length < MOST;
    const found = several
      ? joined(
          this.graph,
          words,
          words.map((word) => this.names.which(word)),
        )
      : NONE;
    this.told = { text, found };
    return found;
  }

  private thingAt(number: number): Thing {
    const thing = this.graph.things[number];
    if (!thing) throw new RangeError(`the packed graph has no thing ${number}`);
    return thing;
  }

  private unpacked(): Promise<Sentences> {
    this.sentences ??= this.later().then((block) => new Sentences(block, this.graph.documents, this.graph.things));
    return this.sentences;
  }
}
