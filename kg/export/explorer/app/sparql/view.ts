// SPARQL in the page: named queries as examples, an editor, the answer as table and CSV, its things one click away.
import { button, element } from "../element";
import type { Cell, Column, Context, View } from "../view";
import { type Asked, asked, declared, filled, type Query, short } from "./asked";
import { editor } from "./editor";
import { type Engine, engine, type Solutions, type Term } from "./engine";
import { parameters } from "./parameters";
import { draw, things } from "./picture";
import "./sparql.css";

const MOST = 10_000; // rows that are shown
const FIRST = `SELECT ?person ?title ?at WHERE {
  ?post org:member/skos:prefLabel ?person ;
    org:role/skos:prefLabel ?title ;
    fz:at/skos:prefLabel ?at .
}
LIMIT 100`;

let answering: Promise<Engine | undefined> | undefined;

export const sparql: View = {
  id: "sparql",
  title: { zh: "SPARQL", en: "SPARQL" },
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
  const fields = element("div");
  let clear = () => {};
  let last: Solutions | undefined;
  const fill = async (found: Solutions) => {
    last = found;
    clear();
    clear = () => {};
    const named = await things(page, found);
    flip.hidden = !named.size;
    const drawn = named.size > 0 && state.get("as") === "graph";
    flip.textContent = drawn ? say({ zh: "表格", en: "Table" }) : say({ zh: "关系图", en: "Graph" });
    if (!drawn) return answer.replaceChildren(await table(page, found, known));
    const stage = element("div", { class: "graph-stage" });
    answer.replaceChildren(stage);
    clear = await draw(stage, page, named);
  };
  const turn = () => {
    state.set({ as: state.get("as") ? "" : "graph" }, "replace");
    if (last) void fill(last);
  };
  const run = async () => {
    const text = write.text.trim();
    state.set({ text }, state.get("text") === text ? "replace" : "push");
    asking(true);
    const began = performance.now();
    try {
      const found = await who.ask(declared(text, known.prefixes));
      const time = Math.round(performance.now() - began);
      told.textContent = say({
        zh: `${found.rows.length} 行，${time} 毫秒`,
        en: `${found.rows.length} rows in ${time} ms`,
      });
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
  const choose = (query: Query | undefined) => {
    fields.replaceChildren();
    if (!query) return;
    write.text = filled(query, {});
    const explained = element("p", { class: "view-note" }, page.language === "zh" ? query.zh : query.en);
    const change = (values: Record<string, readonly string[]>) => {
      write.text = filled(query, values);
    };
    fields.append(explained, parameters(page, query, who, known.prefixes, change));
  };
  const called = ({ zh, title }: Query) => (page.language === "zh" ? (zh.split(/[，；（。]/)[0] ?? zh) : title);
  const names = known.queries.map((query) => element("option", { value: query.name }, called(query)));
  const example = element(
    "select",
    {
      change: () => {
        state.set({ query: example.value }, "replace");
        choose(known.queries.find(({ name }) => name === example.value));
      },
    },
    element("option", { value: "" }, say({ zh: "自己写", en: "your own" })),
    ...names,
  );
  example.value = state.get("query");
  const label = element("span", {}, say({ zh: "现成的查询", en: "Named queries" }));
  const keys = element(
    "span",
    { class: "sparql-keys" },
    say({ zh: "Ctrl+Enter 查询，Ctrl+空格 补全", en: "Ctrl+Enter runs, Ctrl+Space completes" }),
  );
  host.append(
    element("h1", { class: "unseen" }, "SPARQL"),
    element("div", { class: "view-choices" }, element("label", { class: "view-menu" }, label, example)),
    fields,
    write.element,
    element("div", { class: "sparql-run" }, go, stop, keys, told, flip),
    answer,
  );
  asking(false);
  choose(known.queries.find(({ name }) => name === state.get("query")));
  const text = state.get("text");
  if (text || !state.get("query")) write.text = text || FIRST;
  if (text) void run();
  return () => {
    clear();
    write.end();
    who.stop();
  };
}

/** The solutions as a table: what the graph knows is called by its name and leads to it. */
async function table(page: Context, { variables, rows }: Solutions, known: Asked): Promise<HTMLElement> {
  const numeric = (term: Term | undefined) => /#(?:integer|decimal|double)$/.test(term?.datatype ?? "");
  const columns = variables.map(
    (title): Column => ({ title, numeric: rows.length > 0 && rows.every((row) => !row[title] || numeric(row[title])) }),
  );
  const cell = async (term: Term | undefined): Promise<Cell> => {
    if (!term) return { text: "" };
    if (term.type !== "uri") return { text: term.value, ...(numeric(term) && { value: Number(term.value) }) };
    const thing = await page.provider.thing(term.value);
    return thing ? { text: thing.label, thing: thing.iri } : { text: short(term.value, known.prefixes) };
  };
  const lines = await Promise.all(
    rows.slice(0, MOST).map((row) => Promise.all(variables.map((variable) => cell(row[variable])))),
  );
  return page.table(columns, lines, page.say({ zh: "SPARQL 结果", en: "SPARQL answer" }), "order");
}
