// 全图: everything at once, in blocks by region; to see where things lie, and to go on to the neighbourhood of one.
import type { Point } from "../canvas/camera";
import { Surface } from "../canvas/surface";
import type { Whole } from "../data/types";
import { button, element, name } from "../element";
import { aboutEdge } from "../graph/inspector";
import { shownBy } from "../graph/legend";
import { linkCopier } from "../out/copy";
import { fileName } from "../out/save";
import { savePng } from "../out/sheet";
import { caption } from "../out/strip";
import { dot, what } from "../search/hits";
import type { Context, View } from "../view";
import { draw, type Shown } from "./drawing";
import { edgeAt, facts, nextEdge } from "./edges";
import { Kept } from "./kept";
import { grouped, near, next } from "./nodes";
import { Places } from "./places";
import { rows } from "./rows";
import { SAY } from "./words";
import "../graph/graph.css";

const NOTHING = { node: -1, edge: -1 };

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
  const [places, picture] = [new Places(found), new Kept(found)];
  const kinds = grouped(found);
  const order = Int32Array.from(things.keys()).sort((a, b) => (things[b]?.weight ?? 0) - (things[a]?.weight ?? 0));
  const seen = new Uint8Array(things.length);
  let shown: Shown = { whole: found, kinds, order, seen, chosen: -1, edge: -1, near: new Set() };
  let [fitted, kept] = [false, true];

  const canvas = element("canvas", {
    tabindex: "0",
    role: "application",
    "aria-label": say(SAY.canvas),
    keydown: (event) => key(event as KeyboardEvent),
  });
  const about = element("section", { class: "graph-inspector", role: "status", hidden: true });
  const nodeAt = (point: Point) => places.at(surface.camera.world(point), 6 / surface.camera.scale, shown.seen);
  const under = (point: Point): { node: number; edge: number } => {
    const node = nodeAt(point);
    return { node, edge: node < 0 ? edgeAt(shown, surface.camera, point) : -1 };
  };
  const hands = {
    draw: (pen: CanvasRenderingContext2D, moving: boolean) => {
      if (moving && picture.move(pen, surface.camera)) return;
      draw(pen, surface.camera, shown);
      picture.keep(canvas, surface.camera);
    },
    grip: () => undefined,
    moved: () => {
      kept = false;
    },
    hover: (point: Point | undefined) => {
      const { node, edge } = point ? under(point) : NOTHING;
      canvas.style.cursor = node < 0 && edge < 0 ? "" : "pointer";
      const ends = [things[node], things[found.from[edge] ?? -1], things[found.to[edge] ?? -1]];
      canvas.title = ends.flatMap((one) => one?.label.slice(0, 200) ?? []).join(" — ");
    },
    press: (point: Point) => {
      const { node, edge } = under(point);
      const thing = things[node];
      if (thing) page.openThing(thing.iri);
      else if (edge >= 0) void chooseEdge(edge, true);
      else choose(-1);
    },
    again: () => shown.chosen >= 0 && neighbourhood(),
  };
  const fit = () => {
    surface.camera.fit(picture.all, 16, 2);
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
    shown = { ...shown, chosen, edge: -1, near: near(found, chosen) };
    const thing = things[chosen];
    about.hidden = !thing;
    if (thing) {
      const lead = button("link graph-name", () => page.openThing(thing.iri), dot(), name(thing.label, 40));
      lead.dataset.kind = thing.kind;
      const count = say({ zh: `与 ${shown.near.size} 个相连`, en: `joined with ${shown.near.size}` });
      about.replaceChildren(
        element("div", { class: "graph-about" }, lead, element("span", { class: "what" }, what(page, thing)), count),
        element("div", { class: "graph-tools" }, button("", neighbourhood, say(SAY.graph))),
      );
    }
    surface.changed();
  };
  /** Tells the facts of an edge, and opens the sentences of the first. */
  const chooseEdge = async (edge: number, open: boolean) => {
    shown = { ...shown, edge, near: new Set([found.from[edge] ?? 0, found.to[edge] ?? 0]) };
    surface.changed();
    const told = await facts(page, found, edge);
    if (shown.edge !== edge) return;
    about.replaceChildren(...told.flatMap((one) => aboutEdge(page, one)));
    about.hidden = false;
    const [first] = told[0]?.lines ?? [];
    if (open && first) page.openFact(first.fact);
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
    else if (event.key === "Enter" && shown.edge >= 0) void chooseEdge(shown.edge, true);
    else if (event.key === "Enter" && thing) page.openThing(thing.iri);
    else if (event.key === "e" || event.key === "E") {
      const edge = nextEdge(found, shown.chosen, shown.edge);
      if (edge >= 0) void chooseEdge(edge, false);
    } else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "f" || event.key === "F") fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const save = () => {
    const hidden = new Set(state.get("hide").split(","));
    const { width, height } = surface.camera;
    const sheet = {
      width,
      height,
      draw: (pen: CanvasRenderingContext2D) => draw(pen, surface.camera, { ...shown, chosen: -1, edge: -1 }),
      legend: new Map(
        [...kinds.keys()].flatMap((kind) => (hidden.has(kind) ? [] : [[kind, provider.word(kind, language)]])),
      ),
      told: [],
    };
    savePng(sheet, fileName(say(SAY.title)), { caption: caption(page, say(SAY.title), ...shownBy(page)), note: "" });
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
    button("quiet", save, "PNG"),
    flip,
    linkCopier(page, "quiet"),
  );
  const note = element("p", { class: "graph-note" }, say(SAY.note));
  host.append(
    element("div", { class: "graph" }, element("div", { class: "graph-top" }, legend, tools), note, stage, table),
  );

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
  // The handle for tests and for the console: where a thing of this name, or the edge between two, is drawn.
  Object.assign(canvas, {
    at: (from: string, to = from) => {
      const [a, b] = [from, to].map((one) => things.findIndex(({ label }) => label === one));
      if (a === undefined || b === undefined || a < 0 || b < 0) return undefined;
      const along = (t: number) => ({
        x: (found.x[a] ?? 0) * (1 - t) + (found.x[b] ?? 0) * t,
        y: (found.y[a] ?? 0) * (1 - t) + (found.y[b] ?? 0) * t,
      });
      if (a === b) return surface.camera.screen(along(0));
      const own = ({ node, edge }: { node: number; edge: number }) =>
        node < 0 && found.from[edge] === a && found.to[edge] === b;
      const points = Array.from({ length: 80 }, (_, at) => surface.camera.screen(along((at + 1) / 81)));
      return points.find((point) => own(under(point)));
    },
  });
  return () => surface.end();
}

function sign(title: string, text: string, press: () => void): HTMLButtonElement {
  const made = button("quiet", press, text);
  made.setAttribute("aria-label", title);
  made.title = title;
  return made;
}
