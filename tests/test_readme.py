"""The commands of the README run as they stand there, and print what it shows; a line of … stands for any lines."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf8")
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def commands() -> list[tuple[str, str]]:
    """Return (command, expected output) of each console block, ``make demo`` as the build that it runs."""
    demo = re.search(r"^demo:.*\n\t\S*/(fangzhi .*)$", (ROOT / "Makefile").read_text("utf8"), re.MULTILINE)
    assert demo is not None
    shown = [pair for block in CONSOLE.findall(README) for pair in COMMAND.findall(block)]
    return [(demo[1] if command == "make demo" else command, output) for command, output in shown]


def fits(printed: str, shown: str) -> bool:
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else re.escape(line.rstrip()) + r" *\n" for line in shown.splitlines()
    )
    return re.fullmatch(pattern, printed) is not None


def test_a_shown_output_must_fit() -> None:
    assert fits("a\nb\nc\n", "a\n…\nc\n") and not fits("a\nb\n", "a\nc\n")


def test_the_commands_run_and_print_what_is_shown(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "pipelines" / "samples", tmp_path / "pipelines" / "samples")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONUTF8": "1"}
    found = commands()
    assert [command.split()[:2] for command, _ in found][:2] == [["fangzhi", "build"], ["fangzhi", "ask"]]
    for command, shown in found:
        done = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert fits(done.stdout, shown), f"{command} printed:\n{done.stdout}"


def test_every_command_of_the_table_exists() -> None:
    named = set(re.findall(r"`fangzhi ([a-z]+)", README))
    shown = subprocess.run(
        [sys.executable, "-c", "import kg.cli; kg.cli.main()", "--help"], capture_output=True, text=True
    )
    assert named and all(re.search(rf"^\W*{name}\b", shown.stdout, re.MULTILINE) for name in named)


def test_every_named_query_of_the_table_exists() -> None:
    named = set(re.findall(r"`fangzhi ask \S+ ([a-z-]+)", README))
    queries = {path.stem for path in (ROOT / "ontology" / "queries").glob("*.rq")}
    assert named and named <= queries
