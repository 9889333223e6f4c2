// Who answers queries: Oxigraph in a worker of the page, with the triples that the page carries, or the server of the page.
import { read } from "../data/block";
import { reach, STOPPED, Unanswered } from "../data/served/reach";

/** A term of a solution, as in the SPARQL 1.1 results in JSON. */
export interface Term {
  readonly type: "uri" | "literal" | "bnode";
  readonly value: string;
  readonly datatype?: string;
  readonly "xml:lang"?: string;
}

export interface Solutions {
  readonly variables: readonly string[];
  readonly rows: readonly Readonly<Record<string, Term>>[];
}

export interface Engine {
  /** Answers a query: a SELECT, ASK (one row, "answer"), CONSTRUCT or DESCRIBE (a row a triple); an Error says what is wrong. */
  ask(query: string): Promise<Solutions>;
  /** Answers the first rows of a ready question by the values of its parameters, where that is quicker than its text. */
  ready?(name: string, values: Readonly<Record<string, string>>): Promise<Solutions>;
  /** Ends what is being answered. */
  stop(): void;
}

/** So many rows of a ready question are asked of a server at most. */
export const ROWS = 1000;

const JSON_RESULTS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";
const FORM = /^(?:\s*(?:#.*\n|(?:PREFIX\s+\S+|BASE)\s*<[^>]*>))*\s*(CONSTRUCT|DESCRIBE)\b/i;

/** The media type in which a query is answered. */
export function format(query: string): string {
  return FORM.test(query) ? TRIPLES : JSON_RESULTS;
}

/** What answers the queries of this page, or undefined where nothing does: the graph is too large, and no server is there. */
export async function engine(): Promise<Engine | undefined> {
  if (document.getElementById("triples")) {
    const { turtle } = await read<{ turtle: string }>("triples");
    return new InPage(turtle);
  }
  return location.protocol.startsWith("http") ? new Served() : undefined;
}

const LINE = /^(\S+) (\S+) (.+) \.$/;
const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:@(\S+)|\^\^<([^>]*)>)?$/;

function term(text: string): Term {
  if (text.startsWith("<")) return { type: "uri", value: text.slice(1, -1) };
  const [, value = "", language, datatype] = LITERAL.exec(text) ?? [];
  if (!text.startsWith('"')) return { type: "bnode", value: text };
  const plain: string = JSON.parse(
    `"${value.replaceAll(/\\U([0-9A-F]{8})|\\'/g, (_, code) => (code ? String.fromCodePoint(Number.parseInt(code, 16)) : "'"))}"`,
  );
  return { type: "literal", value: plain, ...(language && { "xml:lang": language }), ...(datatype && { datatype }) };
}

/** The solutions in the text of an answer. */
export function solutions(text: string, type: string): Solutions {
  if (type.startsWith(TRIPLES)) {
    const rows = text.split("\n").flatMap((line) => {
      const [, subject, predicate, object] = LINE.exec(line) ?? [];
      return subject && predicate && object
        ? [{ subject: term(subject), predicate: term(predicate), object: term(object) }]
        : [];
    });
    return { variables: ["subject", "predicate", "object"], rows };
  }
  const { head, results, boolean } = JSON.parse(text);
  if (boolean === undefined) return { variables: head.vars, rows: results.bindings };
  return { variables: ["answer"], rows: [{ answer: { type: "literal", value: String(boolean) } }] };
}

interface Wanted {
  resolve(text: string): void;
  reject(error: Error): void;
}

/** Oxigraph in a worker, one query after the other: one that runs too long is ended with it, the next starts another. */
class InPage implements Engine {
  private worker: Worker | undefined;
  private wanted: Wanted | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly turtle: string) {}

  ask(query: string): Promise<Solutions> {
    const answer = this.last.then(() => this.answered(query));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  stop(): void {
    if (!this.wanted) return;
    this.worker?.terminate();
    this.worker = undefined;
    this.wanted.reject(new Unanswered(STOPPED));
    this.wanted = undefined;
  }

  private async answered(query: string): Promise<Solutions> {
    this.worker ??= await this.started();
    const type = format(query);
    const text = await new Promise<string>((resolve, reject) => {
      this.wanted = { resolve, reject };
      this.worker?.postMessage({ query, type });
    });
    return solutions(text, type);
  }

  private async started(): Promise<Worker> {
    const place = document.getElementById("oxigraph")?.textContent ?? "";
    const bytes = Uint8Array.from(atob(place), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const code = await new Response(stream).arrayBuffer();
    const url = URL.createObjectURL(new Blob([SPARQL_WORKER], { type: "text/javascript" }));
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    worker.addEventListener("message", ({ data }: MessageEvent<{ text?: string; error?: string }>) => {
      const wanted = this.wanted;
      this.wanted = undefined;
      if (data.error === undefined) wanted?.resolve(data.text ?? "");
      else wanted?.reject(new Error(data.error));
    });
    worker.postMessage({ code, turtle: this.turtle }, [code]);
    return worker;
  }
}

/** The endpoint of the server that the page comes from. */
class Served implements Engine {
  private running = new AbortController();

  async ask(query: string): Promise<Solutions> {
    const headers = { "Content-Type": "application/sparql-query", Accept: format(query) };
    const answer = await reach("/sparql", { method: "POST", headers, body: query, signal: this.running.signal });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return solutions(text, answer.headers.get("Content-Type") ?? "");
  }

  async ready(name: string, values: Readonly<Record<string, string>>): Promise<Solutions> {
    const asked = new URLSearchParams({ ...values, limit: String(ROWS) });
    const headers = { Accept: "application/json" };
    const answer = await reach(`/queries/${name}?${asked}`, { headers, signal: this.running.signal });
    if (!answer.ok) throw new Error(await answer.text());
    const found: readonly Readonly<Record<string, string>>[] = await answer.json();
    const told = ([key, value]: [string, string]) => (value ? [[key, { type: "literal", value }] as const] : []);
    return {
      variables: Object.keys(found[0] ?? {}),
      rows: found.map((row) => Object.fromEntries(Object.entries(row).flatMap(told))),
    };
  }

  stop(): void {
    this.running.abort();
    this.running = new AbortController();
  }
}
