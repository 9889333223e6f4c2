// The sentences that mention a thing, by document.

import type { Evidence, Thing } from "../data/types";
import { element, name } from "../element";
import { WORDS } from "../shell/words";
import type { Context } from "../view";
import { headline, marked } from "./evidence";
import { list, section } from "./section";
import { documentOf } from "./told";

const FIRST = 5;

export async function mentions(page: Context, thing: Thing): Promise<HTMLElement | undefined> {
  // A sentence that a document prints in several places, or several ways of reading give, is listed once.
  const all = await page.provider.mentions(thing.iri);
  const found = [...new Map(all.map((one) => [`${one.passage.document}\n${one.passage.text}`, one])).values()];
  return section(
    [page.say(WORDS.mentions)],
    found.length,
    list(page, found, FIRST, (one) => mention(page, one)),
  );
}

/** The article of a sentence, and its date or that there is none. */
export function source(page: Context, { passage }: Evidence): string {
  const date = documentOf(page, passage.document)?.date || page.say(WORDS.noDate);
  return [headline(page, passage), date].join(" · ");
}

export function mention(page: Context, evidence: Evidence): HTMLElement {
  const { passage, marks } = evidence;
  return element(
    "button",
    { type: "button", class: "mention", click: () => page.openEvidence(evidence) },
    element("span", { class: "sentence" }, ...marked(passage.text, marks)),
    element("span", { class: "cite" }, name(source(page, evidence), 80)),
  );
}
