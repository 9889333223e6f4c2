// The legend, which filters: kinds of things and relations with how often they are drawn, documents and years.
import type { Surface } from "../canvas/surface";
import { button, element, name } from "../element";
import { fileName } from "../out/save";
import { savePng } from "../out/sheet";
import { caption } from "../out/strip";
import { dot } from "../search/hits";
import { PLANNED } from "../thing/planned";
import type { Context } from "../view";
import { menu } from "../views/frame/pick";
import { draw } from "./drawing";
import type { Filter } from "./hood";
import type { Scene } from "./scene";
import { SAY } from "./words";

const LONGEST = 28;
// Of a caption: how many opened things it names, and how long a part of it is.
const NAMED = 4;
const LONG = 60;

export interface Legend {
  readonly element: HTMLElement;
  /** Counts what is drawn; what is hidden stays, so that it can be shown again. */
  fill(scene: Scene, filter: Filter): void;
}

export function filterOf({ state }: Context): Filter {
  return {
    hidden: new Set(state.get("hide").split(",").filter(Boolean)),
    document: state.get("doc"),
    since: Number(state.get("since")) || 0,
    until: Number(state.get("until")) || 0,
  };
}

/** What a picture of a graph tells of how it came about: the things that are opened or joined, and the filters. */
export function shownBy(page: Context, scene?: Scene): string[] {
  const { provider, say, language, state } = page;
  const { hidden, document, since, until } = filterOf(page);
  const ends = [state.get("from"), state.get("to")];
  const label = (iri: string) => scene?.nodes.find(({ thing }) => thing.iri === iri)?.thing.label ?? "";
  const opened = scene?.nodes.flatMap((node) => (node.opened ? [node.thing.label] : [])) ?? [];
  const left = [...hidden].map((code) => provider.word(code, language)).join("、");
  const title = provider.overview.documents.find(({ identifier }) => identifier === document)?.title ?? "";
  return [
    ends.every(Boolean) ? ends.map(label).join(" — ") : opened.slice(0, NAMED).join("、"),
    left && `${say(SAY.without)} ${left}`,
    [document, title].filter(Boolean).join(" "),
    since || until ? `${since || ""}–${until || ""}` : "",
  ].map((one) => (one.length > LONG ? `${one.slice(0, LONG)}…` : one));
}

/** Saves what is seen: nothing steps back, names are whole, the kinds are told above and what is `told` below. */
export function save(page: Context, surface: Surface, scene: Scene, told: readonly string[]): void {
  const [{ camera }, { provider, language, say }] = [surface, page];
  const kinds = new Set(scene.nodes.map(({ thing }) => thing.kind));
  const sheet = {
    width: camera.width,
    height: camera.height,
    draw: (pen: CanvasRenderingContext2D) => draw(pen, camera, scene, {}, provider, language, true),
    legend: new Map([...kinds].map((kind) => [kind, provider.word(kind, language)])),
    told,
  };
  const note = scene.edges.some((edge) => edge.planned) ? say(SAY.dashes) : "";
  const title = say(SAY.title);
  savePng(sheet, fileName(title), { caption: caption(page, title, ...shownBy(page, scene)), note });
  // Where names stand is reckoned anew for the page.
  surface.changed();
}

export function legend(page: Context, change: (changes: Record<string, string>) => void): Legend {
  const { provider, say, language, state } = page;
  const { documents, years } = provider.overview;
  const kinds = element("div", { class: "graph-kinds", role: "group", "aria-label": say(SAY.legend) });
  const [where, since, until] = [
    menu(page, SAY.document, "doc"),
    menu(page, SAY.since, "since"),
    menu(page, SAY.until, "until"),
  ];
  const all = { value: "", text: say(SAY.all) };
  const options = documents.map(({ identifier, title }) => {
    const text = [identifier, title].filter(Boolean).join(" ");
    return { value: identifier, text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text };
  });
  // A year that an address asks for need not be one of the documents.
  const offered = () =>
    [...new Set([...years, ...["since", "until"].map((key) => Number(state.get(key)) || 0)])]
      .filter(Boolean)
      .sort()
      .map((one) => ({ value: String(one), text: String(one) }));
  const menus = element(
    "div",
    { class: "graph-menus", id: "graph-menus" },
    where.element,
    since.element,
    until.element,
  );
  // On a telephone they fold away: the picture has the room.
  const fold = button("quiet graph-fold", () => open(!menus.classList.contains("open")), say(SAY.filters));
  fold.setAttribute("aria-controls", menus.id);
  const open = (now: boolean) => {
    menus.classList.toggle("open", now);
    fold.setAttribute("aria-expanded", String(now));
  };
  open(["doc", "since", "until"].some((key) => state.get(key)));

  const chip = (code: string, count: number, filter: Filter, kind: boolean) => {
    const shown = !filter.hidden.has(code);
    const hide = shown ? [...filter.hidden, code] : [...filter.hidden].filter((one) => one !== code);
    const text = name(provider.word(code, language));
    const made = button("chip", () => change({ hide: hide.join(",") }), ...(kind ? [dot()] : []), text, ` ${count}`);
    if (kind) made.dataset.kind = code;
    made.dataset.code = code;
    made.setAttribute("aria-pressed", String(shown));
    return made;
  };
  const fill: Legend["fill"] = (scene, filter) => {
    const counts = [new Map<string, number>(), new Map<string, number>()] as const;
    for (const { thing } of scene.nodes) counts[0].set(thing.kind, (counts[0].get(thing.kind) ?? 0) + 1);
    for (const { lines } of scene.edges)
      for (const { role } of lines) counts[1].set(role, (counts[1].get(role) ?? 0) + 1);
    const known = provider.overview.kinds;
    for (const code of filter.hidden) (known.has(code) ? counts[0] : counts[1]).set(code, 0);
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.code : undefined;
    const chips = counts.map((found, index) =>
      [...found].sort(([, a], [, b]) => b - a).map(([code, count]) => chip(code, count, filter, index === 0)),
    );
    const bar = element("span", { class: "graph-bar", "aria-hidden": "true" });
    const dashed = element("span", { class: "graph-planned" }, say(PLANNED));
    const planned = scene.edges.some((edge) => edge.planned) ? [dashed] : [];
    kinds.replaceChildren(...(chips[0] ?? []), bar, ...(chips[1] ?? []), ...planned);
    if (held) kinds.querySelector<HTMLElement>(`[data-code="${CSS.escape(held)}"]`)?.focus();
    where.fill([all, ...options], state.get("doc"));
    since.fill([all, ...offered()], state.get("since"));
    until.fill([all, ...offered()], state.get("until"));
  };
  return { element: element("div", { class: "graph-legend" }, kinds, fold, menus), fill };
}
