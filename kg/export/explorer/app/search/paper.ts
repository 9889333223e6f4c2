// A document: the sentences of it that the graph knows, in the order of the text, each leading to its evidence.
import { button, element, name } from "../element";
import { WORDS } from "../shell/words";
import { documentOf } from "../thing/evidence";
import { list } from "../thing/section";
import type { Context } from "../view";

const FIRST = 60;

/** The page of the document of the address. */
export async function paper(page: Context): Promise<HTMLElement> {
  const { provider, state, say } = page;
  const identifier = state.get("document");
  const document = documentOf(page, identifier);
  const passages = await provider.text(identifier);
  const about = [document?.date || say(WORDS.noDate), identifier, `${passages.length} ${say(WORDS.sentences)}`];
  const lines = list(page, passages, FIRST, (passage) =>
    button(
      "result sentence",
      () => page.openEvidence({ passage, marks: [] }),
      name(passage.text, Number.POSITIVE_INFINITY),
    ),
  );
  return element(
    "div",
    { class: "results" },
    element("h2", { tabindex: "-1" }, name(document?.title || identifier, 100)),
    element("p", { class: "cite" }, ...about.map((one) => element("span", {}, name(one, 80)))),
    lines,
  );
}
