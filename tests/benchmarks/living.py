"""What it costs to add a document to a graph, as the graph grows: ``python tests/benchmarks/living.py [DOCUMENTS...]``.

Invented papers of invented people and companies in all counties of the register are built, 10, 100 and 1,000 of them
unless told otherwise (10,000 take some minutes). Then a document is built alone, added and removed, some times over in
turn, so that all meet the same disk: first in this process, where the pipeline is loaded, then by commands, which load
it each time. Printed are the median seconds, and how many times building it alone adding it costs. The store alone is
written: files, report, tables and pages are of the whole graph, and ``fangzhi export`` writes them.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from kg import register
from kg.build import add, build, remove

SIZES = (10, 100, 1_000)
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


def command(*words: object) -> None:
    """Run a command in a process of its own, from a start in which nothing is loaded."""
    program = [sys.executable, "-c", "from kg.cli import main; main()", *map(str, words)]
    subprocess.run(program, check=True, capture_output=True)


def here(out: Path, alone: Path, path: Path) -> tuple[float, float, float]:
    """Return how long it takes in this process to build a document alone, to add it and to remove it."""
    return (
        seconds(lambda: build([path], alone, upto="store")),
        seconds(lambda: add(out, [path], upto="store")),
        seconds(lambda: remove(out, [path.stem], upto="store")),
    )


def by_commands(out: Path, alone: Path, path: Path) -> tuple[float, float, float]:
    """Return how long the commands take that build a document alone, add it and remove it."""
    return (
        seconds(lambda: command("build", path, "-o", alone, "--graph-only")),
        seconds(lambda: command("add", out, path, "--store-only")),
        seconds(lambda: command("remove", out, path.stem, "--store-only")),
    )


def main(sizes: Sequence[int]) -> None:
    """Print a line for each size of the graph."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        papers, fresh, out = folder / "papers", folder / "new", folder / "out"
        papers.mkdir()
        fresh.mkdir()
        new = [fresh / f"new-{number}.txt" for number in range(TURNS)]
        for number, path in enumerate(new):
            path.write_text(paper(-1 - number), encoding="utf8")
        build(new[:1], folder / "warm", upto="store")
        print(f"{'':17}{'loaded before':^36}{'by commands':^36}")
        print(f"documents  built{'   alone     add  remove  add/alone' * 2}", flush=True)
        for size in sizes:
            for number in range(size):
                (papers / f"{number:05}.txt").write_text(paper(number), encoding="utf8")
            line = f"{size:9,}{seconds(lambda: build([papers], out, upto='store')):6.0f}s"
            for cost in (here, by_commands):
                turns = [cost(out, folder / f"{cost.__name__} {size} {path.stem}", path) for path in new]
                alone, added, gone = map(median, zip(*turns, strict=True))
                line += f"{alone:7.2f}s{added:7.2f}s{gone:7.2f}s{added / alone:11.2f}"
            print(line, flush=True)


if __name__ == "__main__":
    main([*map(int, sys.argv[1:])] or SIZES)
