"""What names of documents are linked to: made-up papers of made-up counties' people and companies."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.link import link
from kg.model import (
    CleanText,
    Document,
    Entity,
    Event,
    Fact,
    Figure,
    Kind,
    Link,
    Linked,
    Mention,
    Name,
    Post,
    Quote,
    Reading,
    Relation,
)

QUOTE = Quote(0, 1)
JINYUN = Name("Region", "缙云县", "331122")
LISHUI = Name("Region", "丽水市", "331100")
NINGBO = Name("Region", "宁波市", "330200")
ZHEJIANG = Name("Region", "浙江省", "330000")
ZIGUI = Name("Region", "秭归县", "420527")


def reading(identifier: str, home: Name | None, *facts: Fact) -> Reading:
    document = Document(identifier, identifier, f"{identifier}.txt", "", "utf-8", "", 0, 0)
    return Reading(document, CleanText("", (), ()), (), home, "2023", facts)


def mention(kind: Kind, text: str, form: str = "", code: str = "") -> Mention:
    return Mention(Name(kind, text, code), form or text, QUOTE)


def post(person: str, title: str, at: Name) -> Post:
    return Post(Name("Person", person), title, at, QUOTE)


def links(linked: Linked, document: str) -> dict[str, Link]:
    return {found.name.text: found for found in linked.links if found.document == document}


def entity(linked: Linked, document: str, text: str) -> Entity:
    found = links(linked, document)[text].entity
    assert found is not None, links(linked, document)[text].reason
    return found


def keys(linked: Linked, document: str, texts: Sequence[str]) -> set[str]:
    return {entity(linked, document, text).key for text in texts}


def test_a_region_is_its_code_and_its_short_name_an_alias() -> None:
    linked = link(
        [
            reading(
                "a",
                JINYUN,
                mention("Region", "缙云县", "缙云", "331122"),
                mention("Region", "缙云县", "全县", "331122"),
            )
        ]
    )
    assert entity(linked, "a", "缙云县") == Entity("Region", "331122", "缙云县", ("缙云",))


def test_a_town_of_the_register_is_its_code_by_home_or_by_the_county_named_with_it() -> None:
    names = ("壶镇镇", "壶镇", "涟水县高沟镇", "云外镇")
    linked = link([reading("a", JINYUN, *(mention("Region", name) for name in names))])
    found = {name: entity(linked, "a", name) for name in names}
    assert {name: (one.key, one.label) for name, one in found.items()} == {
        "壶镇镇": ("331122101", "壶镇镇"),
        "壶镇": ("331122101", "壶镇镇"),
        "涟水县高沟镇": ("320826101", "高沟镇"),
        "云外镇": ("云外镇-331122", "云外镇"),  # not, or no longer, in the register: as it is printed
    }


def test_two_towns_of_one_name_stay_two() -> None:
    linked = link([reading("a", JINYUN, mention("Region", "城关镇")), reading("b", ZIGUI, mention("Region", "城关镇"))])
    assert [entity(linked, d, "城关镇").key for d in "ab"] == ["城关镇-331122", "城关镇-420527"]


def test_a_macro_region_is_one_under_each_of_its_names() -> None:
    linked = link([reading("a", JINYUN, mention("Region", "长江三角洲"), mention("Region", "长三角"))])
    assert keys(linked, "a", ["长江三角洲", "长三角"]) == {"长三角"}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("东海轴承", "浙江东海轴承制造有限公司"),
        ("东海轴承公司", "缙云东海轴承有限公司"),
        ("该公司", "浙江东海轴承制造有限公司"),
        ("飞鹿生物", "湖北飞鹿生物科技股份有限公司"),
    ],
)
def test_a_short_form_of_a_company_is_the_company(short: str, full: str) -> None:
    linked = link([reading("a", JINYUN, mention("Organization", short), mention("Organization", full))])
    assert entity(linked, "a", short) == entity(linked, "a", full)
    assert entity(linked, "a", short).label == full
    assert "该公司" not in entity(linked, "a", full).aliases


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("丽水职业技术学院", "丽水学院"),
        ("宁波东海公司", "台州东海公司"),
        ("东海轴承公司", "南海轴承公司"),
        ("上海分局", "杭州分局"),
    ],
)
def test_names_that_only_resemble_each_other_stay_two(short: str, full: str) -> None:
    linked = link([reading("a", JINYUN, mention("Organization", short), mention("Organization", full))])
    assert len(keys(linked, "a", [short, full])) == 2


def test_a_bare_form_with_two_candidates_stays_unlinked_and_says_so() -> None:
    companies = ["浙江东海轴承有限公司", "浙江飞鹿生物有限公司"]
    linked = link([reading("a", JINYUN, *(mention("Organization", text) for text in [*companies, "该公司"]))])
    found = links(linked, "a")["该公司"]
    assert (found.entity, found.score, found.candidates) == (None, 0.0, tuple(sorted(companies)))
    assert "2 names" in found.reason


def test_a_park_is_meant_by_its_bare_word_when_it_is_the_only_one() -> None:
    linked = link([reading("a", JINYUN, mention("Platform", "产业园"), mention("Platform", "水泵产业园"))])
    assert keys(linked, "a", ["产业园", "水泵产业园"]) == {"水泵产业园-缙云县"}
    assert entity(linked, "a", "水泵产业园").aliases == ()


def test_a_name_without_a_region_gets_that_of_its_document() -> None:
    linked = link(
        [
            reading("a", JINYUN, mention("Platform", "水泵产业园")),
            reading("b", ZIGUI, mention("Platform", "水泵产业园")),
        ]
    )
    assert [entity(linked, d, "水泵产业园").key for d in "ab"] == ["水泵产业园-缙云县", "水泵产业园-秭归县"]
    assert entity(linked, "a", "水泵产业园").label == "水泵产业园"


def test_a_platform_of_the_province_is_named_with_the_province() -> None:
    found = entity(link([reading("a", JINYUN, mention("Platform", "省水泵检测平台"))]), "a", "省水泵检测平台")
    assert (found.key, found.aliases) == ("浙江省水泵检测平台", ("省水泵检测平台",))


def test_every_form_of_a_registered_zone_is_the_zone() -> None:
    forms = ["宁波经济技术开发区", "宁波开发区", "开发区", "宁波经开区"]
    linked = link(
        [
            reading("a", NINGBO, *(mention("Platform", text) for text in forms)),
            reading("b", ZIGUI, mention("Platform", "宁波经开区")),
        ]
    )
    assert keys(linked, "a", forms) | keys(linked, "b", ["宁波经开区"]) == {"宁波经济技术开发区"}
    assert set(entity(linked, "a", "开发区").aliases) == {"宁波开发区", "宁波经开区", "开发区"}


def test_another_name_of_a_zone_that_tells_no_place_is_not_that_zone_in_another_province() -> None:
    park = mention("Platform", "中德产业园")
    near, far = Name("Region", "于洪区", "210114"), Name("Region", "天桥区", "370105")
    linked = link([reading("a", near, park), reading("b", far, park)])
    assert entity(linked, "a", "中德产业园") != entity(linked, "b", "中德产业园")


def test_two_zones_of_two_counties_stay_two() -> None:
    forms = ["缙云经济开发区", "秭归经济开发区"]
    linked = link([reading("a", LISHUI, *(mention("Platform", text) for text in forms))])
    assert len(keys(linked, "a", forms)) == 2


def test_a_bare_zone_word_is_the_zone_that_the_document_speaks_from() -> None:
    home = Name("Platform", "宁波经济技术开发区")
    linked = link(
        [
            reading(
                "a",
                home,
                mention("Platform", "集聚区（开发区）"),
                mention("Platform", "集聚区"),
                mention("Platform", "开发区"),
            )
        ]
    )
    assert keys(linked, "a", ["集聚区（开发区）", "集聚区", "开发区"]) == {"宁波经济技术开发区"}


@pytest.mark.parametrize(
    ("home", "text", "label"),
    [
        (JINYUN, "市委", "丽水市委"),
        (JINYUN, "县委", "缙云县委"),
        (JINYUN, "省委党校", "浙江省委党校"),
        (JINYUN, "市政府", "丽水市人民政府"),
        (LISHUI, "丽水市政府", "丽水市人民政府"),
        (Name("Platform", "宁波经济技术开发区"), "管委会", "宁波经济技术开发区管委会"),
        (NINGBO, "开发区管委会", "宁波经济技术开发区管委会"),
    ],
)
def test_an_office_is_that_of_the_region_around_its_document(home: Name, text: str, label: str) -> None:
    found = entity(link([reading("a", home, mention("Organization", text))]), "a", text)
    assert (found.key, found.label) == (label, label)
    assert text not in found.aliases or text == "丽水市政府"


def test_a_short_place_elsewhere_does_not_make_an_office_of_that_place() -> None:
    linked = link(
        [reading("a", JINYUN, mention("Organization", "宁波招商局"), mention("Organization", "宁波市商务局"))]
    )
    assert [entity(linked, "a", text).label for text in ("宁波招商局", "宁波市商务局")] == [
        "宁波招商局",
        "宁波市商务局",
    ]


def test_a_company_in_front_of_a_project_makes_no_second_project() -> None:
    forms = ["年产三万吨铝材项目", "浙江东海轴承有限公司年产三万吨铝材项目"]
    linked = link([reading("a", JINYUN, *(mention("Project", text) for text in forms))])
    assert len(keys(linked, "a", forms)) == 1


def test_a_longer_name_of_another_park_is_another_park() -> None:
    forms = ["水泵产业园", "东风水泵产业园"]
    assert len(keys(link([reading("a", JINYUN, *(mention("Platform", text) for text in forms))]), "a", forms)) == 2


def test_an_office_of_no_known_region_stays_unlinked() -> None:
    assert links(link([reading("a", None, mention("Organization", "市委"))]), "a")["市委"].entity is None


def test_a_person_under_two_posts_is_one_in_one_document_and_over_documents() -> None:
    zone = Name("Platform", "宁波经济技术开发区")
    first = reading("a", NINGBO, post("陈思远", "党工委书记", zone), post("陈思远", "管委会主任", zone))
    second = reading(
        "b", NINGBO, post("陈思远", "市委常委", NINGBO), post("陈思远", "管委会主任", Name("Platform", "宁波开发区"))
    )
    linked = link([first, second])
    assert entity(linked, "a", "陈思远") == entity(linked, "b", "陈思远")
    assert entity(linked, "a", "陈思远").official


def test_two_persons_of_one_name_stay_two() -> None:
    linked = link(
        [reading("a", JINYUN, post("陈思远", "县长", JINYUN)), reading("b", ZIGUI, post("陈思远", "县长", ZIGUI))]
    )
    assert [entity(linked, d, "陈思远").key for d in "ab"] == ["陈思远-缙云县", "陈思远-秭归县"]


def test_a_province_does_not_join_two_of_one_name_in_its_cities() -> None:
    places = {"a": LISHUI, "b": NINGBO, "c": ZHEJIANG}
    linked = link([reading(d, at, post("陈思远", "副书记", at)) for d, at in places.items()])
    assert len({entity(linked, d, "陈思远").key for d in places}) == 3


def test_who_rose_from_the_county_to_the_city_is_one() -> None:
    linked = link(
        [reading("a", JINYUN, post("陈思远", "县长", JINYUN)), reading("b", LISHUI, post("陈思远", "副市长", LISHUI))]
    )
    assert [entity(linked, d, "陈思远").key for d in "ab"] == ["陈思远-丽水市", "陈思远-丽水市"]


def test_a_bare_name_is_the_one_known_above_and_nobody_elsewhere() -> None:
    known = reading("a", LISHUI, post("陈思远", "市长", LISHUI))
    linked = link(
        [known, reading("b", JINYUN, mention("Person", "陈思远")), reading("c", ZIGUI, mention("Person", "陈思远"))]
    )
    assert [entity(linked, d, "陈思远").key for d in "abc"] == ["陈思远-丽水市", "陈思远-丽水市", "陈思远-秭归县"]


def test_the_head_of_the_nation_is_one_in_every_paper() -> None:
    party, council = Name("Organization", "党中央"), Name("Organization", "国务院")
    named = [
        reading("a", JINYUN, post("陈思远", "总书记", party)),
        reading("b", ZIGUI, post("陈思远", "总理", council)),
    ]
    linked = link([*named, reading("c", NINGBO, mention("Person", "陈思远"))])
    assert len({entity(linked, d, "陈思远").key for d in "abc"}) == 1


def test_the_head_of_a_company_is_no_official() -> None:
    company = Name("Organization", "浙江东海轴承有限公司")
    linked = link([reading("a", JINYUN, post("陈思远", "董事长", company))])
    assert entity(linked, "a", "陈思远") == Entity("Person", "陈思远-浙江东海轴承有限公司", "陈思远")


def test_a_surname_and_office_is_the_one_who_fits_in_that_document_only() -> None:
    first = reading(
        "a", JINYUN, post("陈思远", "县委书记", JINYUN), mention("Person", "陈立", ""), mention("Person", "陈书记")
    )
    second = reading("b", ZIGUI, mention("Person", "陈书记"))
    linked = link([first, second])
    assert entity(linked, "a", "陈书记") == entity(linked, "a", "陈思远")
    assert entity(linked, "a", "陈思远").aliases == ("陈书记",)
    assert links(linked, "b")["陈书记"].entity is None


def test_a_surname_of_two_who_fit_stays_unlinked() -> None:
    posts = post("陈思远", "县委书记", JINYUN), post("陈立", "县委副书记", JINYUN)
    found = links(link([reading("a", JINYUN, *posts, mention("Person", "陈书记"))]), "a")["陈书记"]
    assert (found.entity, found.candidates) == (None, ("陈思远", "陈立"))


def test_notation_makes_no_second_policy() -> None:
    forms = ["“双百”行动", "双百行动", "《双百行动》"]
    linked = link([reading("a", JINYUN, *(mention("Policy", text) for text in forms))])
    assert {entity(linked, "a", text) for text in forms} == {Entity("Policy", "双百行动", "双百行动")}


def test_a_place_in_a_list_of_outposts_is_no_name_of_the_outpost() -> None:
    linked = link(
        [
            reading(
                "a",
                JINYUN,
                mention("Platform", "上海招商局", "上海"),
                mention("Platform", "宁波招商局", "上海、宁波招商局"),
            )
        ]
    )
    assert entity(linked, "a", "上海招商局").aliases == ()


def test_outposts_of_two_counties_in_one_city_stay_two() -> None:
    outpost = mention("Platform", "上海招商分局")
    linked = link([reading("a", JINYUN, outpost), reading("b", ZIGUI, outpost)])
    assert entity(linked, "a", "上海招商分局").key == "上海招商分局-缙云县"
    assert entity(linked, "b", "上海招商分局").key == "上海招商分局-秭归县"


def test_a_body_that_papers_of_a_city_and_of_its_county_name_is_one() -> None:
    park = mention("Platform", "云岭科创产业园")
    linked = link([reading("a", JINYUN, park, mention("Platform", "产业园")), reading("b", LISHUI, park)])
    assert keys(linked, "a", ["云岭科创产业园", "产业园"]) == {"云岭科创产业园-丽水市"}
    assert keys(linked, "b", ["云岭科创产业园"]) == {"云岭科创产业园-丽水市"}


def test_bodies_of_one_name_in_places_side_by_side_stay_apart() -> None:
    park = mention("Platform", "云岭科创产业园")
    linked = link([reading("a", JINYUN, park), reading("b", NINGBO, park), reading("c", ZHEJIANG, park)])
    assert len({entity(linked, document, "云岭科创产业园").key for document in "abc"}) == 3


def test_every_name_of_every_kind_of_fact_is_linked() -> None:
    industry, project = Name("Industry", "水泵"), Name("Project", "环湖公路项目")
    facts: list[Fact] = [
        Relation(JINYUN, "developsIndustry", industry, QUOTE),
        Figure(
            "target",
            JINYUN,
            "产值",
            "",
            "=",
            __import__("decimal").Decimal(1),
            "亿元",
            "2023",
            QUOTE,
            industry,
            project,
        ),
        Event("大会", "meeting", "", LISHUI, (Name("Person", "陈思远"),), QUOTE),
    ]
    linked = link([reading("a", JINYUN, *facts)])
    assert set(links(linked, "a")) == {"缙云县", "水泵", "环湖公路项目", "丽水市", "陈思远"}
    assert all(found.entity and found.reason for found in linked.links)


NAMES = ["陈思远", "陈书记", "周立", "周主任"]
PLACES = [
    JINYUN,
    LISHUI,
    NINGBO,
    ZHEJIANG,
    ZIGUI,
    Name("Organization", "浙江东海轴承有限公司"),
    Name("Platform", "开发区"),
]
PEOPLE = st.builds(
    post, st.sampled_from(NAMES[::2]), st.sampled_from(["书记", "主任", "市长"]), st.sampled_from(PLACES)
)
BODIES = st.builds(
    mention, st.just("Organization"), st.sampled_from(["该公司", "东海轴承", "浙江东海轴承有限公司", "市委"])
)
FACTS = st.lists(st.one_of(PEOPLE, BODIES, st.builds(mention, st.just("Person"), st.sampled_from(NAMES))), max_size=5)
READINGS = st.lists(st.tuples(st.sampled_from(PLACES[:5]), FACTS), min_size=1, max_size=5)


@given(READINGS, st.randoms(use_true_random=False))
def test_the_order_of_documents_and_facts_changes_nothing(papers: list[tuple[Name, list[Fact]]], random) -> None:  # type: ignore[no-untyped-def]
    readings = [reading(str(number), home, *facts) for number, (home, facts) in enumerate(papers)]
    mixed = [reading(r.document.identifier, r.home, *random.sample(r.facts, len(r.facts))) for r in readings]
    random.shuffle(mixed)
    assert link(mixed).links == link(readings).links


@given(READINGS)
def test_what_bodies_and_places_are_called_does_not_change_with_other_documents(
    papers: list[tuple[Name, list[Fact]]],
) -> None:
    readings = [reading(str(number), home, *facts) for number, (home, facts) in enumerate(papers)]

    def bodies_of(linked: Linked) -> dict[Name, str]:
        return {
            f.name: f.entity.label if f.entity else ""
            for f in linked.links
            if f.document == "0" and f.name.kind != "Person"
        }

    assert bodies_of(link(readings)) == bodies_of(link(readings[:1]))
