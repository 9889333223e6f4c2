// The first view: what the graph holds, what a search found, and the page of a thing.
import type { Thing } from "../data/types";
import { button, element, name } from "../element";
import { WORDS } from "../shell/words";
import { mention } from "../thing/mentions";
import { page as thingPage } from "../thing/page";
import { list, section } from "../thing/section";
import { link } from "../thing/told";
import type { Context, View } from "../view";
import { dot, hitLine, inOrder, typesOf } from "./hits";
import { paper } from "./paper";
import "./search.css";

const FIRST = 50;
const FEW = 12;
// How many characters fit a card, and how many of one name are shown in it.
const CARD = 72;
const LONGEST = 16;
const MOST = 2000;
const SAID = 500;

export const search: View = {
  id: "search",
  title: WORDS.search,
  show(host, page) {
    const { state } = page;
    let drawn = "";
    const draw = async () => {
      const key = ["thing", "document", "sentence", "q", "kind", "type"].map((name) => state.get(name)).join(" ");
      if (key === drawn) return;
      const first = !drawn;
      drawn = key;
      const content = await (state.get("thing")
        ? thingPage(page, "whole")
        : state.get("document")
          ? paper(page)
          : state.get("q") || state.get("kind")
            ? results(page)
            : home(page));
      if (drawn !== key) return;
      host.replaceChildren(content);
      host.parentElement?.scrollTo({ top: state.place, behavior: "instant" });
      // Who came from a sentence finds it, unless he goes back to where he stood.
      const sentence = state.place ? null : content.querySelector(".sentence[aria-current]");
      sentence?.scrollIntoView({ block: "center", behavior: "instant" });
      if (!first) content.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    };
    state.watch(() => void draw());
    void draw();
    return () => {
      drawn = "gone";
    };
  },
};

/** All that was found, of one kind or of all. */
async function results(page: Context): Promise<HTMLElement> {
  const { provider, state, say, language } = page;
  const [text, kind] = [state.get("q"), state.get("kind")];
  const type = kind ? state.get("type") : "";
  const found = await provider.search(text, MOST, new Set(kind ? [kind] : []), type);
  const all = [...found.kinds.values()].reduce((sum, count) => sum + count, 0);
  const chips = [["", all] as const, ...inOrder(found.kinds)].map(([code, count]) => {
    const words = code ? provider.word(code, language) : say(WORDS.allKinds);
    const chip = button(
      "chip",
      () => state.set({ kind: code, type: "" }),
      ...(code ? [dot()] : []),
      `${words} ${count}`,
    );
    chip.setAttribute("aria-pressed", String(code === kind));
    chip.dataset.kind = code;
    return chip;
  });
  const types = kind ? typesOf(kind, found.types) : [];
  const finer = types.map(([code, count]) => {
    const press = () => state.set({ type: code === type ? "" : code });
    const chip = button("chip", press, `${provider.word(code, language)} ${count}`);
    chip.setAttribute("aria-pressed", String(code === type));
    return chip;
  });
  const title = element("h2", { tabindex: "-1" }, text ? name(text, 60) : kind ? provider.word(kind, language) : "");
  title.append(
    " ",
    element(
      "span",
      { class: "count" },
      `${(type ? found.types.get(type) : kind ? found.kinds.get(kind) : all) ?? 0} ${say(WORDS.found)}`,
    ),
  );
  const open = (iri: string) => page.openThing(iri);
  const lines = list(page, found.hits, FIRST, (hit) =>
    button("result", () => open(hit.thing.iri), hitLine(page, hit, text)),
  );
  const said = text && !kind ? await provider.said(text, SAID) : { evidence: [], count: 0 };
  const none = said.count ? "" : element("p", {}, say(WORDS.none), " ", say(WORDS.nothingHint));
  const sentences = section(
    [say(WORDS.inSentences)],
    said.count,
    list(page, said.evidence, FEW, (one) => mention(page, one)),
  );
  const facets = [element("div", { class: "facets" }, ...chips)];
  if (finer.length > 1) facets.push(element("div", { class: "facets finer" }, ...finer));
  return element("div", { class: "results" }, title, ...facets, all ? lines : none, ...(sentences ? [sentences] : []));
}

/** What there is: kinds with counts and the things most said of, the documents. */
async function home(page: Context): Promise<HTMLElement> {
  const { provider, say, language } = page;
  const cards = inOrder(provider.overview.kinds).map(async ([kind, count]) => {
    const { hits } = await provider.search("", FEW, new Set([kind]));
    const all = button(
      "card-head",
      () => page.go("", { thing: "", kind }),
      dot(),
      element("span", {}, provider.word(kind, language)),
      element("span", { class: "count" }, String(count)),
    );
    const names = fitting(hits.map(({ thing }) => thing)).map((thing) => link(page, thing, LONGEST));
    return element(
      "section",
      { class: "card", "data-kind": kind },
      element("h3", {}, all),
      element("div", { class: "names", "data-walk": true }, ...names),
    );
  });
  const documents = [...provider.overview.documents].sort((one, other) => (one.date < other.date ? 1 : -1));
  const papers = list(page, documents, FEW, (document) => {
    const open = () => page.go("", { thing: "", document: document.identifier });
    const title = button("link", open, name(document.title || document.identifier, 60));
    const count = document.articles.length;
    const all = count ? say({ zh: `等 ${count} 篇`, en: `and ${count - 1} more` }) : "";
    const by = element(
      "span",
      { class: "quiet" },
      all,
      all && document.publisher ? " · " : "",
      name(document.publisher, 30),
    );
    return element("span", { class: "paper" }, element("time", {}, document.date || say(WORDS.noDate)), title, by);
  });
  return element(
    "div",
    { class: "home" },
    element("h2", { class: "unseen", tabindex: "-1" }, say(WORDS.start)),
    element("p", { class: "quiet intro" }, say(WORDS.intro)),
    element("div", { class: "cards" }, ...(await Promise.all(cards))),
    element(
      "section",
      { class: "papers" },
      element("h3", {}, say(WORDS.papers), " ", element("span", { class: "count" }, String(documents.length))),
      papers,
    ),
  );
}

/** As many of the things as a card has room for. */
function fitting(things: readonly Thing[]): readonly Thing[] {
  let room = CARD;
  const over = things.findIndex(({ label }) => {
    room -= Math.min(label.length, LONGEST) + 2;
    return room < 0;
  });
  return over < 0 ? things : things.slice(0, Math.max(over, 1));
}
