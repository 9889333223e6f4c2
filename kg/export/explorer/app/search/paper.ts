// A document: its whole text, in which names lead to their things and each known sentence to its evidence.

import type { Piece } from "../data/types";
import { button, element, icon, name } from "../element";
import { WORDS } from "../shell/words";
import { list } from "../thing/section";
import { documentOf } from "../thing/told";
import type { Context } from "../view";
import "./paper.css";

const FIRST = 200;
const AFTER = 40;
// A line so short says too little to be known as a headline by it.
const LEAST = 4;

/** The page of the document of the address; the sentence from which the reader came is marked. */
export async function paper(page: Context): Promise<HTMLElement> {
  const { provider, state, say } = page;
  const identifier = state.get("document");
  const document = documentOf(page, identifier);
  const paragraphs = lines(await provider.text(identifier));
  const known = paragraphs.flat().filter(({ passage }) => passage).length;
  const about = [
    document?.publisher ?? "",
    document?.date || say(WORDS.noDate),
    identifier,
    `${known} ${say(WORDS.sentences)}`,
  ];
  const at = state.get("sentence");
  const sought = at ? paragraphs.flat().find(({ passage }) => passage && passage.begin >= Number(at)) : undefined;
  const from = paragraphs.findIndex((line) => sought && line.includes(sought));
  const articles = document?.articles ?? [];
  const titles = [document?.title ?? "", ...articles.map(({ title }) => title)];
  const text = list(page, paragraphs, Math.max(FIRST, from + AFTER), (line) => {
    const words = line.flatMap(({ runs }) => runs.map((run) => run.text)).join("");
    const heading = words.length >= LEAST && titles.some((title) => title.includes(words));
    const look = heading ? "paragraph heading" : "paragraph";
    return element("div", { class: look }, ...line.flatMap((piece) => written(page, piece, piece === sought)));
  });
  const leads = articles.map(({ title, begin }) =>
    button("link", () => state.set({ sentence: String(begin) }), name(title, 40)),
  );
  const contents = [
    `${leads.length} ${say(WORDS.articles)}${say(WORDS.colon)}`,
    ...leads.flatMap((lead, at) => (at ? ["；", lead] : [lead])),
  ];
  return element(
    "div",
    { class: "results paper-text" },
    element("h2", { tabindex: "-1" }, name(document?.title || identifier, 100)),
    element("p", { class: "cite" }, ...about.filter(Boolean).map((one) => element("span", {}, name(one, 80)))),
    ...(leads.length ? [element("p", { class: "articles" }, ...contents)] : []),
    element("p", { class: "quiet" }, say(WORDS.wholeText)),
    text,
  );
}

/** The lines of a text, without those that hold nothing. */
function lines(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.passage) found.at(-1)?.push(piece);
    else {
      const parts = piece.runs
        .map((run) => run.text)
        .join("")
        .split("\n");
      parts.forEach((text, at) => {
        if (at) found.push([]);
        if (text) found.at(-1)?.push({ runs: [{ text }] });
      });
    }
  }
  return found.filter((line) => line.length);
}

function written(page: Context, { runs, passage }: Piece, sought: boolean): (HTMLElement | string)[] {
  const words = runs.map(({ text, thing }) => {
    if (!thing) return text;
    const open = () => page.openThing(thing.iri);
    return element(
      "button",
      { type: "button", class: "link", "data-kind": thing.kind, title: thing.label, click: open },
      text,
    );
  });
  if (!passage) return words;
  const lead = button("quiet lead", () => page.openEvidence({ passage, marks: [] }), icon("quote"));
  lead.setAttribute("aria-label", page.say(WORDS.sentence));
  return [element("span", { class: "sentence", "aria-current": sought && "location" }, ...words, lead)];
}
