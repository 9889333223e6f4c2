// The named queries as examples: their parameters become VALUES in the text, which stays a query that any store reads.
import { read } from "../data/block";

export interface Parameter {
  readonly name: string;
  readonly variable: string;
  readonly zh: string;
  readonly en: string;
  readonly type: "thing" | "concept" | "choice" | "period" | "date" | "text";
  /** Kinds of things, the scheme of concepts, or the words of a choice. */
  readonly of: readonly string[];
}

export interface Query {
  readonly name: string;
  readonly title: string;
  readonly zh: string;
  readonly en: string;
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** What one can write: prefixes, terms (short form, Chinese, English), and the named queries. */
export interface Asked {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly (readonly [string, string, string])[];
  readonly queries: readonly Query[];
}

let known: Promise<Asked> | undefined;

export function asked(): Promise<Asked> {
  known ??= read<Asked>("asking");
  return known;
}

const HEADER = /^(?:#.*\n)+/;
const WHERE = /^[^#\n]*?\bWHERE\s*\{/im;

/** The text of a query without the lines that describe it, its variables bound to terms as SPARQL writes them. */
export function filled(query: Query, values: Readonly<Record<string, readonly string[]>>): string {
  const head = Object.entries(values).map(([variable, terms]) => `\n  VALUES ?${variable} { ${terms.join(" ")} }`);
  return query.text.replace(HEADER, "").replace(WHERE, (where) => where + head.join(""));
}

const DECLARED = /\bPREFIX\s+([\w-]*):/gi;
const USED = /(?<![\w<:#?])([a-z][\w-]*):(?=[^/\s]|\s*\/)/gi;

/** The query with the prefixes that it uses and does not declare. */
export function declared(text: string, prefixes: Asked["prefixes"]): string {
  const there = new Set([...text.matchAll(DECLARED)].map(([, name]) => name));
  const used = new Set([...text.matchAll(USED)].map(([, name = ""]) => name));
  const lines = [...used].filter((name) => prefixes[name] && !there.has(name));
  return lines.map((name) => `PREFIX ${name}: <${prefixes[name]}>\n`).join("") + text;
}

/** An IRI as one writes it: with a prefix where that leaves a plain name. */
export function short(iri: string, prefixes: Asked["prefixes"]): string {
  const [name, base] = Object.entries(prefixes).find(([, one]) => iri.startsWith(one)) ?? [];
  return name !== undefined && base && /^[\w-]+$/.test(iri.slice(base.length))
    ? `${name}:${iri.slice(base.length)}`
    : iri;
}

/** The columns of a ready question that name things. */
export function naming({ text }: Query): Set<string> {
  return new Set([...text.matchAll(/^# node: (\w+)/gm)].map(([, column = ""]) => column));
}

/** A text as a literal of SPARQL. */
export function literal(text: string, datatype = ""): string {
  return JSON.stringify(text) + (datatype && `^^${datatype}`);
}
