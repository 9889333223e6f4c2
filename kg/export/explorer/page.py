"""The explorer's page: what was bundled when fangzhi was installed, with the data of one graph."""

import re
from collections.abc import Mapping
from pathlib import Path

from kg.errors import InstallError

_PAGE = Path(__file__).parent / "bundle" / "page.html"
_DATA = "<!--data-->"
_ENGINE = re.compile('<script type="application/base64" id="oxigraph">.*</script>\\n')


def ensure_bundled() -> None:
    """Raise InstallError when the page was not bundled, so that no build comes upon it at its end."""
    if not _PAGE.is_file():
        mend = "install fangzhi again (pip install ., in a checkout make demo), with npm's registry in reach"
        raise InstallError(f"{_PAGE}: the explorer's page is missing; {mend}")


def page(blocks: Mapping[str, str]) -> str:
    """Return the page that holds the blocks, base64 text that its script reads by their names.

    Raises InstallError when the page was not bundled.
    """
    ensure_bundled()
    before, _, after = _PAGE.read_text(encoding="utf8").partition(_DATA)
    if "triples" not in blocks:
        before = _ENGINE.sub("", before)  # what answers SPARQL, two megabytes, has nothing to ask
    data = "\n".join(f'<script type="application/base64" id="{name}">{text}</script>' for name, text in blocks.items())
    return before + data + after


def carried(file: Path, name: str) -> str:
    """Return a block that a page carries, as its text stands there; "" where it carries none of the name."""
    _, _, found = file.read_text(encoding="utf8").partition(f'<script type="application/base64" id="{name}">')
    return found.partition("<")[0]
