"""Which bytes are text, and which are refused with a sentence that helps."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import read

TEXT = "云南省楚雄市今年引进亿元项目50个，规上工业产值增长8%。"


def written(folder: Path, data: bytes) -> Path:
    path = folder / "paper.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("codec", "told"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("gbk", "gb18030")]
)
def test_chinese_text_is_read_and_its_codec_gives_it_again(tmp_path: Path, codec: str, told: str) -> None:
    path = written(tmp_path, TEXT.encode(codec))
    (document,) = read(path)
    assert (document.source, document.encoding) == (TEXT, told)
    assert path.read_bytes().decode(document.encoding) == document.source


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (" \n\u3000\n".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        (TEXT.encode("utf-16"), "binary"),
        ("臺灣經濟發展與產業政策的關係，請參閱報告。".encode("big5"), "not UTF-8"),
        ("これは日本語の文書です。".encode("shift-jis"), "not UTF-8"),
        ("caf\xe9 ol\xe9".encode("latin-1"), "not UTF-8"),
        (TEXT.encode()[:-2], "not UTF-8"),
        (bytes(range(128, 256)) * 4, "not UTF-8"),
    ],
)
def test_what_is_not_text_is_refused_by_name(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=f"paper.txt.*{says}"):
        read(written(tmp_path, data))


def test_a_file_that_is_gone_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gone.txt.*cannot be read"):
        read(tmp_path / "gone.txt")


def test_offsets_count_in_the_text_as_decoded_with_its_line_ends(tmp_path: Path) -> None:
    (document,) = read(written(tmp_path, "甲\r\n乙\r丙".encode()))
    assert document.source == "甲\r\n乙\r丙"
    assert (document.begin, document.end) == (0, 6)
