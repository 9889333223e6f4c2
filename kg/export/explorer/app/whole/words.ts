// What the whole graph says of itself, in two languages.
import type { Words } from "../view";

export const SAY = {
  title: { zh: "全图", en: "Whole graph" },
  canvas: {
    zh: "全图：点一个实体看它的内容，点一条连线看原句；方向键走到相邻实体，E 走到连线，回车打开，加减号缩放，F 全览；同样内容见表格",
    en: "Whole graph: press a thing to see what is said of it, an edge for its sentences; arrows walk to neighbours, E steps through edges, Enter opens, plus and minus zoom, F fits; the table has the same",
  },
  note: {
    zh: "点是实体，颜色是类别（见图例），越大说明文献说得越多；灰圈是一个地区和属于它的实体，没有名字的圈不属于任何地区；线是关系，点开看原句。",
    en: "Dots are things: the colour is the kind (see the legend), the size how much is said of it. Grey circles are regions with what belongs to them, the nameless one belongs to none. Lines are relations; press one for its sentence.",
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
} as const satisfies Record<string, Words>;
