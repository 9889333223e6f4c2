"""The commands that the README shows: run, compared, and with ``python tests/readme.py`` written anew."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"^```console\n\$ (?P<command>.*)\n(?P<shown>(?:.*\n)*?)```$", re.MULTILINE)


def meant(command: str) -> str:
    """Return what a shown command runs: ``make demo`` is the build of its recipe, the installation aside."""
    recipe = re.search(r"^demo:.*\n\t@\S*/(fangzhi .*)$", (ROOT / "Makefile").read_text("utf8"), re.MULTILINE)
    assert recipe is not None
    return recipe[1] if command == "make demo" else command


def run(command: str, folder: Path) -> str:
    """Return what a command prints in a folder that has the sample papers."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONUTF8": "1"}
    command = f"set -o pipefail; {meant(command)}"
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def as_run(readme: str, folder: Path) -> str:
    """Return a README with every console block as its command prints it now."""
    shutil.copytree(ROOT / "pipelines" / "samples", folder / "pipelines" / "samples")
    return CONSOLE.sub(lambda m: f"```console\n$ {m['command']}\n{run(m['command'], folder)}```", readme)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        README.write_text(as_run(README.read_text("utf8"), Path(folder)), "utf8")
