// The top of the page: whose it is, the search, the views, language and theme.
import { button, element, icon } from "../element";
import { SearchBox } from "../search/box";
import type { Context, View } from "../view";
import { isDark } from "./theme";
import { WORDS } from "./words";

export interface Header {
  readonly element: HTMLElement;
  readonly search: SearchBox;
  readonly help: HTMLButtonElement;
  /** Marks the view that is shown. */
  update(): void;
}

export function header(page: Context, views: readonly View[], chosen: () => View, switchTheme: () => void): Header {
  const { say, state, language } = page;
  const search = new SearchBox(page, () => chosen());
  const brand = button("brand", () => page.go("", { thing: "" }), say(WORDS.brand));
  const other = button("quiet", () => state.set({ lang: language === "zh" ? "en" : "" }), say(WORDS.language));
  other.lang = language === "zh" ? "en" : "zh-Hans";
  const light = button(
    "quiet",
    () => {
      switchTheme();
      name();
    },
    icon("theme"),
  );
  const name = () => {
    light.setAttribute("aria-label", say(isDark() ? WORDS.light : WORDS.dark));
    light.title = light.getAttribute("aria-label") ?? "";
  };
  name();
  const help = button("quiet", () => {}, "?");
  help.setAttribute("aria-label", say(WORDS.keys));
  help.title = say(WORDS.keys);
  // By its full name: a link within a page is taken for one that skips to a part of it.
  const here = `${location.pathname.split("/").at(-1)}${location.search}`;
  const tabs = views.map((view) => {
    const href = `${here}#view=${view.id}${language === "zh" ? "" : `&lang=${language}`}`;
    return element(
      "a",
      { href, class: "tab", "data-view": view.id, click: (event) => choose(event, view) },
      say(view.title),
    );
  });
  const choose = (event: Event, view: View) => {
    // With a key held, a tab opens beside this page, as links do.
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    page.turn(view.id);
  };
  const nav = element("nav", { class: "tabs", "aria-label": say(WORDS.views) }, ...tabs);
  const tools = element("div", { class: "tools" }, other, light, help);
  const top = element("header", { class: "top" }, element("h1", {}, brand), search.element, tools, nav);
  return {
    element: top,
    search,
    help,
    update: () => {
      views.forEach((view, index) => {
        const tab = tabs[index];
        if (view === chosen()) tab?.setAttribute("aria-current", "page");
        else tab?.removeAttribute("aria-current");
      });
      nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
  };
}
