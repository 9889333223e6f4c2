// A field with a list to choose from: what fits is offered while one types, and chosen by a click or by keys.
import { element } from "../element";
import type { Context, Words } from "../view";
import "./pick.css";

/** What can be chosen: how the field calls it, how its line in the list looks, and what it stands for. */
export interface Choice {
  readonly text: string;
  readonly value: string;
  /** What it stands with: told before the first of the same. */
  readonly group?: string;
  line(): HTMLElement | string;
}

export interface Asks {
  /** What fits the text, the best first. */
  find(text: string): Promise<readonly Choice[]>;
  take(choice: Choice): void;
  /** Whether all is offered before anything is typed. */
  readonly open?: boolean;
  /** Something else was typed. */
  typed?(): void;
  /** Enter, where there is nothing left to choose. */
  done?(): void;
}

export interface Pick {
  readonly element: HTMLElement;
  readonly field: HTMLInputElement;
}

export function pick({ say }: Context, id: string, title: string, hint: Words, asks: Asks): Pick {
  const list = element("ul", { id: `${id}-hits`, class: "pick-hits", role: "listbox", "aria-label": title });
  const field = element("input", {
    type: "search",
    role: "combobox",
    id,
    "aria-expanded": "false",
    "aria-controls": `${id}-hits`,
    "aria-autocomplete": "list",
    placeholder: say(hint),
    autocomplete: "off",
    spellcheck: "false",
    input: () => {
      asks.typed?.();
      void ask();
    },
    focus: () => void (asks.open && !field.value && ask()),
    keydown: (event) => key(event as KeyboardEvent),
    focusout: () => hide(),
  });
  list.hidden = true;
  // A press in the list must not take the focus from the field before it is a click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  let [hits, chosen, asked, taken]: [readonly Choice[], number, number, string] = [[], 0, 0, ""];

  const hide = () => {
    asked++;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const takeAt = (at: number) => {
    const hit = hits[at];
    hide();
    if (!hit) return asks.done?.();
    [field.value, taken] = [hit.text, hit.text];
    asks.take(hit);
  };
  const mark = () => {
    const options = [...list.querySelectorAll("[role=option]")];
    options.forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === chosen));
    });
    options[chosen]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", `${id}-hit-${chosen}`);
  };
  const ask = async () => {
    const [text, turn] = [field.value.trim(), ++asked];
    [hits, chosen] = [[], 0];
    if (!text && !asks.open) return hide();
    const found = await asks.find(text);
    if (turn !== asked) return;
    hits = found;
    const option = ({ line }: Choice, at: number) =>
      element("li", { role: "option", id: `${id}-hit-${at}`, click: () => takeAt(at) }, line());
    list.replaceChildren(
      ...hits.flatMap((hit, at) => {
        const head = element("li", { role: "presentation", class: "pick-head" }, hit.group ?? "");
        return hit.group && hit.group !== hits[at - 1]?.group ? [head, option(hit, at)] : [option(hit, at)];
      }),
    );
    list.hidden = !hits.length;
    field.setAttribute("aria-expanded", String(hits.length > 0));
    if (hits.length) mark();
  };
  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) void ask();
      else {
        chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % Math.max(hits.length, 1);
        mark();
      }
    } else if (event.key === "Enter") {
      const settled = field.value === taken || !field.value.trim();
      if (hits.length && !list.hidden && field.value.trim()) takeAt(chosen);
      else if (settled && asks.done) asks.done();
      else void ask().then(() => takeAt(0));
    } else if (event.key === "Escape" && !list.hidden) hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const label = element("label", { for: id }, title);
  return { element: element("div", { class: "pick-field" }, label, field, list), field };
}
