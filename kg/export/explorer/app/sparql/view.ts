// Questions: the named queries in words with their fields, each answered at once; and an editor for those who write SPARQL.
import { why } from "../data/served/reach";
import { button, element } from "../element";
import type { Context, View } from "../view";
import "../views/frame/frame.css";
import { linkCopier } from "../out/copy";
import { list } from "../views/frame/pick";
import { table } from "./answer";
import { type Asked, asked, declared, filled, type Query } from "./asked";
import { editor } from "./editor";
import { type Engine, engine, ROWS, type Solutions } from "./engine";
import { type Fields, fields, key } from "./parameters";
import { draw, naming, things } from "./picture";
import { called, OWN, options, told as tells } from "./questions";
import "./sparql.css";

const FIRST = `SELECT ?person ?title ?at WHERE {
  ?post org:member/skos:prefLabel ?person ;
    org:role/skos:prefLabel ?title ;
    fz:at/skos:prefLabel ?at .
}
LIMIT 100`;
const WRITING = {
  zh: "Ctrl+Enter 查询，Ctrl+空格 补全；前缀不必声明。",
  en: "Ctrl+Enter runs, Ctrl+Space completes; prefixes need no declaration.",
};

const SILENT = { zh: "文献没有说。", en: "The documents do not say." };
const NONE = { zh: "图里没有符合的内容。", en: "The graph has nothing of the kind." };

let answering: Promise<Engine | undefined> | undefined;

export const sparql: View = {
  id: "sparql",
  title: { zh: "查询", en: "Questions" },
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
  const parameters = [...new Set(known.queries.flatMap((one) => one.parameters.map(key)))];
  const all = options(page, known.queries);
  const answer = element("section", { class: "sparql-answer", "aria-label": say({ zh: "结果", en: "Answer" }) });
  const told = element("p", { class: "sparql-told", role: "status" });
  const head = element("div");
  let clear = () => {};
  let last: Solutions | undefined;
  let query: Query | undefined;
  let form: Fields | undefined;
  let written = ""; // what the fields wrote into the editor
  let drawn = ""; // the address that is shown
  let turn = 0;
  const where = () => ["query", "text", ...parameters].map((one) => state.get(one)).join("\n");
  /** Changes the address by what is shown already. */
  const keep = (changes: Readonly<Record<string, string>>, how: "push" | "replace" = "push") => {
    drawn = "";
    state.set(changes, how);
    drawn = where();
  };
  const given = ({ parameters }: Query) =>
    Object.fromEntries(parameters.flatMap((one) => (state.get(key(one)) ? [[one.name, state.get(key(one))]] : [])));
  const name = () => (query ? called(page, query) : say({ zh: "SPARQL 结果", en: "SPARQL answer" }));
  const fill = async (found: Solutions) => {
    last = found;
    clear();
    clear = () => {};
    if (!found.rows.length) answer.replaceChildren(element("p", { class: "view-none" }, say(query ? SILENT : NONE)));
    flip.hidden = !(found.rows.length && (query || naming(found)));
    const named = !flip.hidden && state.get("as") === "graph" ? await things(page, found) : new Map();
    const pictured = named.size > 0;
    flip.textContent = pictured ? say({ zh: "表格", en: "Table" }) : say({ zh: "关系图", en: "Graph" });
    if (!found.rows.length) return;
    if (!pictured) return answer.replaceChildren(await table(page, found, known, name(), query));
    const stage = element("div", { class: "graph-stage" });
    answer.replaceChildren(stage);
    clear = await draw(stage, page, named);
  };
  /** Writes the query of the fields into the editor, unless a reader has changed it there. */
  const rewrite = async (): Promise<void> => {
    if (!query || !form || write.text !== written) return;
    written = filled(query, await form.values());
    write.text = written;
  };
  const failed = (error: unknown) => {
    told.textContent = why(error, say);
    clear();
    answer.replaceChildren();
    flip.hidden = true;
  };
  const run = async () => {
    const own = ++turn;
    asking(true);
    const began = performance.now();
    try {
      await rewrite();
      const plain = query && who.ready && write.text === written ? query : undefined;
      const found = await (plain && who.ready
        ? who.ready(plain.name, given(plain))
        : who.ask(declared(write.text, known.prefixes)));
      if (own !== turn) return;
      const time = Math.round(performance.now() - began);
      const count = found.rows.length;
      const cut = plain !== undefined && count === ROWS;
      const zh = `${cut ? "前 " : ""}${count} 行，${time} 毫秒${cut ? "；给出条件，看其余的" : ""}`;
      const en = `${cut ? "The first " : ""}${count} rows in ${time} ms${cut ? "; say more to see others" : ""}`;
      told.textContent = say({ zh, en });
      await fill(found);
    } catch (error) {
      if (own !== turn) return;
      failed(error);
    }
    asking(false);
  };
  /** Asks what stands in the editor; the address tells what a reader wrote. */
  const ask = () => {
    const own = write.text !== written;
    keep({ text: own ? write.text.trim() : "", run: own ? "1" : "" });
    mine();
    return run();
  };
  const go = button("strong", () => void ask(), say({ zh: "查询", en: "Ask" }));
  const stop = button("", () => who.stop(), say({ zh: "停止", en: "Stop" }));
  const turnOver = () => {
    keep({ as: state.get("as") ? "" : "graph" }, "replace");
    if (last) void fill(last);
  };
  const flip = element("button", { type: "button", hidden: true, click: turnOver });
  const asking = (running: boolean) => {
    told.classList.toggle("running", running);
    if (running) told.textContent = say({ zh: "正在查询…", en: "Asking…" });
    go.hidden = running;
    stop.hidden = !running;
  };
  const write = editor(page, known, () => void ask());
  const back = button("", () => state.set({ text: "", run: "" }), say({ zh: "恢复原来的语句", en: "Undo my changes" }));
  const bar = element("div", { class: "sparql-run" }, go, stop, told, flip, linkCopier(page));
  // What asks stands below what is written: the fields, or the editor when it is open.
  const code = element(
    "details",
    { class: "sparql-code", toggle: () => (code.open ? code.after(bar) : code.before(bar)) },
    element("summary", {}, say({ zh: "SPARQL 语句", en: "As SPARQL" })),
    write.element,
    element("p", { class: "sparql-keys" }, say(WRITING), " ", back),
  );
  /** Where a reader has written, the fields say nothing any more. */
  const mine = () => {
    const changed = state.get("text") !== "";
    back.hidden = !(query && changed);
    if (form) form.element.disabled = changed;
  };
  const pick = list(page, { zh: "问题", en: "Question" }, "query", "text", "run", "as", "order", ...parameters);
  const choose = async () => {
    drawn = where();
    const text = state.get("text");
    const asked = state.get("query") || (text ? OWN : "");
    const chosen = (all.find(({ value }) => value === asked) ?? all[0])?.value ?? OWN;
    pick.fill(all, chosen);
    query = known.queries.find((one) => one.name === chosen);
    form = query && fields(page, query, who, known.prefixes, heard);
    const title = element("h2", { class: "sparql-question" }, query ? called(page, query) : (all.at(-1)?.text ?? ""));
    head.replaceChildren(
      title,
      ...(query && form ? [element("p", { class: "view-note" }, tells(page, query)), form.element] : []),
    );
    code.open = !query || text !== "";
    written = query ? filled(query, {}) : "";
    write.text = written || FIRST;
    [told.textContent, flip.hidden] = ["", true];
    answer.replaceChildren();
    await rewrite().catch(failed);
    if (text) write.text = text;
    mine();
    if (query || state.get("run")) await run();
  };
  const heard = {
    changed: (changes: Readonly<Record<string, string>>) => {
      if (Object.entries(changes).every(([one, value]) => state.get(one) === value)) return;
      keep(changes);
      void run();
    },
    // What was told is of what stood there before.
    typed: () => told.replaceChildren(),
    done: () => void run(),
  };
  state.watch(() => {
    if (drawn && where() !== drawn) void choose();
  });
  host.append(
    element("h1", { class: "unseen" }, say(sparql.title)),
    element(
      "div",
      { class: "view-body" },
      element("aside", { class: "view-list" }, pick.element),
      element("div", { class: "view-main" }, head, bar, code, answer),
    ),
  );
  asking(false);
  void choose();
  return () => {
    clear();
    write.end();
    who.stop();
  };
}
