"""What it costs to add a document to a graph, as the graph grows: ``python tests/benchmarks/living.py [DOCUMENTS...]``.

Invented papers of invented people and companies in all counties of the register are built, 100, 1,000 and 10,000 of
them unless told otherwise; then one is added and removed some times over. Printed are the median seconds of both beside
those of building the one document alone, in this process, where the pipeline is loaded: what a command takes to start
comes once to all. Views (report, tables, pages) are left out: they are of the whole graph.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from kg import register
from kg.build import add, build, remove

SIZES = (100, 1_000, 10_000)
TURNS = 5
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "一诺子衡若溪景行知远明哲清和云舒"
WARES = ("轴承", "水泵", "锂电池", "食用菌", "光学玻璃", "机器人", "传感器", "竹制品")


def paper(number: int) -> str:
    """Return an invented paper: who held office, what was aimed at and come of it, who settled where."""
    random = Random(number)
    county = random.choice([region for region in register.regions().values() if region.level == "county"])
    person = random.choice(SURNAMES) + "".join(random.sample(GIVEN, 2))
    company = f"{county.name}{''.join(random.sample(GIVEN, 2))}{random.choice(WARES)}有限公司"
    year, goal = random.randint(2015, 2025), random.randint(20, 900)
    return (
        f"{county.name}召开招商大会\n\n{year}年3月5日，{county.name}委书记{person}出席招商大会。"
        f"{county.name}力争{year}年规上工业产值突破{goal}亿元，一季度完成{goal // 5}亿元。"
        f"{company}落户{county.name}工业园区，发展{random.choice(WARES)}产业。\n"
    )


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    begin = perf_counter()
    work()
    return perf_counter() - begin


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size of the graph."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        papers, fresh, out = folder / "papers", folder / "new", folder / "out"
        papers.mkdir()
        fresh.mkdir()
        new = [fresh / f"new-{number}.txt" for number in range(TURNS)]
        for number, path in enumerate(new):
            path.write_text(paper(-1 - number), encoding="utf8")
        build(new[:1], folder / "warm", upto="graph")
        alone = median(
            seconds(lambda n=n, path=path: build([path], folder / f"alone {n}", upto="graph"))
            for n, path in enumerate(new)
        )
        print(f"one document alone: {alone:.2f} s", flush=True)
        written = 0
        for size in sizes:
            for number in range(written, size):
                (papers / f"{number:05}.txt").write_text(paper(number), encoding="utf8")
            written = size
            took = seconds(lambda: build([papers], out, upto="graph"))
            added = median(seconds(lambda path=path: add(out, [path], upto="graph")) for path in new)
            gone = median(seconds(lambda path=path: remove(out, [path.stem], upto="graph")) for path in new)
            told = f"{size:6,} documents (built in {took:.0f} s): adding one {added:.2f} s, removing it {gone:.2f} s"
            print(f"{told}; adding is {added / alone:.2f} times building it alone", flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
