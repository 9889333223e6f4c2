// The page: header, tabs, the view that is chosen, and beside it what is said of a thing and the sentences of a fact.
import type { Provider } from "../data/provider";
import type { Evidence, Fact } from "../data/types";
import { element, name } from "../element";
import { table } from "../out/table";
import { panel as evidencePanel, passageKey } from "../thing/evidence";
import { page as thingPage } from "../thing/page";
import type { Context, View, Words } from "../view";
import { Address } from "./address";
import { header } from "./header";
import { keyboard } from "./keyboard";
import { Side } from "./side";
import { alarm, status } from "./status";
import { theme } from "./theme";
import { languageOf, WORDS } from "./words";

/** Shows the page, the first view unless the address names another, for as long as the document lives. */
export function start(provider: Provider, views: readonly [View, ...View[]]): void {
  const address = new Address(() => show());
  const switchTheme = theme();
  let language = languageOf(address.get("lang"));
  let view: View | undefined;
  let end = () => {};
  let frame = build();

  function named(view: string): View {
    return views.find(({ id }) => id === view) ?? views[0];
  }

  function chosen(): View {
    return named(address.get("view"));
  }

  function context(): Context {
    const made: Context = {
      provider,
      language,
      state: address,
      say: (words: Words) => words[language],
      go: (id, values = {}) => {
        const next = named(id);
        // A page that was read goes along to a view of its thing, not beside one of other things.
        const along = next === views[0] || next.follows || next === chosen();
        address.open(next === views[0] ? "" : next.id, along ? values : { thing: "", ...values });
      },
      turn: (id) => {
        const next = named(id);
        made.go(id, next === chosen() ? {} : address.last(next === views[0] ? "" : next.id));
      },
      openThing: (iri: string) => {
        if (chosen() === views[0]) address.open("", { thing: iri });
        // The page of the thing is on top, with no sentence above that is of something else.
        else address.set({ thing: iri, fact: "", at: "", passage: "" });
      },
      openFact: (fact: Fact) => address.set({ fact: fact.id, at: "", passage: "" }),
      openEvidence: (evidence: Evidence) => address.set({ fact: "", at: "", passage: passageKey(evidence) }),
      table: (columns, rows, title, key) => table(made, columns, rows, title, key),
    };
    return made;
  }

  function build() {
    const page = context();
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
    const main = element("main", { id: "main", tabindex: "-1" });
    const side = new Side(page, [
      { key: () => address.get("fact") || address.get("passage"), draw: () => evidencePanel(page) },
      { key: () => (chosen() === views[0] ? "" : address.get("thing")), draw: () => thingPage(page, "beside") },
    ]);
    const top = header(page, views, chosen, switchTheme);
    const skip = element("a", { class: "skip", href: "#main" }, page.say(WORDS.skip));
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      main.focus();
    });
    const heard = element("p", { class: "unseen", role: "status" });
    const body = element("div", { class: "frame" }, main, side.element);
    const failed = alarm(page);
    document.body.replaceChildren(...kept(), skip, top.element, failed.element, body, status(page), heard);
    const keys = keyboard(page, views, top.search, () => side.close());
    document.body.append(keys.help);
    top.help.addEventListener("click", () => keys.help.showModal());
    return { page, main, side, top, heard, failed };
  }

  function show(): void {
    if (language !== languageOf(address.get("lang"))) {
      language = languageOf(address.get("lang"));
      leave();
      frame.side.end();
      frame = build();
    }
    const next = chosen();
    frame.failed.clear();
    frame.top.update();
    frame.side.update();
    if (view !== next) {
      leave();
      view = next;
      const host = element("div", { class: "view", id: `view-${view.id}` });
      frame.main.replaceChildren(host);
      frame.main.setAttribute("aria-label", frame.page.say(view.title));
      frame.main.scrollTop = 0;
      end = view.show(host, frame.page);
    }
    void title();
  }

  function leave(): void {
    end();
    end = () => {};
    address.forget();
    view = undefined;
  }

  async function title(): Promise<void> {
    const { page } = frame;
    const iri = address.get("thing");
    const thing = iri && (await provider.thing(iri));
    if (iri !== address.get("thing")) return;
    const parts = [thing && name(thing.label, 40).textContent, page.say(chosen().title), page.say(WORDS.brand)];
    const told = parts.filter(Boolean).join(" · ");
    if (document.title !== told) frame.heard.textContent = told;
    document.title = told;
  }

  show();
}

/** The packed data and the script stay in the body. */
function kept(): Element[] {
  return [...document.body.querySelectorAll(":scope > script")];
}
