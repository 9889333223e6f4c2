"""Speed of the explorer in Debian's Chromium without a graphics card, beside pyvis on the same graph in the same run.

``python tests/benchmarks/explorer.py [NODES ...]`` (10,000 and 50,000 unless told otherwise). The graph is invented,
drawn with a seed, and of the shape of ours: regions in regions, zones and companies in them, persons with posts,
industries, policies, figures, 1.7 edges a node, sentences with marks. What is printed: seconds to make the page, its
size, seconds until it can be used, frames a second while the whole graph is dragged, milliseconds of a search. A page
that has not got so far in a minute is ended and said to be not ready.
"""

import sys
from asyncio import run, timeout
from collections.abc import Callable, Mapping, Sequence
from os import cpu_count, getloadavg
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

from kg import terms
from kg.export.dossiers import Cell, Dossier, Stated
from kg.export.explorer.contents import Contents
from kg.export.explorer.packing.layout import homes, layout
from kg.export.explorer.packing.pack import blocks
from kg.export.explorer.page import page
from kg.export.facts import Evidence, Fact, Group

if TYPE_CHECKING:
    from playwright.async_api import Page, Playwright

SIZES = (10_000, 50_000)
CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SHARES = {
    "Platform": 0.2,
    "Organization": 0.2,
    "Policy": 0.2,
    "Industry": 0.14,
    "Person": 0.1,
    "Project": 0.1,
    "Fund": 0.06,
}
ENDS = {
    "Platform": "经济开发区", "Organization": "科技有限公司", "Policy": "行动", "Industry": "产业", "Person": "", "Project": "产业园项目",
    "Fund": "产业基金", "Region": "县",
}  # fmt: skip
SYLLABLES = "云山水川江河海龙凤金银铜铁石玉林森松柏竹梅兰菊荷莲东西南北中上下左右大小高长宽广平安康宁福禄寿喜春夏秋冬风雨雷电日月星辰光明亮华丽秀美英雄豪杰文武德义仁和信智勇"
LEADS = {"Platform": "operates", "Organization": "cooperatesWith", "Policy": "pursues", "Industry": "developsIndustry"}
DRAGS = 90
PATIENCE, ENOUGH = 60, 10  # seconds: until a page is ended, and for which at most it is dragged


class Invented:
    """An invented graph: dossiers with facts and sentences."""

    def __init__(self, count: int) -> None:
        self.random, self.met = Random(7), set[str]()
        regions = [self.thing("Region") for _ in range(count // 25)]
        others = [
            self.thing(kind) for kind, share in SHARES.items() for _ in range(round((count - len(regions)) * share))
        ]
        self.things = regions + others
        for number, region in enumerate(regions[1:], 1):
            self.fact("parts", region, regions[number // 12], {"subject": region, "object": regions[number // 12]})
        for thing in others:
            self.related(thing, regions[min(int(self.random.expovariate(6 / len(regions))), len(regions) - 1)])
            if self.random.random() < 0.72:
                self.related(self.random.choice(others), thing)
            if self.random.random() < 0.35:
                self.figure(self.random.choice(regions), thing)

    def thing(self, kind: str) -> Dossier:
        """Return a new thing with a name of its own, and for one in five another name."""
        while (
            name := "".join(self.random.choices(SYLLABLES, k=3 if kind == "Person" else 4)) + ENDS[kind]
        ) in self.met:
            pass
        self.met.add(name)
        aliases = (name[:3],) if kind != "Person" and self.random.random() < 0.2 else ()
        return Dossier(f"https://w3id.org/fangzhi/id/{kind.lower()}/{name}", kind, name, aliases)

    def related(self, thing: Dossier, other: Dossier) -> None:
        """State how two things are related."""
        if thing.kind == "Person":
            self.fact("posts", thing, other, {"person": thing, "at": other}, title="副主任", attested="2023")
        elif other.kind == "Region" and thing.kind in LEADS and self.random.random() < 0.6:
            says = {"subject": other, "object": thing}
            self.fact("relations", other, thing, says, predicate=terms.term(LEADS[thing.kind]))
        else:
            says = {"subject": thing, "object": other}
            self.fact("relations", thing, other, says, predicate=terms.term("locatedIn"))

    def figure(self, region: Dossier, thing: Dossier) -> None:
        """State a target."""
        value = str(self.random.randint(1, 900))
        what = {"indicator": "规上工业产值", "comparator": ">=", "value": value, "unit": "亿元", "period": "2026"}
        says = {"about": region} | ({"industry": thing} if thing.kind == "Industry" else {})
        self.fact("figures", region, thing, says, **what, **{"class": terms.term("Target")})

    def fact(self, group: Group, one: Dossier, other: Dossier, ends: dict[str, Dossier], **says: str) -> None:
        """Put a fact with its sentence into the dossiers of what it joins."""
        number = self.random.randrange(10**9)
        text = f"{one.label}推动{other.label}建设，{self.random.choice(SYLLABLES)}{number % 1000}个项目集中开工，总投资{number % 97}亿元。"
        begin = number % 90_000
        marks = ((0, len(one.label)), (len(one.label) + 2, len(one.label) + 2 + len(other.label)))
        source = Evidence(f"paper-{number % 400:03}", begin, begin + len(text), text, marks)
        told = {column: (thing.thing,) for column, thing in ends.items()}
        told |= {column: (value,) for column, value in says.items()}
        told["confidence"] = (f"0.{number % 60 + 40}",)
        iri = f"https://w3id.org/fangzhi/id/fact/{self.random.getrandbits(64):016x}" if group != "parts" else ""
        stated = Stated((Cell(one.label, one.thing),), Fact(group, iri, told, (source,) if iri else ()))
        for thing in {end.thing: end for end in ends.values()}.values():
            thing.facts.setdefault(group, []).append(stated)


def beside(things: Sequence[Dossier]) -> str:
    """Return the page that pyvis makes of the same nodes and edges, laid out beforehand."""
    from pyvis.network import Network

    numbers = {thing.thing: number for number, thing in enumerate(things)}
    facts = {id(s.fact): s.fact for thing in things for own in thing.facts.values() for s in own}
    edges = sorted({(numbers[f.things[0]], numbers[end]) for f in facts.values() for end in f.things[1:]})
    regions = [number for number, thing in enumerate(things) if thing.kind == "Region"]
    laid = layout(len(things), edges, homes([-1] * len(things), regions), [1] * len(things))
    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(False)
    for number, (thing, (x, y)) in enumerate(zip(things, laid.places, strict=True)):
        network.add_node(number, thing.label, x=x, y=y, size=6, physics=False)
    for one, other in edges:
        network.add_edge(one, other)
    return str(network.generate_html())


async def measured(running: "Playwright", file: Path, address: str, ready: str) -> str:
    """Return in words how soon a page is ready, how many frames a second are drawn, how long a search takes."""
    browser = await running.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    try:
        async with timeout(PATIENCE):
            opened = await browser.new_page(viewport={"width": 1440, "height": 900}, offline=True)
            start = perf_counter()
            await opened.goto(file.as_uri() + address, wait_until="commit")
            await opened.wait_for_function(ready, timeout=0)
            await opened.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            seconds = perf_counter() - start
            frames, search = await dragged(opened), await searched(opened)
    except TimeoutError:
        return f"not ready in {PATIENCE} s"
    finally:
        await browser.close()
    told = f"{frames:5.1f} frames/s" if frames else " " * 14
    return f"ready in {seconds:5.2f} s  {told}  {f'search {search:5.1f} ms' if search else ''}"


async def dragged(opened: "Page") -> float:
    """Return how many frames a second are drawn while the drawing is dragged and zoomed; 0 where there is none."""
    drawing = opened.locator("canvas")
    if not await drawing.count() or not (box := await drawing.first.bounding_box()):
        return 0.0
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    await opened.mouse.move(x, y)
    await opened.mouse.down()
    count = "window.frames_ = 0; (function one() { window.frames_++; requestAnimationFrame(one); })()"
    await opened.evaluate(count)
    start = perf_counter()
    for step in range(DRAGS):
        if perf_counter() - start < ENOUGH:
            await opened.mouse.move(x + step % 30 * 6, y + step % 20 * 5)
    await opened.mouse.up()
    for step in range(DRAGS // 3):
        if perf_counter() - start < ENOUGH:
            await opened.mouse.wheel(0, -60 if step % 20 < 10 else 60)
    frames = int(await opened.evaluate("window.frames_"))
    return frames / (perf_counter() - start)


async def searched(opened: "Page") -> float:
    """Return the milliseconds from a key to the hits, the upper median of ten; 0 for a page without a search."""
    script = """async () => {
      const field = document.querySelector("#search");
      if (!field) return 0;
      const times = [];
      for (const text of ["云", "云山", "ys", "yunshan", "开发区", "jjkfq", "县", "zhong", "产业 云", "目标 县 云"]) {
        field.focus();
        field.value = text;
        const list = document.querySelector("#hits");
        const begun = performance.now();
        await new Promise((done) => {
          new MutationObserver((_, watch) => { watch.disconnect(); done(); }).observe(list, { childList: true });
          field.dispatchEvent(new Event("input"));
        });
        times.push(performance.now() - begun);
      }
      return times.sort((a, b) => a - b)[5];
    }"""
    return float(await opened.evaluate(script))


def explorer(things: Sequence[Dossier]) -> str:
    """Return the explorer of the things."""
    return page(blocks(Contents(things)))


WAYS: Mapping[str, tuple[Callable[[Sequence[Dossier]], str], Sequence[tuple[str, str]]]] = {
    "explorer": (
        explorer,
        (
            ("", "() => document.body?.dataset.ready"),
            ("#view=whole", "() => document.body?.dataset.ready && document.querySelector('canvas')"),
        ),
    ),
    "pyvis": (beside, (("", "() => document.readyState === 'complete' && document.querySelector('canvas')"),)),
}


async def main(sizes: Sequence[int]) -> None:
    """Print a line for each way of each size."""
    with TemporaryDirectory() as folder:
        async with async_playwright() as running:
            print(f"{cpu_count()} processors, load {getloadavg()[0]:.1f}")
            for size in sizes:
                things = Invented(size).things
                for way, (make, addresses) in WAYS.items():
                    start, file = process_time(), Path(folder, f"{way}.html")
                    file.write_text(make(things), encoding="utf8")
                    made = process_time() - start
                    print(
                        f"{size:6} {way:9} made in {made:5.1f} s of the processor, {file.stat().st_size / 1e6:5.2f} MB"
                    )
                    for address, ready in addresses:
                        told = await measured(running, file, address, ready)
                        print(f"{size:6} {way:9} {address:12} {told}", flush=True)


if __name__ == "__main__":
    run(main([int(size) for size in sys.argv[1:]] or SIZES))
