// Choices: one of few from a menu, one of many from a list that is searched.
import { button, element, name } from "../../element";
import { WORDS } from "../../shell/words";
import type { Context, Words } from "../../view";

const LONGEST = 40;
const MOST = 200;

export interface Option {
  readonly value: string;
  readonly text: string;
  /** How much hangs on it. */
  readonly count?: number;
  /** Under which heading it stands. */
  readonly group?: string;
}

export interface Pick {
  readonly element: HTMLElement;
  /** Gives it its options, when they are known and after each change. */
  fill(options: readonly Option[], chosen: string): void;
}

/** A menu that sets a key of the state. */
export function menu(context: Context, title: Words, key: string): Pick {
  const select = element("select", { change: () => context.state.set({ sort: "", [key]: select.value }) });
  const fill: Pick["fill"] = (options, chosen) => {
    const told = ({ text, count }: Option) =>
      count === undefined ? text : context.say({ zh: `${text}（${count}）`, en: `${text} (${count})` });
    select.replaceChildren(...options.map((option) => element("option", { value: option.value }, told(option))));
    select.value = chosen;
    // What is no choice keeps its place: nothing jumps when there is one again.
    select.disabled = options.length < 2;
  };
  const whole = element("label", { class: "view-menu" }, element("span", {}, context.say(title)), select);
  return { element: whole, fill };
}

const WIDE = "(min-width: 900px)";

/** A list with counts that is searched by typing; on narrow pages it folds away. A choice undoes keys of the one before. */
export function list(context: Context, title: Words, key: string, ...undone: readonly string[]): Pick {
  const clear = Object.fromEntries(["sort", ...undone].map((one) => [one, ""]));
  const find = context.say({ zh: "查找", en: "Find" });
  const told = `${find}${context.say(WORDS.colon)}${context.say(title)}`;
  const filter = element("input", { type: "search", placeholder: find, "aria-label": told, input: () => show() });
  const items = element("ul", { class: "pick-items" });
  const summary = element("summary");
  const whole = element("details", { class: "pick", open: matchMedia(WIDE).matches }, summary, filter, items);
  let all: readonly Option[] = [];
  let current = "";
  const show = () => {
    const text = filter.value.trim().toLowerCase();
    const most = Math.max(1, ...all.map((option) => option.count ?? 0));
    let group = "";
    items.replaceChildren();
    const found = all.filter((option) => !text || option.text.toLowerCase().includes(text));
    for (const option of found.slice(0, MOST)) {
      if (option.group && option.group !== group) items.append(element("li", { class: "pick-group" }, option.group));
      group = option.group ?? group;
      items.append(element("li", {}, item(option, most)));
    }
    const rest = found.length - MOST;
    if (rest > 0)
      items.append(
        element(
          "li",
          { class: "pick-group" },
          context.say({ zh: `还有 ${rest} 个，请查找`, en: `${rest} more: find them` }),
        ),
      );
  };
  const item = ({ value, text, count }: Option, most: number) => {
    const press = () => {
      if (!matchMedia(WIDE).matches) whole.open = false;
      context.state.set({ ...clear, [key]: value });
    };
    const row = button("", press, name(text, LONGEST));
    if (value === current) row.setAttribute("aria-current", "true");
    if (count !== undefined) {
      const bar = element("span", { class: "pick-bar", "aria-hidden": "true" });
      bar.style.setProperty("--share", String(count / most));
      row.append(element("span", { class: "pick-count" }, String(count)), bar);
    }
    return row;
  };
  const fill: Pick["fill"] = (options, chosen) => {
    const held = items.contains(document.activeElement);
    [all, current] = [options, chosen];
    const text = options.find((option) => option.value === chosen)?.text ?? "";
    summary.textContent = [context.say(title), ...(text ? [text] : [])].join(context.say(WORDS.colon));
    show();
    if (held) items.querySelector<HTMLElement>("[aria-current]")?.focus();
  };
  return { element: whole, fill };
}
