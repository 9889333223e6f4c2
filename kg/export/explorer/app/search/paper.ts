// A document: the sentences of it that the graph knows, in the order of the text, each leading to its evidence.
import type { Passage } from "../data/types";
import { button, element, name } from "../element";
import { WORDS } from "../shell/words";
import { documentOf } from "../thing/evidence";
import { list } from "../thing/section";
import type { Context } from "../view";

const FIRST = 60;
const AFTER = 20;
// Fewer characters between two sentences are white space, a byline, a heading.
const LEAST = 40;

/** The page of the document of the address; the sentence from which the reader came is marked. */
export async function paper(page: Context): Promise<HTMLElement> {
  const { provider, state, say } = page;
  const identifier = state.get("document");
  const document = documentOf(page, identifier);
  const passages = await provider.text(identifier);
  const about = [
    document?.publisher ?? "",
    document?.date || say(WORDS.noDate),
    identifier,
    `${passages.length} ${say(WORDS.sentences)}`,
  ];
  const from = passages.findIndex(({ begin }) => String(begin) === state.get("sentence"));
  const lines = list(page, passages, Math.max(FIRST, from + AFTER), (passage) => {
    const open = () => page.openEvidence({ passage, marks: [] });
    const made = button("result sentence", open, name(passage.text, Number.POSITIVE_INFINITY));
    if (passage === passages[from]) made.setAttribute("aria-current", "location");
    return element("div", {}, ...gap(page, passages[passages.indexOf(passage) - 1], passage), made);
  });
  return element(
    "div",
    { class: "results" },
    element("h2", { tabindex: "-1" }, name(document?.title || identifier, 100)),
    element("p", { class: "cite" }, ...about.filter(Boolean).map((one) => element("span", {}, name(one, 80)))),
    element("p", { class: "quiet" }, say(WORDS.onlyStated)),
    lines,
  );
}

/** How much of the text stands between two sentences and is told nowhere. */
function gap({ say }: Context, before: Passage | undefined, { begin }: Passage): HTMLElement[] {
  const left = begin - (before?.end ?? 0);
  if (!before || left < LEAST) return [];
  return [element("p", { class: "quiet gap" }, say({ zh: `…… 此间 ${left} 字`, en: `… ${left} characters between` }))];
}
