// SPARQL in the page: named queries as examples, an editor, the answer as table and CSV, its things one click away.
import { button, element } from "../element";
import type { Cell, Column, Context, View } from "../view";
import { heading, reading } from "../views/frame/columns";
import { documentCell, numberCell } from "../views/frame/rows";
import { type Asked, asked, declared, filled, type Query, short } from "./asked";
import { editor } from "./editor";
import { type Engine, engine, type Solutions, type Term } from "./engine";
import { type Fields, fields, key } from "./parameters";
import { draw, naming, things } from "./picture";
import "./sparql.css";

const MOST = 10_000; // rows that are shown
const LONGEST = 40; // characters of a name
const FIRST = `SELECT ?person ?title ?at WHERE {
  ?post org:member/skos:prefLabel ?person ;
    org:role/skos:prefLabel ?title ;
    fz:at/skos:prefLabel ?at .
}
LIMIT 100`;

let answering: Promise<Engine | undefined> | undefined;

export const sparql: View = {
  id: "sparql",
  title: { zh: "查询", en: "SPARQL" },
  show: (host, context) => {
    let end = () => {};
    let alive = true;
    answering ??= engine();
    void Promise.all([answering, asked()]).then(([who, known]) => {
      if (!alive) return;
      if (who) end = shown(host, context, who, known);
      else host.append(tooLarge(context));
    });
    return () => {
      alive = false;
      end();
    };
  },
};

function tooLarge({ say }: Context): HTMLElement {
  return element(
    "p",
    { class: "view-none" },
    say({
      zh: "这个图太大，装不进一页。运行 fangzhi serve 加图所在的文件夹，在它给出的地址里查询。",
      en: "This graph is too large for one page. Run fangzhi serve with its folder, and ask at the address that it gives.",
    }),
  );
}

function shown(host: HTMLElement, page: Context, who: Engine, known: Asked): () => void {
  const { say, state } = page;
  const answer = element("section", { class: "sparql-answer", "aria-label": say({ zh: "结果", en: "Answer" }) });
  const told = element("p", { class: "sparql-told", role: "status" });
  const place = element("div");
  let clear = () => {};
  let last: Solutions | undefined;
  let query: Query | undefined;
  let form: Fields | undefined;
  let written = ""; // what the fields wrote into the editor
  const name = () => (query ? called(page, query) : say({ zh: "SPARQL 结果", en: "SPARQL answer" }));
  const fill = async (found: Solutions) => {
    last = found;
    clear();
    clear = () => {};
    flip.hidden = !(found.rows.length && (query || naming(found)));
    const named = !flip.hidden && state.get("as") === "graph" ? await things(page, found) : new Map();
    const drawn = named.size > 0;
    flip.textContent = drawn ? say({ zh: "表格", en: "Table" }) : say({ zh: "关系图", en: "Graph" });
    if (!drawn) return answer.replaceChildren(await table(page, found, known, name(), query !== undefined));
    const stage = element("div", { class: "graph-stage" });
    answer.replaceChildren(stage);
    clear = await draw(stage, page, named);
  };
  const turn = () => {
    state.set({ as: state.get("as") ? "" : "graph" }, "replace");
    if (last) void fill(last);
  };
  /** Writes the query of the fields into the editor, unless a reader has changed it there. */
  const rewrite = async (): Promise<void> => {
    if (!query || !form || write.text !== written) return;
    written = filled(query, await form.values());
    write.text = written;
  };
  const run = async () => {
    asking(true);
    const began = performance.now();
    try {
      await rewrite();
      const own = write.text !== written;
      state.set({ text: own ? write.text.trim() : "", run: "1" }, state.get("run") ? "replace" : "push");
      const found = await who.ask(declared(write.text, known.prefixes));
      const time = Math.round(performance.now() - began);
      const zh = `${found.rows.length} 行，${time} 毫秒`;
      told.textContent = say({ zh, en: `${found.rows.length} rows in ${time} ms` });
      await fill(found);
    } catch (error) {
      told.textContent = (error as Error).message;
      clear();
      answer.replaceChildren();
      flip.hidden = true;
    }
    asking(false);
  };
  const go = button("strong", () => void run(), say({ zh: "查询", en: "Run" }));
  const stop = button("", () => who.stop(), say({ zh: "停止", en: "Stop" }));
  const flip = element("button", { type: "button", hidden: true, click: turn });
  const asking = (running: boolean) => {
    told.classList.toggle("running", running);
    if (running) told.textContent = say({ zh: "正在查询…", en: "Asking…" });
    go.hidden = running;
    stop.hidden = !running;
  };
  const write = editor(page, known, () => void run());
  const code = element(
    "details",
    {},
    element("summary", {}, say({ zh: "SPARQL 语句", en: "The query" })),
    write.element,
  );
  const choose = async () => {
    query = known.queries.find((one) => one.name === state.get("query"));
    form = query && fields(page, query, who, known.prefixes, heard);
    const note = element("p", { class: "view-note" }, query ? (page.language === "zh" ? query.zh : query.en) : "");
    place.replaceChildren(...(form ? [note, form.element] : []));
    code.open = !query || state.get("text") !== "";
    written = query ? filled(query, {}) : "";
    write.text = written || FIRST;
    await rewrite().catch(failed);
    if (state.get("text")) write.text = state.get("text");
  };
  const heard = {
    changed: () => void rewrite().catch(failed),
    // What was told is of what stood there before.
    typed: () => told.replaceChildren(),
    done: () => void run(),
  };
  const failed = (error: unknown) => {
    told.textContent = (error as Error).message;
  };
  const names = known.queries.map((one) => element("option", { value: one.name }, called(page, one)));
  const pick = () => {
    const gone = query?.parameters.map((parameter) => [key(parameter), ""] as const) ?? [];
    state.set({ ...Object.fromEntries(gone), query: example.value, text: "", run: "" });
    answer.replaceChildren();
    told.textContent = "";
    void choose();
  };
  const own = element("option", { value: "" }, say({ zh: "自己写", en: "your own" }));
  const example = element("select", { change: pick }, own, ...names);
  example.value = state.get("query");
  const label = element("span", {}, say({ zh: "现成的查询", en: "Named queries" }));
  const zh = "Ctrl+Enter 查询，Ctrl+空格 补全";
  const keys = element("span", { class: "sparql-keys" }, say({ zh, en: "Ctrl+Enter runs, Ctrl+Space completes" }));
  host.append(
    element("h1", { class: "unseen" }, "SPARQL"),
    element("div", { class: "view-choices" }, element("label", { class: "view-menu" }, label, example)),
    place,
    code,
    element("div", { class: "sparql-run" }, go, stop, keys, told, flip),
    answer,
  );
  asking(false);
  void choose().then(() => (state.get("run") ? run() : undefined));
  return () => {
    clear();
    write.end();
    who.stop();
  };
}

/** How a query is called in the page's language: in Chinese by the beginning of what it answers. */
function called({ language }: Context, { zh, title }: Query): string {
  return language === "zh" ? (zh.split(/[，；（。]/)[0] ?? zh) : title;
}

/** The solutions as a table: what the graph knows is called by its name and leads to it; a sentence leads to its place. */
async function table(
  page: Context,
  found: Solutions,
  known: Asked,
  name: string,
  named: boolean,
): Promise<HTMLElement> {
  const { variables, rows } = found;
  const long = (variable: string) => named && /sentence$/i.test(variable);
  const columns = variables.map(
    (variable): Column => ({
      title: named ? heading(page, variable) : variable,
      long: long(variable),
      numeric: rows.length > 0 && rows.every((row) => !row[variable] || numeric(row[variable])),
    }),
  );
  const cell = async (row: Solutions["rows"][number], variable: string): Promise<Cell> => {
    const term = row[variable];
    if (!term) return { text: "" };
    if (!named || term.type === "uri") return plain(page, term, known);
    if (/document$/i.test(variable)) return documentCell(page, { document: term.value });
    if (long(variable)) {
      const document = row[variable.replace(/sentence$/, "document").replace(/Sentence$/, "Document")]?.value ?? "";
      return { text: term.value, open: () => void openPassage(page, document, term.value) };
    }
    const text = reading(page, variable, term.value);
    if (text !== term.value) return { ...numberCell(term.value), text };
    return plain(page, term, known);
  };
  const lines = await Promise.all(
    rows.slice(0, MOST).map((row) => Promise.all(variables.map((variable) => cell(row, variable)))),
  );
  return page.table(columns, lines, name, "order");
}

function numeric(term: Term | undefined): boolean {
  return /#(?:integer|decimal|double)$/.test(term?.datatype ?? "");
}

/** A term as any query may give it: things and names lead on, terms of a vocabulary are called as the page calls them. */
async function plain({ provider, language }: Context, term: Term, known: Asked): Promise<Cell> {
  if (term.type === "uri") {
    const thing = await provider.thing(term.value);
    if (thing) return { text: thing.label, thing: thing.iri };
    const iri = short(term.value, known.prefixes);
    const code = iri.startsWith("fz:") ? iri.slice(3) : term.value.split("/").slice(-2).join("/");
    const [, zh, en] = known.terms.find(([own]) => own === iri) ?? [];
    const word = (language === "zh" ? zh : en) ?? provider.word(code, language);
    return word === code ? { text: iri } : { text: word, note: iri };
  }
  if (numeric(term)) return { text: term.value, value: Number(term.value) };
  // A name that only one thing has leads to it.
  const [thing, other] = term.value.length < LONGEST ? await provider.named(term.value) : [];
  return { text: term.value, ...(thing && !other && { thing: thing.iri }) };
}

async function openPassage(page: Context, document: string, text: string): Promise<void> {
  const passage = (await page.provider.text(document)).find((one) => one.text === text);
  if (passage) page.openEvidence({ passage, marks: [] });
}
