// The graph: neighbourhoods that are opened and closed, or the shortest paths between two things; as a picture and a table.
import type { Fact, Step } from "../data/types";
import { button, element } from "../element";
import { linkCopier } from "../out/copy";
import type { Context, View } from "../view";
import { Board } from "./board";
import { allowed, hood, MOST, type Opened, readOpened, STEP, written } from "./hood";
import { type Acts, aboutEdge, aboutNode, beginnings, table } from "./inspector";
import { filterOf, legend, save } from "./legend";
import { type PathSearch, pathSearch } from "./path/search";
import { along, depths } from "./path/shape";
import { plainly, told as toldPaths } from "./path/told";
import { arrange, columns, type Edge, EMPTY, type Node, type Scene, scene } from "./scene";
import { SAY } from "./words";
import "./graph.css";

/** What of the address the drawing depends on, and what is undone. */
const KEYS = ["open", "hide", "doc", "since", "until", "from", "to"] as const;
const NARROW = 600;

export const graph: View = {
  id: "graph",
  title: SAY.title,
  follows: true,
  show(host, page) {
    const shown = new Shown(host, page);
    return () => shown.end();
  },
};

class Shown {
  private readonly board: Board;
  private readonly legend;
  private readonly about = element("section", { class: "graph-inspector", role: "status" });
  private readonly stage = element("div", { class: "graph-stage" });
  private readonly paths = element("div", { class: "graph-paths" });
  private readonly table = element("div", { class: "graph-table" });
  private readonly undo: HTMLButtonElement;
  private readonly flip: HTMLButtonElement;
  private readonly search: PathSearch;
  private readonly past: string[] = [];
  private scene: Scene = EMPTY;
  private drawn = "";
  private told: readonly string[] = [];
  private drawing = Promise.resolve();
  private turn = 0;
  private alive = true;

  constructor(
    host: HTMLElement,
    private readonly page: Context,
  ) {
    const { say, state } = page;
    const covered = () => (this.about.hidden ? 0 : this.about.offsetHeight);
    const acts = {
      look: () => void this.tell(),
      openNode: ({ thing }: Node) => page.openThing(thing.iri),
      openEdge: ({ lines }: Edge) => lines[0] && page.openFact(lines[0].fact),
      toggle: ({ thing, opened }: Node) =>
        opened ? this.acts.collapse(thing.iri, "") : this.acts.expand(thing.iri, ""),
      key: (key: string) => this.key(key),
    };
    this.board = new Board(page, acts, covered);
    this.legend = legend(page, (changes) => this.change(changes));
    this.undo = button("quiet", () => this.back(), say(SAY.undo));
    this.flip = button("quiet", () => state.set({ as: state.get("as") ? "" : "table" }, "replace"));
    this.search = pathSearch(page, (changes) => this.change(changes));
    const tools = element(
      "div",
      { class: "graph-toolbar", role: "toolbar", "aria-label": say(SAY.title) },
      this.undo,
      tool(say(SAY.larger), "+", () => this.board.zoom(1.3)),
      tool(say(SAY.smaller), "−", () => this.board.zoom(1 / 1.3)),
      button("quiet", () => this.board.fit(), say(SAY.fit)),
      button("quiet", () => save(page, this.board.surface, this.scene, this.told), "PNG"),
      this.flip,
      linkCopier(page, "quiet"),
    );
    this.stage.append(this.board.canvas, this.about);
    host.append(
      element(
        "div",
        { class: "graph" },
        element("div", { class: "graph-top" }, this.search.element, tools),
        this.legend.element,
        this.paths,
        this.stage,
        this.table,
      ),
    );
    state.watch(() => void this.update());
    void this.update();
  }

  end(): void {
    this.alive = false;
    this.board.end();
  }

  private readonly acts: Acts = {
    opened: () => this.opened(),
    expand: (thing, way) => {
      const own = (one: Opened) => one.thing === thing && one.way === way;
      const known = this.opened().find(own);
      const limit = (known?.limit ?? 0) + STEP;
      this.open([...this.opened().filter((one) => !own(one)), { thing, way, limit }]);
    },
    collapse: (thing, way) => {
      const left = this.opened().filter((one) => one.thing !== thing || (way !== "" && one.way !== way));
      const near = (iri: string) => left.some((one) => one.thing === iri);
      const stays = this.scene.edges.some(({ from, to }) =>
        from.thing.iri === thing ? near(to.thing.iri) : to.thing.iri === thing && near(from.thing.iri),
      );
      // What goes with its neighbours is no longer looked at: it would come back at once.
      this.change({ open: written(left), from: "", to: "", ...(stays || near(thing) ? {} : { thing: "" }) });
    },
    only: (thing) => {
      this.board.held.clear();
      this.change({ open: written([{ thing, way: "", limit: STEP }]), thing, from: "", to: "" });
    },
    pathFrom: (from) => {
      this.change({ from });
      this.search.focusEnd();
    },
  };

  private open(opened: readonly Opened[]): void {
    this.change({ open: written(opened), from: "", to: "" });
  }

  private opened(): Opened[] {
    return readOpened(this.page.state.get("open"));
  }

  private bring(thing: string): void {
    const opened = this.opened();
    if (opened.length) this.keep();
    this.page.state.set({ open: written([...opened, { thing, way: "", limit: STEP }]) }, "replace");
  }

  private change(changes: Readonly<Record<string, string>>): void {
    this.keep();
    this.page.state.set(changes);
  }

  /** Remembers what is drawn, so that it comes back. */
  private keep(): void {
    const kept = [...KEYS, "thing"].map((key) => [key, this.page.state.get(key)]);
    this.past.push(JSON.stringify(Object.fromEntries(kept)));
  }

  private back(): void {
    const last = this.past.pop();
    if (last) this.page.state.set(JSON.parse(last));
  }

  private key(key: string): boolean {
    const iri = this.board.node?.thing.iri;
    if ((key === "+" || key === "=") && iri) this.acts.expand(iri, "");
    else if (key === "-" && iri) this.acts.collapse(iri, "");
    else if (key === "u" || key === "U") this.back();
    else if (key === "f" || key === "F") this.board.fit();
    else return false;
    return true;
  }

  /** Draws what the address asks for, when it has changed. */
  private async update(): Promise<void> {
    const { state, say, provider } = this.page;
    const [from, to, thing] = [state.get("from"), state.get("to"), state.get("thing")];
    const asked = KEYS.map((key) => state.get(key)).join("\n");
    this.undo.disabled = !this.past.length;
    this.flip.textContent = say(state.get("as") ? SAY.asGraph : SAY.asTable);
    this.stage.hidden = state.get("as") === "table";
    this.table.hidden = !this.stage.hidden;
    if (asked !== this.drawn) {
      this.drawn = asked;
      this.drawing = this.redraw(from && to ? { from, to } : undefined);
    }
    await this.drawing;
    if (!this.table.hidden && !this.table.firstChild) this.table.append(table(this.page, this.scene));
    const node = this.scene.nodes.find((one) => one.thing.iri === thing);
    // What is searched or pressed elsewhere on the page comes into the drawing.
    if (thing && !node && !(from && to) && (await provider.thing(thing))) return this.bring(thing);
    // A step is looked at as long as its sentence is open, then the thing below it.
    if (node && node !== this.board.node && !(this.board.edge && state.get("fact"))) this.board.look(node);
    void this.tell();
  }

  private async redraw(ends: { from: string; to: string } | undefined): Promise<void> {
    const { provider, state } = this.page;
    const [filter, turn] = [filterOf(this.page), ++this.turn];
    const picked = await Promise.all([provider.thing(state.get("from")), provider.thing(state.get("to"))]);
    const fits = (fact: Fact) => allowed(filter, fact);
    const paths = ends ? await provider.paths(ends.from, ends.to, fits) : [];
    const opened = this.opened();
    const shape = ends
      ? along(paths)
      : { ...(await hood(provider, opened, filter)), opened: new Set(opened.map((one) => one.thing)) };
    if (turn !== this.turn || !this.alive) return;
    this.search.show(...picked);
    this.scene = scene(shape, ends ? new Map() : this.board.places);
    if (ends) columns(this.scene, depths(paths), this.board.canvas.clientWidth < NARROW);
    else arrange(this.scene, this.board.held);
    this.table.replaceChildren();
    this.paths.replaceChildren(...(ends ? [toldPaths(this.page, paths, (step) => this.lookAt(step))] : []));
    this.told = plainly(this.page, paths);
    this.board.show(this.scene);
    this.legend.fill(this.scene, filter);
  }

  /** A step that is told is looked at in the drawing too. */
  private lookAt({ from, to, forward }: Step): void {
    const ends = forward ? [from.iri, to.iri] : [to.iri, from.iri];
    const edge = this.scene.edges.find((one) => one.from.thing.iri === ends[0] && one.to.thing.iri === ends[1]);
    this.board.look(undefined, edge);
    void this.tell();
  }

  /** Tells what is looked at, or how to begin. */
  private async tell(): Promise<void> {
    const { board, page, scene } = this;
    const { say, provider } = page;
    const turn = this.turn;
    let parts: (HTMLElement | string)[] = [];
    if (board.edge) parts = aboutEdge(page, board.edge);
    else if (board.node) parts = await aboutNode(page, board.node, this.acts);
    else if (!scene.nodes.length && this.opened().length) parts = [say(SAY.nothing)];
    else if (!scene.nodes.length && !page.state.get("from"))
      parts = [say(SAY.none), " ", say(SAY.start), ...(await beginnings(page, this.acts))];
    if (turn !== this.turn || !this.alive) return;
    if (scene.nodes.length >= MOST) parts.push(element("p", { class: "graph-note" }, say(SAY.shown)));
    this.about.replaceChildren(...parts);
    this.about.hidden = !parts.length;
    this.about.classList.toggle("graph-begin", !scene.nodes.length);
    this.board.uncover();
    this.board.canvas.setAttribute("aria-description", `${this.scene.nodes.length} · ${provider.overview.things}`);
  }
}

function tool(title: string, sign: string, press: () => void): HTMLButtonElement {
  const made = button("quiet", press, sign);
  made.setAttribute("aria-label", title);
  made.title = title;
  return made;
}
