// 招商“一张图”: the counties shaded by an indicator, lines to outposts, and the five questions of the one that is clicked.
import type { Row } from "../../data/types";
import { arePlanned } from "../../thing/planned";
import type { Context, View } from "../../view";
import { arriving } from "../frame/arriving";
import { frame } from "../frame/frame";
import { menu } from "../frame/pick";
import { documentCell, documentColumn, grouped, named, openFact, openSentence } from "../frame/rows";
import { readable } from "../frame/words";
import { ordered } from "../profile/order";
import { profile } from "../profile/profile";
import { choice, MENUS, type Menu } from "./choice";
import { type Place, picture } from "./picture";
import { ABOUT, bests, classes, type Line, lines, measures, prefix, type Region, regions, size, tiles } from "./places";

const NOTE = {
  zh: "县（市、区）按一个指标着色，红线通向飞地和驻外机构（虚线：规划中）。色块围着驻地的坐标，不是行政界线；虚线框的县登记册没有坐标，位置约略，画在所属地市附近。",
  en: "Counties shaded by an indicator, red lines to their outposts (dashed: planned). Cells surround seats and are no boundaries; of dashed cells the register has no point: they stand about here, near their prefecture.",
};
const BELOW = 0.6; // of the window's height
const KEYS = [...Object.keys(MENUS), "region"];

export const map: View = {
  id: "map",
  title: { zh: "招商一张图", en: "Map" },
  show(host, context) {
    const place = frame(host, context, map.title, NOTE, {
      zh: "点一个县看五问。",
      en: "Click one for its five questions.",
    });
    const menus = Object.entries(MENUS).map(([key, title]) => [key as Menu, menu(context, title, key)] as const);
    place.choices.append(...menus.map(([, { element }]) => element));
    let pressed = false;
    /** The five questions of the region that is chosen, when they have come. */
    const answer = async (iri: string, name: string, drawn: SVGSVGElement) => {
      const all = name ? await context.provider.rows("region-profile", { region: name }) : [];
      if (context.state.get("region") !== iri) return;
      const told = all.filter((row) => named(row, "region") === iri);
      const under = place.detail.childElementCount > 0 && below(place.detail, drawn);
      place.detail.replaceChildren(...(told.length ? profile(context, iri, ordered(told, all)) : []));
      // Where they stood below the map, who closes them is led back to it.
      if (under && !told.length) drawn.scrollIntoView({ behavior: "instant" });
      // On a narrow page the answers stand below the map: who asked is led there.
      const { top } = place.detail.getBoundingClientRect();
      if (pressed && told.length && top > innerHeight * BELOW) place.detail.scrollIntoView();
      pressed = false;
    };
    return arriving(
      context,
      ["explorer/regions", "explorer/divisions"],
      ["explorer/figures", "enclaves"],
      (regionRows = [], register = [], figures = [], enclaves = []) => {
        const all = tiles(register);
        const known = regions(regionRows, register);
        const outposts = lines(enclaves, known);
        const measured = measures(figures, known);
        return place.draw(KEYS, (room) => {
          const picked = choice(context, known, measured);
          const { area, level, rows } = picked;
          for (const [key, { fill }] of menus) fill(picked.options[key], picked.values[key]);
          const own = [...known.values()].filter(
            (region) => region.level === level && region.code.startsWith(prefix(area)),
          );
          const values = bests(rows);
          const places = shaded(own, values);
          const title = [context.say(map.title), picked.title].filter(Boolean).join("-");
          const inArea = all.filter(({ code }) => code.startsWith(prefix(area)));
          const iri = context.state.get("region");
          const drawn = picture(
            context,
            {
              title,
              places: places.list,
              own: inArea,
              all,
              lines: context.state.get("lines") === "off" ? [] : drawnLines(outposts, area, iri),
              classes: places.classes,
              caption: picked.title,
              seat: [...known.values()].find(({ code }) => area && code === area),
              chosen: iri,
              choose: (region) => {
                pressed = true;
                context.state.set({ region: region.iri === iri ? "" : region.iri });
              },
              openLine: (line) => void openSentence(context, line.row),
              openThing: (thing) => context.openThing(thing),
            },
            room,
          );
          place.fill(drawn, () => table(context, places.list, outposts, title), title);
          void answer(iri, known.get(iri)?.name ?? "", drawn);
        });
      },
    );
  },
};

/** Whether one element stands wholly below another. */
function below(one: Element, other: Element): boolean {
  return one.getBoundingClientRect().top >= other.getBoundingClientRect().bottom;
}

/** The lines of the region that is chosen, or else of all of the area that have a point to begin at. */
function drawnLines(outposts: readonly Line[], area: string, chosen: string): Line[] {
  const own = outposts.filter(({ from }) => from.code?.startsWith(prefix(area)));
  const one = own.filter(({ from }) => from.iri === chosen);
  return one.length || chosen ? one : own.filter(({ from }) => from.point);
}

function printed(row: Row): string {
  return readable(`${row.comparator ?? ""} ${row.value ?? ""}${row.unit ?? ""}`);
}

function shaded(own: readonly Region[], values: ReadonlyMap<string, Row>): { list: Place[]; classes: string[] } {
  const rows = own.map((region) => values.get(region.iri)).filter((row) => row !== undefined);
  const steps = classes(rows.map(size));
  const shade = (row: Row) => steps.findIndex(([least, most]) => size(row) >= least && size(row) <= most) + 1;
  const list = own.map((region) => {
    const row = values.get(region.iri);
    return { region, row, shade: row ? shade(row) : 0, text: row ? printed(row) : "" };
  });
  // A class is told in the words of the figures that it begins and ends with.
  const plain = (value: number) => {
    const row = rows.find((one) => size(one) === value);
    return row ? `${row.value}${row.unit ?? ""}` : "";
  };
  return {
    list,
    classes: steps.map(([least, most]) => (least === most ? plain(least) : `${plain(least)}–${plain(most)}`)),
  };
}

function table(
  context: Context,
  places: readonly Place[],
  outposts: ReturnType<typeof lines>,
  name: string,
): HTMLElement {
  const { say } = context;
  const columns = [
    { title: say({ zh: "地区", en: "Region" }) },
    { title: say({ zh: "数字", en: "Figure" }), numeric: true },
    { title: say({ zh: "原文说法", en: "As printed" }) },
    { title: say({ zh: "飞地与驻外", en: "Outposts" }) },
    documentColumn(context),
    { title: say({ zh: "原句", en: "Sentence" }), long: true },
  ];
  const order = (place: Place) => (place.row ? -size(place.row) : Number.POSITIVE_INFINITY);
  const cells = places
    .toSorted((one, other) => order(one) - order(other))
    .map(({ region, row, text }) => {
      const own = outposts.filter(({ from }) => from.iri === region.iri);
      const hosts = [...grouped(own, ({ to }) => to.name)].map(([host, same]) =>
        arePlanned(same.map((line) => line.row)) ? `${host}${say({ zh: "（规划中）", en: " (planned)" })}` : host,
      );
      const open = () => void (row?.fact && openFact(context, row.fact));
      return [
        {
          text: region.name,
          ...(region.about ? { note: context.say(ABOUT) } : {}),
          open: () => context.state.set({ region: region.iri }),
        },
        row ? { text, value: size(row), open } : { text: "" },
        { text: [row?.printed, row?.scope].filter(Boolean).join("，") },
        { text: hosts.join("、") },
        row ? documentCell(context, row) : { text: "" },
        { text: row?.sentence ?? "", open },
      ];
    });
  return context.table(columns, cells, name, "sort");
}
