// The sentences of a fact, or one that mentions a thing: words marked, its document, its neighbours in the text.
import type { Document, Evidence, Fact, Passage } from "../data/types";
import { button, element, icon, name } from "../element";
import { WORDS } from "../shell/words";
import type { Context } from "../view";
import { line, things, told } from "./told";
import "./evidence.css";

const STEP = 3;

/** The panel of the fact or of the sentence that the address names. */
export async function panel(page: Context): Promise<HTMLElement> {
  const { provider, state, say } = page;
  const top = element("div", { class: "evidence-top" }, element("h2", {}, say(WORDS.evidence)));
  const box = element("div", { class: "evidence" }, top);
  const passage = state.get("passage");
  if (passage) {
    const [document, begin, end, marks] = passageOf(passage);
    const at = { document, begin, end, text: "" };
    const [found] = (await provider.around(at, 0)).filter((one) => one.begin === begin);
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

function passageOf(key: string): [string, number, number, (readonly [number, number])[]] {
  const [begin = "", end = "", marks = "", ...document] = key.split("_");
  const pairs = marks.split(".").map((mark) => mark.split("-").map(Number));
  return [document.join("_"), Number(begin), Number(end), pairs.map(([from = 0, to = 0]) => [from, to] as const)];
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
  let reach = 1;
  const fill = async () => {
    const around = await page.provider.around(passage, reach);
    const earlier = around.filter((one) => one.begin < passage.begin);
    const later = around.filter((one) => one.begin > passage.begin);
    before.replaceChildren(...earlier.map(paragraph));
    after.replaceChildren(...later.map(paragraph));
    // Where fewer came than were asked for, the text has no more.
    if (earlier.length >= reach) before.prepend(further(page.say(WORDS.before), grow));
    if (later.length >= reach) after.append(further(page.say(WORDS.after), grow));
  };
  const grow = () => {
    reach += STEP;
    void fill();
  };
  await fill();
  return article;
}

function paragraph(passage: Passage): HTMLElement {
  return element("p", {}, passage.text);
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
    ...(title.startsWith(passage.document) ? [] : [[passage.document] as [string]]),
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

export function documentOf({ provider }: Context, identifier: string): Document | undefined {
  return provider.overview.documents.find((document) => document.identifier === identifier);
}
