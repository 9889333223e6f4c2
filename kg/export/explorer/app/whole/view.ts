// 全图: everything at once, in blocks by region; to see where things lie, and to go on to the neighbourhood of one.
import { around } from "../canvas/camera";
import { Surface } from "../canvas/surface";
import type { Whole } from "../data/types";
import { button, element, name } from "../element";
import { dot } from "../search/hits";
import type { Cell, Context, View } from "../view";
import { draw, type Shown } from "./drawing";
import { grouped, near, next } from "./nodes";
import { Places } from "./places";
import "../graph/graph.css";

const SAY = {
  title: { zh: "全图", en: "Whole graph" },
  canvas: {
    zh: "全图：点一个实体看它的内容；方向键走到相邻实体，回车打开，加减号缩放，F 全览；同样内容见表格",
    en: "Whole graph: press a thing to see what is said of it; arrows walk to neighbours, Enter opens, plus and minus zoom, F fits; the table has the same",
  },
  fit: { zh: "全览", en: "Fit" },
  larger: { zh: "放大", en: "Zoom in" },
  smaller: { zh: "缩小", en: "Zoom out" },
  table: { zh: "表格", en: "Table" },
  picture: { zh: "图", en: "Picture" },
  legend: { zh: "图例（点击隐藏或显示）", en: "Legend (press to hide or show)" },
  graph: { zh: "看它的关系图", en: "Its neighbourhood" },
  thing: { zh: "名称", en: "Name" },
  kind: { zh: "类别", en: "Kind" },
  weight: { zh: "说到的次数", en: "Times told" },
  none: {
    zh: "服务器上的大图不画全图：请检索后看关系图。",
    en: "A large graph on a server is not drawn whole: search, then see neighbourhoods.",
  },
} as const;

export const whole: View = {
  id: "whole",
  title: SAY.title,
  follows: true,
  show(host, page) {
    let end = () => {};
    let alive = true;
    void page.provider.whole().then((found) => {
      if (!alive) return;
      if (found) end = drawn(host, page, found);
      else host.append(element("p", { class: "view-none" }, page.say(SAY.none)));
    });
    return () => {
      alive = false;
      end();
    };
  },
};

function drawn(host: HTMLElement, page: Context, found: Whole): () => void {
  const { state, say, provider, language } = page;
  const { things } = found;
  const numbers = new Map(things.map(({ iri }, number) => [iri, number]));
  const places = new Places(found);
  const kinds = grouped(found);
  const order = Int32Array.from(things.keys()).sort((a, b) => (things[b]?.weight ?? 0) - (things[a]?.weight ?? 0));
  let shown: Shown = { whole: found, kinds, order, seen: new Uint8Array(things.length), chosen: -1, near: new Set() };
  let [fitted, kept] = [false, true];

  const canvas = element("canvas", {
    tabindex: "0",
    role: "application",
    "aria-label": say(SAY.canvas),
    keydown: (event) => key(event as KeyboardEvent),
  });
  const about = element("section", { class: "graph-inspector", role: "status", hidden: true });
  const at = (point: { x: number; y: number }) => {
    const { camera } = surface;
    return places.at(camera.world(point), 6 / camera.scale, shown.seen);
  };
  const hands = {
    draw: (pen: CanvasRenderingContext2D, moving: boolean) => draw(pen, surface.camera, shown, moving),
    grip: () => undefined,
    moved: () => {
      kept = false;
    },
    hover: (point: { x: number; y: number } | undefined) => {
      const node = point ? at(point) : -1;
      canvas.style.cursor = node < 0 ? "" : "pointer";
      canvas.title = things[node]?.label.slice(0, 200) ?? "";
    },
    press: (point: { x: number; y: number }) => {
      const thing = things[at(point)];
      if (thing) page.openThing(thing.iri);
      else choose(-1);
    },
    again: () => shown.chosen >= 0 && neighbourhood(),
  };
  const fit = () => {
    const ends = found.blocks.flatMap(({ x, y, radius: r }) => [
      { x: x - r, y: y - r },
      { x: x + r, y: y + r },
    ]);
    surface.camera.fit(around(ends), 16, 2);
    kept = true;
    surface.changed();
  };
  const surface = new Surface(canvas, hands, () => {
    if (kept) fit();
    if (fitted) return;
    fitted = true;
    update();
  });
  const neighbourhood = () => state.set({ view: "graph", hide: "", as: "" });
  const choose = (chosen: number) => {
    shown = { ...shown, chosen, near: near(found, chosen) };
    const thing = things[chosen];
    about.hidden = !thing;
    if (thing) {
      const lead = button("link graph-name", () => page.openThing(thing.iri), dot(), name(thing.label, 40));
      lead.dataset.kind = thing.kind;
      about.replaceChildren(
        element(
          "div",
          { class: "graph-about" },
          lead,
          element("span", { class: "what" }, provider.word(thing.kind, language)),
          ` ${shown.near.size}`,
        ),
        element("div", { class: "graph-tools" }, button("", neighbourhood, say(SAY.graph))),
      );
    }
    surface.changed();
  };
  const zoom = (by: number) => {
    kept = false;
    surface.camera.zoom(by);
    surface.changed();
  };
  const key = (event: KeyboardEvent) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const thing = things[shown.chosen];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (way) choose(next(shown, way[0] ?? 0, way[1] ?? 0));
    else if (event.key === "Enter" && thing) page.openThing(thing.iri);
    else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "f" || event.key === "F") fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const legend = element("div", { class: "graph-kinds", role: "group", "aria-label": say(SAY.legend) });
  const table = element("div", { class: "graph-table", hidden: true });
  const stage = element("div", { class: "graph-stage" }, canvas, about);
  const flip = button("quiet", () => state.set({ as: state.get("as") ? "" : "table" }, "replace"));
  const tools = element(
    "div",
    { class: "graph-toolbar" },
    sign(say(SAY.larger), "+", () => zoom(1.3)),
  );
  tools.append(
    sign(say(SAY.smaller), "−", () => zoom(1 / 1.3)),
    button("quiet", fit, say(SAY.fit)),
    flip,
  );
  host.append(element("div", { class: "graph" }, element("div", { class: "graph-top" }, legend, tools), stage, table));

  const update = () => {
    const hidden = new Set(state.get("hide").split(",").filter(Boolean));
    const chips = [...kinds].map(([kind, nodes]) => {
      const change = hidden.has(kind) ? [...hidden].filter((one) => one !== kind) : [...hidden, kind];
      const press = () => state.set({ hide: change.join(",") }, "replace");
      const chip = button("chip", press, dot(), provider.word(kind, language), ` ${nodes.length}`);
      [chip.dataset.kind, chip.dataset.code] = [kind, kind];
      chip.setAttribute("aria-pressed", String(!hidden.has(kind)));
      for (const node of nodes) shown.seen[node] = hidden.has(kind) ? 0 : 1;
      return chip;
    });
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.code : undefined;
    legend.replaceChildren(...chips);
    chips.find((chip) => chip.dataset.code === held)?.focus();
    const asTable = state.get("as") === "table";
    flip.textContent = say(asTable ? SAY.picture : SAY.table);
    [stage.hidden, table.hidden] = [asTable, !asTable];
    if (asTable) table.replaceChildren(rows(page, shown));
    const chosen = numbers.get(state.get("thing")) ?? -1;
    if (chosen !== shown.chosen) choose(chosen);
    if (chosen >= 0) show(chosen);
    surface.changed();
  };
  /** Brings a node into the picture when it is out of sight or too small to be seen. */
  const show = (node: number) => {
    const { camera } = surface;
    const middle = { x: found.x[node] ?? 0, y: found.y[node] ?? 0 };
    const { x, y } = camera.screen(middle);
    if (x > 40 && y > 40 && x < camera.width - 40 && y < camera.height - 40 && !kept) return;
    [camera.x, camera.y, camera.scale] = [middle.x, middle.y, Math.max(camera.scale, 0.7)];
    kept = false;
  };
  state.watch(update);
  // The handle for tests and for the console.
  Object.assign(canvas, {
    at: (label: string) => {
      const node = things.findIndex((thing) => thing.label === label);
      return node < 0 ? undefined : surface.camera.screen({ x: found.x[node] ?? 0, y: found.y[node] ?? 0 });
    },
    frame: () => surface.now(),
  });
  return () => surface.end();
}

function sign(title: string, text: string, press: () => void): HTMLButtonElement {
  const made = button("quiet", press, text);
  made.setAttribute("aria-label", title);
  made.title = title;
  return made;
}

function rows(page: Context, { whole: { things }, seen, order }: Shown): HTMLElement {
  const { say, provider, language } = page;
  const columns = [{ title: say(SAY.thing) }, { title: say(SAY.kind) }, { title: say(SAY.weight), numeric: true }];
  const lines = [...order].flatMap((number): Cell[][] => {
    const thing = things[number];
    if (!thing || !seen[number]) return [];
    const weight = { text: String(thing.weight), value: thing.weight };
    return [[{ text: thing.label, thing: thing.iri }, { text: provider.word(thing.kind, language) }, weight]];
  });
  return page.table(columns, lines, say(SAY.title), "sort");
}
