// What is looked at: a thing with its relations counted, each of which opens and closes; or an edge with its facts.
import type { Fact } from "../data/types";
import { button, element, icon, name } from "../element";
import { dot, what } from "../search/hits";
import { isPlanned, PLANNED } from "../thing/planned";
import { documentOf, time } from "../thing/told";
import type { Cell, Context } from "../view";
import { citedCell, documentColumn } from "../views/frame/rows";
import { told } from "./drawing";
import { type Opened, STEP, ways } from "./hood";
import { filterOf } from "./legend";
import type { Edge, Node, Scene } from "./scene";
import { SAY } from "./words";

export interface Acts {
  readonly opened: () => readonly Opened[];
  expand(thing: string, way: string): void;
  collapse(thing: string, way: string): void;
  only(thing: string): void;
  pathFrom(thing: string): void;
}

const [FACTS, FIRST] = [12, 12];

export async function aboutNode(page: Context, { thing }: Node, acts: Acts): Promise<HTMLElement[]> {
  const { say, provider, language } = page;
  const found = await ways(provider, thing.iri, filterOf(page));
  const own = acts.opened().filter((one) => one.thing === thing.iri);
  const whole = own.find((one) => !one.way);
  const head = button("link graph-name", () => page.openThing(thing.iri), dot(), name(thing.label, 40));
  head.dataset.kind = thing.kind;
  const relations = [...found].map(([way, others]) => {
    const open = own.some((one) => one.way === way);
    const text = `${way.startsWith(">") ? "→" : "←"} ${provider.word(way.slice(1), language)} ${others.size}`;
    const made = button("chip", () => (open ? acts.collapse(thing.iri, way) : acts.expand(thing.iri, way)), text);
    made.setAttribute("aria-pressed", String(open || whole !== undefined));
    made.dataset.way = way;
    return made;
  });
  const total = new Set([...found.values()].flatMap((others) => [...others])).size;
  const tools = [
    ...(total && (!whole || whole.limit < total)
      ? [button("", () => acts.expand(thing.iri, ""), say(whole ? SAY.more : SAY.expand), ` ${rest(whole, total)}`)]
      : []),
    ...(own.length ? [button("", () => acts.collapse(thing.iri, ""), say(SAY.collapse))] : []),
    button("", () => acts.only(thing.iri), say(SAY.centre)),
    button("", () => acts.pathFrom(thing.iri), say(SAY.pathFrom)),
  ];
  const line = element("div", { class: "graph-about" }, head, element("span", { class: "what" }, what(page, thing)));
  return [
    line,
    element("div", { class: "graph-ways" }, ...relations),
    element("div", { class: "graph-tools" }, ...tools),
  ];
}

function rest(whole: Opened | undefined, total: number): string {
  return whole ? `${Math.min(STEP, total - whole.limit)} / ${total - whole.limit}` : String(total);
}

export function aboutEdge(page: Context, edge: Edge): HTMLElement[] {
  const { say, provider, language } = page;
  const end = ({ thing }: Node) => {
    const made = button("link", () => page.openThing(thing.iri), name(thing.label, 24));
    made.dataset.kind = thing.kind;
    return made;
  };
  const word = element("b", {}, ` ${told(edge, provider, language)} `);
  const facts = edge.lines.slice(0, FACTS).map(({ fact, role }) => {
    const when = time(page, fact.values.period ?? fact.values.attested ?? String(fact.year || ""));
    const planned = isPlanned(fact) && say(PLANNED);
    const text = [fact.values.title ?? provider.word(role, language), planned, when].filter(Boolean).join(" · ");
    const lead = button("source", () => page.openFact(fact), icon("quote"), name(text, 40));
    lead.title = say(SAY.sentence);
    return lead;
  });
  return [
    element("div", { class: "graph-about" }, end(edge.from), "→", word, "→", end(edge.to)),
    element("div", { class: "graph-ways" }, ...facts),
  ];
}

/** The things of which most is said, to begin with one. */
export async function beginnings({ provider }: Context, acts: Acts): Promise<HTMLElement[]> {
  const most = await provider.strongest(FIRST);
  return most.map((thing) => {
    const made = button("chip", () => acts.only(thing.iri), dot(), name(thing.label, 20));
    made.dataset.kind = thing.kind;
    return made;
  });
}

/** The edges as a table: what the picture shows, for those who do not see it, with the articles that say so. */
export function table(page: Context, scene: Scene): HTMLElement {
  const { say, provider, language } = page;
  const end = ({ thing }: Node): Cell => ({ text: thing.label, thing: thing.iri });
  const titles = [SAY.from, SAY.relation, SAY.to, SAY.year].map((title) => ({ title: say(title) }));
  const lines = scene.edges.flatMap((edge) =>
    edge.lines.map(
      async (line): Promise<Cell[]> => [
        end(edge.from),
        { text: told({ ...edge, lines: [line] }, provider, language), fact: line.fact },
        end(edge.to),
        { text: years(page, line.fact), value: line.fact.year },
        citedCell(
          page,
          (await provider.evidence(line.fact)).map(({ passage }) => passage),
        ),
      ],
    ),
  );
  const box = element("div");
  const columns = [...titles, documentColumn(page)];
  void Promise.all(lines).then((all) => box.append(page.table(columns, all, say(SAY.title), "sort")));
  return box;
}

/** The years of a fact: those of its own times, or else of all documents that state it. */
function years(page: Context, { values, documents }: Fact): string {
  const { counted, period, date, began, attested } = values;
  const own = [counted, period, date, began, attested].find((time) => /\d{4}/.test(time ?? ""));
  const times = own?.split("、") ?? documents.map((document) => documentOf(page, document)?.date ?? "");
  const told = times.map((time) => [...new Set(time.match(/\d{4}/g))].join("–"));
  return [...new Set(told)].filter(Boolean).sort().join("、");
}
