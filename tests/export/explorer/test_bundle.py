"""The page as a file: one policy, nothing from elsewhere, the same bytes, and a plain word where it was never made."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.errors import InstallError
from kg.export import export
from kg.export.explorer import page as explorer
from kg.export.explorer.bundle import APP


@pytest.fixture(scope="module")
def text(exported: Path) -> str:
    return (exported / "explorer.html").read_text(encoding="utf8")


def contents(text: str, tag: str) -> list[str]:
    return re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)


def test_the_policy_names_what_is_in_the_page_and_nothing_else(text: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        hashes = [f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in contents(text, tag)]
        assert len(hashes) == 1
        assert [one for one in rules[rule].split() if one.startswith("'sha256")] == hashes
        assert "unsafe-inline" not in rules[rule] and "'unsafe-eval'" not in rules[rule]
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"


def test_nothing_in_the_page_comes_from_elsewhere(text: str) -> None:
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b", text)
    assert not re.search(r"""<script[^>]+\bsrc|@import|url\(\s*["']?http""", text)
    assert text.count("<script>") == 1


def test_an_empty_store_has_a_page(tmp_path: Path) -> None:
    export(Store(), tmp_path)
    assert "<title>" in (tmp_path / "explorer.html").read_text(encoding="utf8")


def test_a_page_that_was_never_made_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer, "_PAGE", tmp_path / "page.html")
    with pytest.raises(InstallError, match=r"page\.html: the explorer's page is missing; install fangzhi again"):
        explorer.ensure_bundled()


def test_no_source_writes_documents_text_as_html() -> None:
    sources = [path for path in sorted(APP.rglob("*.ts")) if path.is_file()]
    assert len(sources) > 20
    way = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function")
    assert {path.name: found for path in sources if (found := way.findall(path.read_text("utf8")))} == {}


def test_no_source_is_longer_than_250_lines_and_no_folder_has_more_than_ten() -> None:
    sources = [path for path in sorted(APP.rglob("*")) if path.suffix in (".ts", ".mjs", ".css")]
    assert {path.name: n for path in sources if (n := len(path.read_text("utf8").splitlines())) > 250} == {}
    folders = {path.parent for path in sources}
    assert {folder.name: n for folder in folders if (n := len(list(folder.glob("*.*")))) > 10} == {}


def test_the_lock_names_no_registry() -> None:
    lock = (APP / "package-lock.json").read_text("utf8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') > 5
