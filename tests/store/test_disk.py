"""A file is the old one or the new one."""

from pathlib import Path

import pytest

from kg.store.disk import write_whole


def test_a_file_is_replaced_as_a_whole_and_no_draft_is_left(tmp_path: Path) -> None:
    path = tmp_path / "corrections.tsv"
    for text in ("甲\n", "乙\r\n"):
        write_whole(path, text, "utf-8-sig")
        assert path.read_bytes() == b"\xef\xbb\xbf" + text.encode()
    assert [one.name for one in tmp_path.iterdir()] == ["corrections.tsv"]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "corrections.tsv"
    write_whole(path, "甲")
    (tmp_path / "corrections.draft").mkdir()  # no draft can be written here
    with pytest.raises(OSError):
        write_whole(path, "乙")
    assert path.read_text("utf8") == "甲"
