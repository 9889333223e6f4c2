// The data that a server has: a thing at a time, in the very blocks that a page of its own would carry.

import { literal } from "../../sparql/asked";
import { engine } from "../../sparql/engine";
import { type EvidenceBlock, type GraphBlock, unpacked } from "../block";
import { Graph } from "../graph";
import { asked } from "../names";
import { Packed } from "../packed";
import { ordered, shortest, type Way } from "../paths";
import type { Provider } from "../provider";
import { type Part, stretches, written } from "../sentences";
import type {
  Document,
  Evidence,
  Fact,
  Found,
  Language,
  Overview,
  Piece,
  Row,
  Said,
  Step,
  Thing,
  Whole,
} from "../types";
import { ask, Once, reach } from "./reach";

interface Told {
  readonly kinds: Readonly<Record<string, number>>;
  readonly words: Readonly<Record<string, readonly [string, string]>>;
  readonly documents: readonly (Omit<Document, "identifier"> & { readonly document: string })[];
}

/** So many things are asked for at most before a path is given up. */
const MOST = 600;
const ALL = 100; // hits that the server gives at most
/** So many things a page holds at once, to be searched by pinyin and drawn as a whole. */
const HELD = 300_000;
const LATIN = /^[a-z' ]+$/i;

export async function open(): Promise<Provider> {
  return new Served(await ask<Told>("/explorer/graph"));
}

class Served implements Provider {
  readonly overview: Overview;
  readonly held = false;
  private readonly words = new Map<string, readonly [string, string]>();
  private readonly parts = new Once((iri) => this.loadPart(iri));
  private readonly things = new Map<string, Thing>();
  private readonly stating = new Map<string, Packed>();
  private readonly tables = new Once((query) => this.loadTable(query));
  private readonly texts = new Once((document) => this.loadText(document));
  private readonly names = new Once((name) => this.loadNamed(name));
  /** What the build has packed of the whole graph: asked for by the first search, and there when it has come. */
  private asked: Promise<void> | undefined;
  private packed: Packed | undefined;
  /** The same, or of a graph that is too large its names alone. */
  private called: Packed | undefined;

  constructor(told: Told) {
    const documents = told.documents.map(({ document, ...told }): Document => ({ identifier: document, ...told }));
    const kinds = new Map(Object.entries(told.kinds));
    const things = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    const years = documents.map(({ date }) => Number(date.slice(0, 4))).filter((year) => year > 0);
    const none = new Map<never, number>();
    this.overview = {
      things,
      facts: 0,
      kinds,
      groups: none,
      roles: none,
      documents,
      years: [...new Set(years)].sort(),
    };
    this.learn(told.words);
  }

  word(code: string, language: Language): string {
    return this.words.get(code)?.[language === "zh" ? 0 : 1] ?? code;
  }

  async search(text: string, limit: number, kinds: ReadonlySet<string> = new Set(), type = ""): Promise<Found> {
    const all = this.everything();
    // How names sound the server does not know, nor what several words have in common.
    if (LATIN.test(text) || !text || /\s/.test(text)) await all;
    if (this.called) return this.called.search(text, limit, kinds, type);
    const found = await ask<{ name: string; kind: string; iri: string; matched: string }[]>(
      `/search?limit=${ALL}&q=${encodeURIComponent(text)}`,
    );
    const counts = new Map<string, number>();
    for (const { kind } of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const hits = found
      .filter(({ kind }) => !kinds.size || kinds.has(kind))
      .map(({ name: label, kind, iri, matched: name }) => {
        const bare = { iri, kind, label, aliases: [], types: [], parent: "", weight: 0 };
        return { thing: this.things.get(iri) ?? bare, name };
      });
    // Types the server does not know.
    return { hits: type ? [] : hits.slice(0, limit), kinds: counts, types: new Map() };
  }

  async said(text: string, limit: number): Promise<Said> {
    const holds = asked(text).map((word) => `CONTAINS(LCASE(STR(?text)), ${literal(word)})`);
    if (!holds.length) return { evidence: [], count: 0 };
    const query = `PREFIX fz: <https://w3id.org/fangzhi/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      SELECT ?document ?begin ?end ?text WHERE { ?passage fz:text ?text FILTER(${holds.join(" && ")})
        ?passage nif:beginIndex ?begin ; nif:endIndex ?end ; dcterms:isPartOf/dcterms:identifier ?document } LIMIT ${ALL}`;
    const rows = (await (await engine())?.ask(query))?.rows ?? [];
    const evidence = rows.map((row): Evidence => {
      const passage = { document: row.document?.value ?? "", text: row.text?.value ?? "" };
      return {
        passage: { ...passage, begin: Number(row.begin?.value), end: Number(row.end?.value) },
        marks: stretches(passage.text, asked(text)),
      };
    });
    return { evidence: evidence.slice(0, limit), count: evidence.length };
  }

  async named(name: string): Promise<readonly Thing[]> {
    await this.everything();
    return this.called ? this.called.named(name) : this.names.get(name);
  }

  async thing(iri: string): Promise<Thing | undefined> {
    // An address may name nothing, or nothing that is an IRI: no such thing is there.
    if (!iri.includes(":")) return undefined;
    if (!this.things.has(iri)) await this.everything();
    return this.things.get(iri) ?? (await this.packed?.thing(iri)) ?? (await this.parts.get(iri)).thing(iri);
  }

  async facts(iri: string): Promise<readonly Fact[]> {
    return (await this.parts.get(iri)).facts(iri);
  }

  async among(things: ReadonlySet<string>): Promise<readonly Fact[]> {
    const found = new Map<string, Fact>();
    await this.everything();
    if (this.packed) return this.packed.among(things);
    // What has not been opened is not asked for: its facts with what has been are known.
    for (const part of await Promise.all(
      [...things].filter((iri) => this.parts.has(iri)).map((iri) => this.parts.get(iri)),
    )) {
      for (const fact of await part.among(things)) found.set(fact.id, fact);
    }
    return [...found.values()];
  }

  async strongest(count: number): Promise<readonly Thing[]> {
    await this.everything();
    if (this.called) return this.called.strongest(count);
    const rows = await this.rows("entities");
    const told = (row: Row) => Number(row.sentences ?? row.passages ?? 0);
    const most = rows.toSorted((one, other) => told(other) - told(one)).slice(0, count);
    const found = await Promise.all(most.map((row) => this.thing(row["name@"] ?? "")));
    return found.filter((thing) => thing !== undefined);
  }

  async fact(id: string): Promise<Fact | undefined> {
    if (!this.stating.has(id)) await this.everything();
    return (this.stating.get(id) ?? this.packed)?.fact(id);
  }

  async evidence(fact: Fact): Promise<readonly Evidence[]> {
    if (!this.stating.has(fact.id)) await this.parts.get(fact.subject);
    return this.stating.get(fact.id)?.evidence(fact) ?? [];
  }

  async mentions(iri: string): Promise<readonly Evidence[]> {
    return (await this.parts.get(iri)).mentions(iri);
  }

  text(document: string): Promise<readonly Piece[]> {
    return this.texts.get(document);
  }

  async paths(from: string, to: string, allowed: (fact: Fact) => boolean): Promise<readonly (readonly Step[])[]> {
    await this.everything();
    if (this.packed) return this.packed.paths(from, to, allowed);
    let asked = 0;
    const next = async (iri: string): Promise<Way<string, Step>[]> => {
      if (++asked > MOST) return [];
      return (await this.parts.get(iri)).steps(iri, allowed).map((step) => ({ to: step.to.iri, over: step }));
    };
    return ordered((await shortest(from, to, next)).map((ways) => ways.map((way) => way.over)));
  }

  rows(query: string, values: Readonly<Record<string, string>> = {}): Promise<readonly Row[]> {
    return this.tables.get([query, new URLSearchParams(values)].filter(String).join("?"));
  }

  async whole(): Promise<Whole | undefined> {
    await this.everything();
    return this.packed?.whole();
  }

  private everything(): Promise<void> {
    this.asked ??= this.overview.things > HELD ? Promise.resolve() : this.load();
    this.asked.catch(() => {
      this.asked = undefined;
    });
    return this.asked;
  }

  private async load(): Promise<void> {
    const response = await reach("/explorer/whole");
    if (!response.ok) return;
    const block = await unpacked<GraphBlock>(await response.text());
    this.learn(block.words);
    this.called = new Packed(new Graph(block), () => Promise.reject(new Error("sentences are asked for by thing")));
    if (this.called.overview.facts) this.packed = this.called;
  }

  private async loadTable(query: string): Promise<readonly Row[]> {
    const [columns = [], ...rows] = await ask<readonly (readonly string[])[]>(`/explorer/table/${query}`);
    return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ""])));
  }

  private async loadText(document: string): Promise<readonly Piece[]> {
    return written(
      document,
      await ask<readonly Part[]>(`/explorer/document?identifier=${encodeURIComponent(document)}`),
    );
  }

  private async loadNamed(name: string): Promise<readonly Thing[]> {
    const { hits } = await this.search(name, ALL);
    return hits.filter((hit) => hit.name === name).map((hit) => hit.thing);
  }

  private async loadPart(iri: string): Promise<Packed> {
    const { graph, evidence } = await ask<{ graph: string; evidence: string }>(
      `/explorer/thing?iri=${encodeURIComponent(iri)}`,
    );
    const block = await unpacked<GraphBlock>(graph);
    const part = new Packed(new Graph(block), () => unpacked<EvidenceBlock>(evidence));
    this.learn(block.words);
    for (const thing of part.graph.things) {
      if (thing.iri === iri || !this.things.has(thing.iri)) this.things.set(thing.iri, thing);
    }
    for (const fact of await part.facts(iri)) if (!this.stating.has(fact.id)) this.stating.set(fact.id, part);
    return part;
  }

  private learn(words: Told["words"]): void {
    for (const [code, called] of Object.entries(words)) this.words.set(code, called);
  }
}
