// A field that takes a thing: hits while one types, chosen by a click or by keys.
import type { Hit, Thing } from "../../data/types";
import { element } from "../../element";
import { hitLine } from "../../search/hits";
import type { Context, Words } from "../../view";
import { SAY } from "../words";

const SHOWN = 7;

export interface Pick {
  readonly element: HTMLElement;
  show(thing: Thing | undefined): void;
  focus(): void;
}

export function pick(page: Context, id: string, title: Words, take: (iri: string) => void): Pick {
  const { say, provider } = page;
  const list = element("ul", {
    id: `${id}-hits`,
    class: "popup graph-hits",
    role: "listbox",
    "aria-label": say(title),
  });
  const field = element("input", {
    type: "search",
    role: "combobox",
    id,
    "aria-expanded": "false",
    "aria-controls": `${id}-hits`,
    "aria-autocomplete": "list",
    placeholder: say(SAY.pick),
    autocomplete: "off",
    spellcheck: "false",
    input: () => void ask(),
    keydown: (event) => key(event as KeyboardEvent),
    focusout: () => hide(),
  });
  list.hidden = true;
  // A press in the list must not take the focus from the field before it is a click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  let [hits, chosen, asked]: [readonly Hit[], number, number] = [[], 0, 0];

  const hide = () => {
    asked++;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const takeAt = (at: number) => {
    const hit = hits[at];
    if (!hit) return;
    field.value = hit.thing.label;
    hide();
    take(hit.thing.iri);
  };
  const mark = () => {
    [...list.children].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === chosen));
    });
    field.setAttribute("aria-activedescendant", `${id}-hit-${chosen}`);
  };
  const ask = async () => {
    const [text, turn] = [field.value.trim(), ++asked];
    if (!text) return hide();
    const found = await provider.search(text, SHOWN);
    if (turn !== asked) return;
    [hits, chosen] = [found.hits, 0];
    const option = (hit: Hit, at: number) =>
      element("li", { role: "option", id: `${id}-hit-${at}`, click: () => takeAt(at) }, hitLine(page, hit, text));
    list.replaceChildren(...hits.map(option));
    list.hidden = !hits.length;
    field.setAttribute("aria-expanded", String(hits.length > 0));
    if (hits.length) mark();
  };
  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % Math.max(hits.length, 1);
      mark();
    } else if (event.key === "Enter") {
      void (list.hidden ? ask().then(() => takeAt(0)) : takeAt(chosen));
    } else if (event.key === "Escape" && !list.hidden) hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const label = element("label", { for: id }, say(title));
  return {
    element: element("div", { class: "graph-pick" }, label, field, list),
    show(thing) {
      if (document.activeElement !== field) field.value = thing?.label ?? "";
    },
    focus: () => field.focus(),
  };
}
