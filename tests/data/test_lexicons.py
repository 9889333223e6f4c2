"""The knowledge in pipelines/ is sound: every lexicon loads, every row occurs in its example, every code is in force."""

from collections.abc import Iterator

import pytest

from kg import terms
from kg.register import names
from kg.resources import PIPELINES, Row, lexicon, patterns

LEXICONS = sorted(path.stem for path in (PIPELINES / "lexicons").glob("*.tsv"))
PATTERNS = sorted(path.stem for path in (PIPELINES / "patterns").glob("*.jsonl"))
WITH_EXAMPLES = {
    "abbreviations": ("char",),
    "bodies": ("name", "short"),
    "industries": ("name",),
    "macro_regions": ("name", "aliases"),
    "national_bodies": ("name", "aliases"),
    "stage_words": ("word",),
    "time_ends": ("word",),
}


def test_all_lexicons_and_patterns_are_found() -> None:
    assert len(LEXICONS) >= 25
    assert len(PATTERNS) >= 1


@pytest.mark.parametrize("name", LEXICONS)
def test_lexicon_states_its_source_and_holds_clean_cells(name: str) -> None:
    head = [line for line in (PIPELINES / "lexicons" / f"{name}.tsv").read_text("utf8").splitlines() if line[:1] == "#"]
    assert any("Source" in line for line in head)
    rows = lexicon(name)
    assert rows
    assert not [(row, cell) for row in rows for cell in row.values() if cell != cell.strip()]


@pytest.mark.parametrize("name", PATTERNS)
def test_patterns_match_their_examples(name: str) -> None:
    rows = patterns(name)
    assert rows
    assert len({row.id for row in rows}) == len(rows)


@pytest.mark.parametrize(("name", "columns"), WITH_EXAMPLES.items())
def test_row_occurs_in_its_example(name: str, columns: tuple[str, ...]) -> None:
    assert not [row for row in lexicon(name) if not any(form in row["example"] for form in _forms(row, columns))]


def test_no_example_is_missing_where_rows_have_one() -> None:
    assert not [(name, row) for name in LEXICONS for row in lexicon(name) if row.get("example") == ""]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("内蒙古自治区", "内蒙古"),
        ("延边朝鲜族自治州", "延边"),
        ("浦东新区", "浦东"),
        ("祁县", "祁县"),
        ("东方市", "东方市"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert [row["short"] for row in lexicon("regions") if row["name"] == name] == [short]


def test_abbreviations_and_zones_lie_in_regions_in_force() -> None:
    known = {row["code"]: row["name"] for row in lexicon("regions")}
    assert all(known[row["code"]] == row["name"] for row in lexicon("abbreviations"))
    zones = lexicon("zones")
    assert len(zones) > 900
    assert not [row for row in zones if row["region"] and row["region"] not in known]


@pytest.mark.parametrize("name", ["macro_regions", "national_bodies", "zones"])
def test_no_form_names_two_things(name: str) -> None:
    forms = [form for row in lexicon(name) for form in _forms(row, ("name", "aliases"))]
    assert sorted(forms) == sorted(set(forms))


def test_macro_regions_are_no_divisions() -> None:
    forms = {form for row in lexicon("macro_regions") for form in _forms(row, ("name", "aliases"))}
    assert not forms & set(names())


def test_industries_have_codes_in_force_and_hang_on_chains() -> None:
    rows = {row["name"]: row for row in lexicon("industries")}
    codes = {"", *terms.scheme("industries"), *terms.scheme("strategic-industries")}
    chains = {terms.label(iri, "zh") for iri in terms.scheme("chains").values()}
    assert len(rows) >= 1900
    assert not [row for row in rows.values() if row["code"] not in codes]
    assert not [row for row in rows.values() if row["chain"] not in chains | {""}]
    assert sum(not row["chain"] for row in rows.values()) < 5
    assert not chains - {row["chain"] for row in rows.values()}, "chains on which nothing hangs"


def test_notations_of_vocabularies_are_the_words_of_lexicons() -> None:
    sorts = {
        kind: {row["sort"] for row in lexicon("name_suffixes") if row["kind"] == kind}
        for kind in ("Platform", "Organization")
    }
    assert sorts["Platform"] <= set(terms.scheme("platform-kinds"))
    kinds = set(terms.scheme("organization-kinds"))
    sides = {row["side"] for name in ("bodies", "core_bodies", "national_bodies") for row in lexicon(name)}
    assert sorts["Organization"] | sides <= kinds
    assert {row["quantity"] for row in lexicon("units")} <= set(terms.scheme("quantity-kinds"))
    assert {row["stage"] for row in lexicon("stage_words")} - {""} == set(terms.scheme("project-stages"))


def _forms(row: Row, columns: tuple[str, ...]) -> Iterator[str]:
    return (form for column in columns for form in row[column].split("|") if form)
