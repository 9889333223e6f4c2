"""The commands of the README run as they stand there, and print what it shows."""

import re
import subprocess
import sys
from pathlib import Path

from readme import CONSOLE, README, ROOT, as_run

TEXT = README.read_text("utf8")


def test_the_commands_print_what_is_shown(tmp_path: Path) -> None:
    assert len(CONSOLE.findall(TEXT)) == TEXT.count("```console") > 2
    assert as_run(TEXT, tmp_path) == TEXT, "the README shows an older output: run make docs"


def test_every_command_of_the_table_exists() -> None:
    named = set(re.findall(r"`fangzhi ([a-z0-9]+)", TEXT))
    code = "import kg.cli; kg.cli.main()"
    shown = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, cwd=ROOT)
    assert named and all(re.search(rf"^\W*{name}\b", shown.stdout, re.MULTILINE) for name in named)


def test_every_named_query_of_the_table_exists() -> None:
    named = set(re.findall(r"`fangzhi ask \S+ ([a-z-]+)", TEXT))
    assert named and named <= {path.stem for path in (ROOT / "ontology" / "queries").glob("*.rq")}
