"""One thing with its neighbours as a page: made by the command, opened in a browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.cli import app, main

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext


def test_the_page_opens_with_the_thing_and_has_only_what_stands_next_to_it(
    samples: Path, tmp_path: Path, window: "BrowserContext", capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "沂水.html"
    app(["neighbours", str(samples), "沂水", "-o", str(file)], standalone_mode=False)
    assert capsys.readouterr().out == f"{file}: 沂水县 and what stands next to it\n"
    page = window.new_page()
    page.goto(file.as_uri())
    page.wait_for_selector("body[data-ready]")
    assert page.locator("#dossier h2").inner_text() == "沂水县"
    labels = page.evaluate("JSON.parse(document.getElementById('data').textContent).dossiers.map((one) => one.label)")
    assert labels[0] == "沂水县"
    assert "临沂市" in labels
    assert "娄底市" not in labels
    assert page.locator("#scope").inner_text().startswith(f"沂水县和它的 {len(labels) - 1} 个近邻")
    page.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["没有这个名字"], "nothing goes by this name"),
        (["沂水", "-o", "没有/这个/folder.html"], "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_told(
    samples: Path, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["fangzhi", "neighbours", str(samples), *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert said in capsys.readouterr().err
