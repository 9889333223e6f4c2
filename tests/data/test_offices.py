"""Every title that the reading knows is a post of the vocabulary, and every post of the vocabulary has its title."""

import pytest

from kg import terms
from kg.graph.posts import office
from kg.resources import Pattern, lexicon, patterns

OFFICES = patterns("offices")
# Parts of titles.tsv that are titles as they stand; the others only go into titles.
WHOLE = ("role", "division", "fused", "nation", "leaders", "firm", "head")
TITLES = sorted({row["term"] for row in lexicon("titles") if row["part"] in WHOLE})


@pytest.mark.parametrize("row", OFFICES, ids=lambda row: row.id)
def test_a_row_of_titles_is_a_post_and_its_example_is_of_that_row(row: Pattern) -> None:
    assert terms.concept("posts", row.id)
    assert office(row.example) == row.id


def test_every_post_has_a_row_but_for_the_organs_above_them() -> None:
    posts = {notation for notation, iri in terms.scheme("posts").items() if terms.linked(iri, "broader")}
    assert posts == {row.id for row in OFFICES}
    assert len(posts) > 60


def test_every_title_of_the_lexicon_is_a_post() -> None:
    assert len(TITLES) > 140
    assert [title for title in TITLES if not office(title)] == []
    assert [title for title in TITLES if title[0] != "副" and not office(f"副{title}")] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("市长", "代市长", True),
        ("市委书记", "党工委书记", True),
        ("党工委书记", "书记", True),
        ("市委书记", "市委副书记", False),
        ("市委书记", "市委政法委书记", False),
        ("市委书记", "市纪委书记", False),
        ("市长", "副市长", False),
        ("市长", "市长候选人", False),
        ("市长", "名誉市长", False),
        ("县财政局局长", "县公安局局长", False),
        ("总经理", "市场事业部总经理", False),
        ("市委书记", "市政府党组书记", False),
        ("副县长", "副县长（挂职）", False),
        ("管委会主任", "管委会副主任", False),
    ],
)
def test_posts_of_one_seat_have_one_holder(one: str, other: str, same: bool) -> None:
    seats = [terms.linked(terms.concept("posts", office(title)), "seat") for title in (one, other)]
    assert (seats[0] == seats[1] and seats[0] is not None) == same


@pytest.mark.parametrize(
    ("title", "rank"),
    [("县长", "1"), ("代县长", "2"), ("常务副县长", "3"), ("副县长", "4"), ("县长助理", "5"), ("县委常委", "6")],
)
def test_posts_are_ranked(title: str, rank: str) -> None:
    level = terms.linked(terms.concept("posts", office(title)), "rank")
    assert level and terms.notation(level) == rank
