// A document: the sentences of it that the graph knows, in the order of the text, each leading to its evidence.
import { button, element, name } from "../element";
import { WORDS } from "../shell/words";
import { documentOf } from "../thing/evidence";
import { list } from "../thing/section";
import type { Context } from "../view";

const FIRST = 60;
const AFTER = 20;

/** The page of the document of the address; the sentence from which the reader came is marked. */
export async function paper(page: Context): Promise<HTMLElement> {
  const { provider, state, say } = page;
  const identifier = state.get("document");
  const document = documentOf(page, identifier);
  const passages = await provider.text(identifier);
  const about = [document?.date || say(WORDS.noDate), identifier, `${passages.length} ${say(WORDS.sentences)}`];
  const from = passages.findIndex(({ begin }) => String(begin) === state.get("sentence"));
  const lines = list(page, passages, Math.max(FIRST, from + AFTER), (passage) => {
    const open = () => page.openEvidence({ passage, marks: [] });
    const made = button("result sentence", open, name(passage.text, Number.POSITIVE_INFINITY));
    if (passage === passages[from]) made.setAttribute("aria-current", "location");
    return made;
  });
  return element(
    "div",
    { class: "results" },
    element("h2", { tabindex: "-1" }, name(document?.title || identifier, 100)),
    element("p", { class: "cite" }, ...about.map((one) => element("span", {}, name(one, 80)))),
    lines,
  );
}
