// The search field: a list of the best hits below it, their kinds with counts, all of it by keyboard.
import type { Evidence, Found } from "../data/types";
import { element, icon, name } from "../element";
import { WORDS } from "../shell/words";
import { marked } from "../thing/evidence";
import { source } from "../thing/mentions";
import type { Context, View } from "../view";
import { hitLine, inOrder } from "./hits";
import "./popup.css";

const SHOWN = 9;
const SAID = 3;
const PAUSE = 150; // milliseconds

export class SearchBox {
  readonly element: HTMLElement;
  private readonly field: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly kinds: HTMLElement;
  private readonly popup: HTMLElement;
  private readonly said: HTMLElement;
  private chosen = 0;
  private asked = 0;
  private later = 0;

  constructor(
    private readonly page: Context,
    private readonly view: () => View,
  ) {
    this.field = element("input", {
      type: "search",
      id: "search",
      role: "combobox",
      "aria-label": page.say(WORDS.search),
      "aria-expanded": "false",
      "aria-controls": "hits",
      "aria-autocomplete": "list",
      placeholder: page.say(WORDS.placeholder),
      autocomplete: "off",
      spellcheck: "false",
      input: () => void this.ask(),
      focus: () => void this.ask(),
      keydown: (event) => this.key(event as KeyboardEvent),
    });
    this.list = element("ul", { id: "hits", role: "listbox", "aria-label": page.say(WORDS.search) });
    this.kinds = element("div", { class: "facets" });
    this.popup = element("div", { class: "popup", hidden: true }, this.kinds, this.list);
    this.said = element("p", { class: "unseen", role: "status" });
    const hint = element("kbd", { "aria-hidden": "true" }, "/");
    this.element = element(
      "div",
      { class: "finder", role: "search" },
      icon("search"),
      this.field,
      hint,
      this.popup,
      this.said,
    );
    // A press in the list must not take the focus from the field before it is a click.
    this.popup.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("focusout", (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.hide();
    });
  }

  focus(): void {
    this.field.focus();
    this.field.select();
  }

  private async ask(): Promise<void> {
    const text = this.field.value.trim();
    const turn = ++this.asked;
    if (!text) return this.hide();
    const found = await this.page.provider.search(text, SHOWN);
    if (turn !== this.asked || document.activeElement !== this.field) return;
    this.chosen = 0;
    this.draw(text, found);
    // Sentences are unpacked when they are first searched: not while one still types.
    clearTimeout(this.later);
    this.later = window.setTimeout(() => void this.say(text, turn), PAUSE);
  }

  /** Puts what sentences say below the names. */
  private async say(text: string, turn: number): Promise<void> {
    if (turn !== this.asked || [...text].length < 2) return;
    const { say, provider } = this.page;
    const { evidence, count } = await provider.said(text, SAID);
    if (turn !== this.asked || !count) return;
    const lines = evidence.map((one) =>
      element(
        "li",
        { role: "option", class: "said", click: () => this.read(one) },
        element("span", {}, ...marked(one.passage.text, one.marks)),
        element("small", { class: "quiet" }, name(source(this.page, one), 60)),
      ),
    );
    const all = element(
      "li",
      { role: "option", class: "all", click: () => this.all(text, "") },
      `${say(WORDS.inSentences)} (${count})`,
    );
    this.list.querySelector(".none")?.remove();
    this.list.append(...lines, all);
    this.mark();
  }

  private read(one: Evidence): void {
    this.leave();
    this.page.openEvidence(one);
  }

  private draw(text: string, found: Found): void {
    const { say, provider, language } = this.page;
    const all = [...found.kinds.values()].reduce((sum, count) => sum + count, 0);
    const lines = found.hits.map((hit) =>
      element("li", { role: "option", click: () => this.take(hit.thing.iri) }, hitLine(this.page, hit, text)),
    );
    const kinds = inOrder(found.kinds).map(([kind, count]) =>
      element(
        "button",
        { type: "button", class: "chip", "data-kind": kind, click: () => this.all(text, kind) },
        `${provider.word(kind, language)} ${count}`,
      ),
    );
    if (all > lines.length) {
      const rest = `${say(WORDS.allResults)} (${all})`;
      lines.push(element("li", { role: "option", class: "all", click: () => this.all(text, "") }, rest));
    }
    const none = element("li", { class: "none" }, element("strong", {}, say(WORDS.none)), " ", say(WORDS.nothingHint));
    this.kinds.replaceChildren(...kinds);
    this.list.replaceChildren(...(all ? lines : [none]));
    if (!all) none.setAttribute("role", "option");
    this.said.textContent = all ? `${all} ${say(WORDS.found)}` : say(WORDS.none);
    this.popup.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.mark();
  }

  private mark(): void {
    const options = this.options();
    options.forEach((option, index) => {
      option.id = `hit-${index}`;
      option.setAttribute("aria-selected", String(index === this.chosen));
    });
    options[this.chosen]?.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `hit-${this.chosen}`);
  }

  private options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[role=option]:not(.none)")];
  }

  private key(event: KeyboardEvent): void {
    // Keys that choose among the characters of an input method are not ours.
    if (event.isComposing) return;
    const options = this.options();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const by = event.key === "ArrowDown" ? 1 : -1;
      this.chosen = (this.chosen + by + options.length) % Math.max(options.length, 1);
      this.mark();
    } else if (event.key === "Enter") {
      void this.enter();
    } else if (event.key === "Escape") {
      if (this.popup.hidden) this.field.blur();
      this.field.value = "";
      this.hide();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Opens what is chosen; who types and presses Enter at once is waited for. */
  private async enter(): Promise<void> {
    if (this.popup.hidden) await this.ask();
    this.options()[this.chosen]?.click();
  }

  private take(iri: string): void {
    this.leave();
    if (this.view().follows) this.page.state.set({ thing: iri });
    else this.page.go("", { thing: iri });
  }

  private all(text: string, kind: string): void {
    this.leave();
    this.page.go("", { thing: "", q: text, kind });
  }

  private leave(): void {
    this.field.value = "";
    this.hide();
    document.getElementById("main")?.focus();
  }

  private hide(): void {
    this.asked++;
    this.popup.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}
