// The editor of queries: SPARQL in colours, prefixes, terms and variables completed as one types.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { element } from "../element";
import type { Context } from "../view";
import type { Asked } from "./asked";

export interface Editor {
  readonly element: HTMLElement;
  text: string;
  end(): void;
}

const KEYWORDS =
  "SELECT DISTINCT WHERE FILTER OPTIONAL UNION VALUES BIND GROUP_BY ORDER_BY LIMIT OFFSET ASK CONSTRUCT DESCRIBE EXISTS NOT_EXISTS MINUS COUNT SUM MIN MAX AVG CONTAINS STRSTARTS LANG STR BOUND COALESCE DESC"
    .split(" ")
    .map((word): Completion => ({ label: word.replace("_", " "), type: "keyword" }));

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)" },
  { tag: [tags.variableName, tags.name], color: "var(--link)" },
  { tag: [tags.string, tags.literal], color: "var(--kind-Industry)" },
  { tag: [tags.atom, tags.meta, tags.standard(tags.name)], color: "var(--kind-Organization)" },
  { tag: tags.comment, color: "var(--quiet)" },
]);

// Measures and colours of the page; the editor stands in a shadow tree, where the policy lets it have its own style.
const look = EditorView.theme({
  "&": { backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "0.9rem" },
  "&.cm-focused": { outline: "2px solid var(--link)" },
  ".cm-scroller": { fontFamily: "ui-monospace, monospace", minHeight: "9rem", maxHeight: "45vh", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--quiet)", border: "none" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--accent-soft)",
  },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--paper)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.8" },
});

/** An editor; `run` asks its text (Ctrl or Cmd with Enter). */
export function editor(page: Context, known: Asked, run: () => void): Editor {
  const host = element("div", { class: "sparql-editor" });
  const root = host.attachShadow({ mode: "open" });
  const asks = () => {
    run();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    extensions: [
      keymap.of([{ key: "Mod-Enter", run: asks }, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      lineNumbers(),
      history(),
      bracketMatching(),
      closeBrackets(),
      EditorView.lineWrapping,
      StreamLanguage.define(sparql),
      syntaxHighlighting(colours),
      autocompletion({ override: [(at) => completed(at, known, page.language === "zh" ? 1 : 2)] }),
      EditorView.contentAttributes.of({ "aria-label": page.say({ zh: "SPARQL 查询", en: "SPARQL query" }) }),
      look,
    ],
  });
  return {
    element: host,
    get text() {
      return view.state.doc.toString();
    },
    set text(text: string) {
      if (text !== this.text) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    end: () => view.destroy(),
  };
}

function completed(at: CompletionContext, { prefixes, terms }: Asked, language: 1 | 2): CompletionResult | null {
  const word = at.matchBefore(/[?\w:一-鿿-]+/);
  if (!word && !at.explicit) return null;
  const from = word?.from ?? at.pos;
  if (word?.text.startsWith("?")) {
    const names = new Set(at.state.doc.toString().match(/\?\w+/g));
    names.delete(word.text);
    return { from, options: [...names].map((label) => ({ label, type: "variable" })) };
  }
  const named = terms.map((term): Completion => ({ label: term[0], detail: term[language], type: "property" }));
  // A term is found by what it is called, too: 运营 gives fz:operates.
  if (word && /[一-鿿]/.test(word.text)) {
    const called = terms.filter(([, zh]) => zh.includes(word.text));
    return { from, filter: false, options: called.map(([label, zh]) => ({ label, detail: zh, type: "property" })) };
  }
  const spaces = Object.keys(prefixes).map((name): Completion => ({ label: `${name}:`, type: "namespace" }));
  return { from, options: [...named, ...spaces, ...KEYWORDS] };
}
