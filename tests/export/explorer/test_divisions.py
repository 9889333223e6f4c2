"""Where counties stand on the map: every one, at its point or near its prefecture, none on another."""

from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Store

from kg import register
from kg.export import export
from kg.export.explorer.divisions import divisions
from kg.resources import lexicon

if TYPE_CHECKING:
    from conftest import Opened

DASHES = "parts => parts.map((one) => getComputedStyle(one).strokeDasharray)"
COUNTY = "371323"
NAMES = "all => all.map((one) => one.dataset.name)"

APART, NEAR = 2.0, 250.0  # kilometres


def away(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres, about."""
    return hypot(one[0] - other[0], (one[1] - other[1]) * 0.8) * 111


def test_every_county_is_on_the_map_and_what_is_reckoned_is_near_its_prefecture_and_on_no_other() -> None:
    own = divisions().as_dicts()
    regions, known = register.regions(), {row["code"]: row for row in lexicon("region_points")}
    counties = {code for code, region in regions.items() if region.level == "county"}
    assert counties <= {row["code"] for row in own}
    assert len(own) == len({row["code"] for row in own})
    places = {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in own}
    points = {code: (float(row["latitude"]), float(row["longitude"])) for code, row in known.items()}
    reckoned = {row["code"] for row in own if row["about"]}
    assert reckoned == {row["code"] for row in own} - set(known)
    assert reckoned & counties
    for code in reckoned & counties:
        parent = regions[code].parent
        assert away(places[code], points.get(parent) or places[parent]) < NEAR, regions[code].name
    # In the order of their latitudes those that are near stand near each other.
    rows = sorted((places[code], code) for code in counties)
    for at, (place, code) in enumerate(rows):
        for other, beside in rows[at + 1 :]:
            if (other[0] - place[0]) * 111 > APART:
                break
            assert away(place, other) > APART or not {code, beside} & reckoned, (code, beside)
    assert all(one <= other for one, other in pairwise(row["code"] for row in own))


@pytest.fixture(scope="module")
def moved(sampled: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples' 沂水县 as a county of which the register has no point."""
    code = next(row["code"] for row in divisions().as_dicts() if row["about"] and not row["code"].endswith("00"))
    text = (sampled.dump(format=RdfFormat.N_QUADS) or b"").decode().replace(COUNTY, code)
    latitude, longitude = (f"/{code}> <https://schema.org/{axis}>" for axis in ("latitude", "longitude"))
    kept = [line for line in text.splitlines() if latitude not in line and longitude not in line]
    store, out = Store(), tmp_path_factory.mktemp("moved")
    store.load("\n".join(kept).encode(), RdfFormat.N_QUADS)
    export(store, out)
    return out / "explorer.html"


def test_a_county_without_a_point_is_shaded_and_pressed_has_its_lines_and_says_that_its_place_is_reckoned(
    opened: "Opened", moved: Path
) -> None:
    with opened(moved, "#view=map&area=all") as page:
        about = page.locator(".drawing .mark:has(.map-about)")
        about.wait_for()
        assert "沂水县" in (told := about.get_attribute("data-name") or "")
        assert "位置约略" in told
        assert about.locator("path.map-shade-1").count()
        assert "虚线：位置约略" in (page.locator(".drawing").text_content() or "")
        assert not page.locator(".drawing .mark:has(rect.target)").count()
        assert "none" not in page.locator(".map-place.map-about").evaluate_all(DASHES)
        assert {*page.locator(".map-place:not(.map-about)").evaluate_all(DASHES)} == {"none"}
        lines = page.locator(".drawing .mark:has(.map-line)").evaluate_all(NAMES)
        assert any(name.startswith("沂水县 →") for name in lines)
        about.focus()
        page.keyboard.press("Enter")
        page.locator(".profile-name").wait_for()
        assert "约" in (page.locator(".map-end").first.text_content() or "")
        cells = page.locator(".table-block tbody td:nth-child(1)").all_inner_texts()
        assert [cell.split()[0] for cell in cells if "位置约略" in cell] == ["沂水县"]
