// The sentences of a fact, or one that mentions a thing: words marked, its document, its neighbours in the text.
import type { Evidence, Fact, Passage } from "../data/types";
import { button, element, icon, name } from "../element";
import { WORDS } from "../shell/words";
import type { Context } from "../view";
import { documentOf, line, things, told } from "./told";
import "./evidence.css";

// How many characters are told at first before a sentence and behind it, and how many times as many at each wish.
const SIGHT = 90;
const STEP = 3;
const ENDS = ["。", "\n"];

/** The panel of the fact or of the sentence that the address names. */
export async function panel(page: Context): Promise<HTMLElement> {
  const { provider, state, say } = page;
  const top = element("div", { class: "evidence-top" }, element("h2", {}, say(WORDS.evidence)));
  const box = element("div", { class: "evidence" }, top);
  const passage = state.get("passage");
  if (passage) {
    const [document, begin, marks] = passageOf(passage);
    const pieces = await provider.text(document);
    const found = pieces.find((one) => one.passage?.begin === begin)?.passage;
    if (found) box.append(await sentence(page, { passage: found, marks }));
    return box;
  }
  const fact = await provider.fact(state.get("fact"));
  if (!fact) {
    box.append(element("p", {}, say(WORDS.unknown)));
    return box;
  }
  const found = await provider.evidence(fact);
  box.append(line(page, told(page, fact, await things(page, [fact]))));
  const at = Math.min(Number(state.get("at")) || 0, Math.max(found.length - 1, 0));
  if (found.length > 1) top.append(steps(page, at, found.length));
  const shown = found[at];
  box.append(shown ? await sentence(page, shown, fact) : element("p", { class: "quiet" }, say(WORDS.noEvidence)));
  return box;
}

/** How a sentence is written in the address. */
export function passageKey({ passage: { document, begin, end }, marks }: Evidence): string {
  return [begin, end, marks.map((mark) => mark.join("-")).join(".") || "0-0", document].join("_");
}

function passageOf(key: string): [string, number, (readonly [number, number])[]] {
  const [begin = "", , marks = "", ...document] = key.split("_");
  const pairs = marks.split(".").map((mark) => mark.split("-").map(Number));
  return [document.join("_"), Number(begin), pairs.map(([from = 0, to = 0]) => [from, to] as const)];
}

function steps(page: Context, at: number, count: number): HTMLElement {
  const { say, state } = page;
  const go = (by: number) => state.set({ at: String((at + by + count) % count || "") }, "replace");
  const before = button("quiet", () => go(-1), icon("before"));
  const after = button("quiet", () => go(1), icon("after"));
  before.setAttribute("aria-label", say(WORDS.previous));
  after.setAttribute("aria-label", say(WORDS.next));
  before.dataset.step = "[";
  after.dataset.step = "]";
  return element("div", { class: "steps" }, before, element("span", { role: "status" }, `${at + 1} / ${count}`), after);
}

/** A sentence with what stands before and after it, as far as the reader wants. */
async function sentence(page: Context, { passage, marks }: Evidence, fact?: Fact): Promise<HTMLElement> {
  const article = element("article", {}, cited(page, passage, fact));
  const quote = element("blockquote", {}, ...marked(passage.text, marks));
  const before = element("div", { class: "near" });
  const after = element("div", { class: "near" });
  article.append(before, quote, after);
  const [earlier, later] = await surroundings(page, passage);
  let sight = SIGHT;
  const fill = () => {
    const [above, below] = [end(earlier, sight), beginning(later, sight)];
    before.replaceChildren(...paragraphs(above));
    after.replaceChildren(...paragraphs(below));
    if (above.length < earlier.length) before.prepend(further(page.say(WORDS.before), grow));
    if (below.length < later.length) after.append(further(page.say(WORDS.after), grow));
  };
  const grow = () => {
    sight *= STEP;
    fill();
  };
  fill();
  return article;
}

/** The text of its document before a sentence, and behind it. */
async function surroundings({ provider }: Context, { document, begin }: Passage): Promise<[string, string]> {
  const pieces = await provider.text(document);
  const at = pieces.findIndex(({ passage }) => passage?.begin === begin);
  const text = (some: typeof pieces) => some.flatMap(({ runs }) => runs.map((run) => run.text)).join("");
  return at < 0 ? ["", ""] : [text(pieces.slice(0, at)).trimEnd(), text(pieces.slice(at + 1)).trimStart()];
}

/** The last sentences of a text, of so many characters or a little more. */
function end(text: string, most: number): string {
  const from = Math.max(...ENDS.map((mark) => text.lastIndexOf(mark, text.length - most)));
  return text.length > most ? text.slice(from + 1) : text;
}

/** The first sentences of a text, of so many characters or a little more. */
function beginning(text: string, most: number): string {
  const to = Math.min(...ENDS.map((mark) => text.indexOf(mark, most)).filter((at) => at >= 0));
  return text.length > most && Number.isFinite(to) ? text.slice(0, to + 1) : text;
}

function paragraphs(text: string): HTMLElement[] {
  const lines = text.split("\n").filter((line) => line.trim());
  return lines.map((line) => element("p", {}, line));
}

function further(words: string, grow: () => void): HTMLElement {
  return button("quiet further", grow, words);
}

/** The text with its marks. */
export function marked(text: string, marks: Evidence["marks"]): (HTMLElement | string)[] {
  const pieces: (HTMLElement | string)[] = [];
  let done = 0;
  for (const [begin, end] of marks.toSorted(([one], [other]) => one - other)) {
    if (begin < done || end <= begin) continue;
    pieces.push(text.slice(done, begin), element("mark", {}, text.slice(begin, end)));
    done = end;
  }
  return [...pieces, text.slice(done)].filter((piece) => piece !== "");
}

function cited(page: Context, passage: Passage, fact?: Fact): HTMLElement {
  const document = documentOf(page, passage.document);
  const { say, language } = page;
  const sure = fact?.confidence ?? Number.NaN;
  const title = headline(page, passage);
  const { state } = page;
  const beside = { fact: state.get("fact"), at: state.get("at"), passage: state.get("passage") };
  const sentence = String(passage.begin);
  const open = () => page.go("", { thing: "", document: passage.document, sentence, ...beside });
  const lead = button("link", open, element("strong", {}, name(title, 60)));
  const rest: [string, string?][] = [
    ...(document?.publisher ? [[document.publisher] as [string]] : []),
    ...(document?.date && title.includes(document.date) ? [] : [[document?.date || say(WORDS.noDate)] as [string]]),
    ...(title.startsWith(passage.document)
      ? []
      : [[`${say(WORDS.number)} ${passage.document}`, say(WORDS.numberMeans)] as [string, string]]),
    [`${say(WORDS.offsets)} ${passage.begin}–${passage.end}`, say(WORDS.offsetsMean)],
  ];
  const share = sure.toLocaleString(language, { style: "percent" });
  if (!Number.isNaN(sure)) rest.push([`${say(WORDS.confidence)} ${share}`, say(WORDS.confidenceMeans)]);
  const parts = rest.map(([text, means]) => element("span", { title: means }, name(text, 60)));
  return element("p", { class: "cite" }, lead, ...parts);
}

/** What a document is called: the title of the article in which something stands, else its own; its number as a note. */
export function called(
  page: Context,
  identifier: string,
  article?: string,
): { readonly text: string; readonly note: string } {
  const { title, publisher = "", date = "" } = documentOf(page, identifier) ?? {};
  const text = article || title || identifier;
  const note = [publisher, date, identifier].filter((one) => one && !text.includes(one));
  return { text, note: note.join(" · ") };
}

/** Under which headline a sentence stands: that of its article where its document has several. */
export function headline(page: Context, { document, begin }: Passage): string {
  const { title = "", articles = [] } = documentOf(page, document) ?? {};
  return articles.findLast((article) => article.begin <= begin)?.title || title || document;
}
