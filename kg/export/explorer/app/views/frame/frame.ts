// What all views share: choices above, a picture with its files, the same as a table below.
import { element } from "../../element";
import { linkCopier } from "../../out/copy";
import { savePng, saveSvg } from "../../out/picture";
import { fileName } from "../../out/save";
import { caption, type Strip } from "../../out/strip";
import { WORDS } from "../../shell/words";
import type { Context, Words } from "../../view";
import "./frame.css";

export interface Frame {
  /** Where the choices of the view stand. */
  readonly choices: HTMLElement;
  /** How to read the view; it goes along with its pictures. */
  readonly note: HTMLElement;
  /** Beside the picture: a list to pick from, and what was clicked; empty ones take no room. */
  readonly list: HTMLElement;
  readonly detail: HTMLElement;
  /** Shows picture and table, or what to say where there is none; `name` names their files. */
  fill(picture: SVGSVGElement | string | undefined, table: (() => HTMLElement) | undefined, name: string): void;
  /** Says that something is still to come. */
  wait(): void;
  /** Calls when there is room, and after each change of these keys of the state, or of the room, until the view ends. */
  draw(keys: readonly string[], how: (room: number) => void): () => void;
}

const LITTLE = 40;

/** `words` tell how to read the view, `hint` what a press does in it. */
export function frame(host: HTMLElement, context: Context, title: Words, words: Words, hint?: Words): Frame {
  const choices = element("div", { class: "view-choices" });
  const note = element("span", {}, context.say(words));
  const reading = element("p", { class: "view-note" }, note, ...(hint ? [" ", context.say(hint)] : []));
  const list = element("aside", { class: "view-list" });
  const detail = element("section", { class: "view-detail" });
  const picture = element("figure", { class: "view-picture" });
  const rows = element("div", { class: "view-table" });
  const main = element("div", { class: "view-main" }, picture, rows);
  host.append(
    element("h1", { class: "unseen" }, context.say(title)),
    reading,
    choices,
    element("div", { class: "view-body" }, list, main, detail),
  );

  // What was pressed last stays marked as long as what it opened is shown, and in sight when the picture is drawn anew.
  let pressed = "";
  const press = (event: Event) => {
    const at = event.target instanceof Element && event.target.closest<SVGElement>(".mark");
    const acts = !(event instanceof KeyboardEvent) || event.key === "Enter" || event.key === " ";
    if (at && acts) pressed = at.dataset.name ?? "";
  };
  picture.addEventListener("click", press, true);
  picture.addEventListener("keydown", press, true);
  const remark = (): SVGElement | undefined => {
    if (!["thing", "fact", "passage"].some((key) => context.state.get(key))) pressed = "";
    const marks = [...picture.querySelectorAll<SVGElement>(".mark")];
    for (const one of marks) one.removeAttribute("aria-current");
    const found = pressed ? marks.find((one) => one.dataset.name === pressed) : undefined;
    found?.setAttribute("aria-current", "true");
    return found;
  };
  context.state.watch(() => void remark());

  // A table stays as its reader filtered it while only the room for the picture changes.
  let stale = true;
  const fill: Frame["fill"] = (content, table, name) => {
    const place = focused(picture);
    const tools = files(context, content instanceof SVGSVGElement ? content : undefined, name, note);
    if (!content) picture.replaceChildren(tools);
    else if (typeof content === "string") picture.replaceChildren(element("p", { class: "view-none" }, content), tools);
    else picture.replaceChildren(element("div", { class: "view-scroll" }, content), tools);
    refocus(picture, place);
    remark()?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    if (stale) rows.replaceChildren(...(table ? [table()] : []));
    stale = false;
  };
  const wait = () => picture.replaceChildren(element("p", { class: "view-wait" }, context.say(WORDS.loading)));
  wait();
  const draw: Frame["draw"] = (keys, how) => {
    const values = () => keys.map((key) => context.state.get(key)).join("\n");
    let [alive, room, known] = [true, 0, values()];
    stale = true;
    const watch = new ResizeObserver(() => {
      const wide = Math.floor(main.getBoundingClientRect().width);
      // What is a little too narrow is left: a scroll bar that comes and goes must not make it draw for ever.
      if (!wide || (wide >= room && wide - room < LITTLE)) return;
      room = wide;
      how(room);
    });
    watch.observe(main);
    context.state.watch(() => {
      if (!alive || !room || values() === known) return;
      [known, stale] = [values(), true];
      how(room);
    });
    return () => {
      alive = false;
      watch.disconnect();
    };
  };
  return { choices, note, list, detail, fill, wait, draw };
}

/** The picture as files, where there is one, and the link to what is seen. */
function files(context: Context, picture: SVGSVGElement | undefined, name: string, note: HTMLElement): HTMLElement {
  const one = (kind: string, act: (drawing: SVGSVGElement, name: string, strip: Strip) => void) => {
    const told = context.say({ zh: `保存图片 ${kind}`, en: `Save the picture as ${kind}` });
    const strip = () => ({ caption: caption(context, name), note: note.textContent ?? "" });
    const click = () => picture && act(picture, fileName(name), strip());
    return element("button", { type: "button", "aria-label": told, click }, kind);
  };
  const saved = picture ? [one("SVG", saveSvg), one("PNG", savePng)] : [];
  return element("div", { class: "view-files" }, linkCopier(context), ...saved);
}

/** Which mark of a picture has the focus, and giving it back when the picture was drawn anew. */
function focused(picture: HTMLElement): string {
  const active = document.activeElement as SVGElement | null;
  return active && picture.contains(active) ? (active.dataset.name ?? "") : "";
}

function refocus(picture: HTMLElement, told: string): void {
  if (!told) return;
  const marks = [...picture.querySelectorAll<SVGElement>(".mark")];
  marks.find((one) => one.dataset.name === told)?.focus();
}
