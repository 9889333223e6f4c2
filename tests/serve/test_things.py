"""Pages and data of things, search, named queries, files: what a person and a program see of the graph."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, parse
from served import BASE, Server

COUNTY = f"{BASE}region/900101"
PERSON = f"{BASE}person/林遥-900101"


@pytest.mark.parametrize(
    ("accept", "to"),
    [
        ("text/html", "/page/region/900101"), (None, "/page/region/900101"),
        ("text/turtle", "/data/region/900101?format=text%2Fturtle"),
        ("application/ld+json, text/html;q=0.5", "/data/region/900101?format=application%2Fld%2Bjson"),
        ("application/n-triples", "/data/region/900101?format=application%2Fn-triples"),
    ],
)  # fmt: skip
def test_a_thing_leads_to_what_is_known_of_it_in_the_form_that_is_liked(
    server: Server, accept: str | None, to: str
) -> None:
    for path in ("/id/region/900101", "/fangzhi/id/region/900101", f"/id?iri={quote(COUNTY, safe='')}"):
        got = server.get(path, accept)
        assert (got.status, got.headers["location"], got.headers["vary"]) == (303, to, "accept")


def test_what_no_form_is_accepted_for_leads_nowhere(server: Server) -> None:
    assert server.get("/id/region/900101", "image/png").status == 406


def test_a_page_has_names_facts_and_the_marked_sentence(server: Server) -> None:
    got = server.get(f"/page/person/{quote('林遥-900101')}")
    assert (got.status, got.type) == (200, "text/html")
    assert "<h1>林遥</h1>" in got.text
    assert "又称 林书记" in got.text
    assert "南江<mark>县委书记林遥</mark>出席大会。" in got.text
    assert '<a href="/page/region/900101">南江县</a>' in got.text
    assert f"/data/person/{quote('林遥-900101')}?format=text%2Fturtle" in got.text


def test_a_page_speaks_english_on_demand_and_stays_so(server: Server) -> None:
    got = server.get("/page/region/900101?lang=en")
    assert '<html lang="en">' in got.text
    assert "Posts" in got.text and "职务 <small>" not in got.text
    assert "/page/person/" in got.text and "?lang=en" in got.text
    assert 'href="/page/region/900101" hreflang="zh"' in got.text


def test_links_of_pages_lead_on_until_all_is_seen(server: Server) -> None:
    seen, todo = set[str](), ["/page/region/900101", "/", "/?lang=en", "/queries", "/ontology"]
    while todo:
        path = todo.pop(0)
        if path in seen or len(seen) > 120:
            continue
        seen.add(path)
        got = server.get(path, "text/html")
        assert got.status == 200, path
        if got.type == "text/html":
            todo += [
                unescape(link)
                for link in re.findall(r'href="(/[^"#]*)', got.text)
                if "/files/" not in link and "/data" not in link
            ]
    assert any(path.startswith("/page/event/") for path in seen)
    assert len(seen) > 60


def test_names_that_mean_harm_are_text(server: Server) -> None:
    for path in (
        "/page/organization/harm",
        "/page/project/harm",
        "/search?q=script",
        "/search?q=%3Cb%3E%22'",
        "/page?iri=urn%3A%22%3E",
        "/",
    ):
        got = server.get(path, "text/html")
        page = re.sub(
            r"<!DOCTYPE html>|</?(html|head|meta|title|link|body|header|main|form|input|textarea|button|h1|h2|p|ul|li|a|b|small|code|section|blockquote|mark|cite|span|table|tr|th|td|br)\b[^<>]*>",
            "",
            got.text,
        )
        assert "<" not in page, path
        assert " onerror=" not in re.sub(r'"[^"]*"', "", "".join(re.findall(r"<[^>]*>", got.text)))
        assert "script-src" not in got.headers["content-security-policy"]
        assert "default-src 'none'" in got.headers["content-security-policy"]


@pytest.mark.parametrize(
    "iri",
    [
        COUNTY,
        PERSON,
        f"{BASE}membership/m1",
        f"{BASE}document/d1#char=12,18",
        "https://w3id.org/fangzhi/vocab/event-kinds/meeting",
        "https://w3id.org/fangzhi/ontology#operates",
    ],
)
def test_every_iri_has_a_page_and_data(server: Server, iri: str) -> None:
    asked = f"iri={quote(iri, safe='')}"
    page = server.get(f"/page?{asked}")
    assert page.status == 200
    assert "<h1>" in page.text
    found = set(parse(server.get(f"/data?{asked}&format=application%2Fn-triples").body, format=RdfFormat.N_TRIPLES))
    assert any(iri in (quad.subject.value, getattr(quad.object, "value", "")) for quad in found)


def test_data_has_the_facts_and_the_names_of_what_they_name(server: Server) -> None:
    found = {
        str(quad.triple)
        for quad in parse(server.get("/data/region/900101", "text/turtle").body, format=RdfFormat.TURTLE)
    }
    told = "\n".join(found)
    assert "membership/m1" in told and '"县委书记"@zh' in told and '"茶叶"@zh' in told
    assert "schema.org/mentions" not in told


@pytest.mark.parametrize(
    "path",
    [
        "/page/region/1",
        "/page?iri=urn%3Anone",
        "/data/region/1",
        "/queries/none",
        "/files/none",
        "/none",
        "/files/../secret",
        "/files/%2e%2e/secret",
        "/files/..%2fsecret",
        "/files/tables/../graph.ttl",
        "/files//etc/passwd",
        "/style.css/..",
        "/page/region/900101%00",
    ],
)
def test_what_is_not_there_is_not_found(server: Server, path: str) -> None:
    assert server.get(path).status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/page",
        "/id",
        "/page/region/1?iri=urn%3Ax",
        "/page?iri=no%20iri",
        "/data?iri=%00",
        "/data/region/900101?format=text/plain",
        "/search?q=a&limit=0",
        "/search?q=a&limit=x",
        "/search?q=a&q=b",
        "/page/%ff",
        "/queries/leaderboard?periods=2023",
        "/queries/posts-at?date=today",
        "/search?q=" + "a" * 201,
    ],
)
def test_what_makes_no_sense_is_a_bad_request(server: Server, path: str) -> None:
    got = server.get(path)
    assert (got.status, got.type) == (400, "text/plain"), got.text


def test_search_finds_names_and_other_names_the_nearest_first(server: Server) -> None:
    found = json.loads(server.get("/search?q=南江", "application/json").body)
    assert found[0] == {"name": "南江县", "kind": "Region", "iri": COUNTY, "matched": "南江"}
    assert {one["name"] for one in found} == {"南江县", "南江县茶产业大会", "南江经济开发区"}
    assert [one["matched"] for one in json.loads(server.get("/search?q=林书").body)] == ["林书记"]
    assert len(json.loads(server.get("/search?q=林遥").body)) == 2
    assert json.loads(server.get("/search?q=").body) == []
    assert len(json.loads(server.get("/search?q=南江&limit=1").body)) == 1
    assert "/page/region/900101" in server.get("/search?q=南江", "text/html").text


def test_named_queries_are_told_and_answered_in_three_forms(server: Server) -> None:
    told = {one["name"]: one for one in json.loads(server.get("/queries").body)}
    assert {"posts", "leaderboard"} <= set(told)
    assert {"name", "type", "zh", "en"} <= set(told["posts-at"]["parameters"][0])
    rows = json.loads(server.get("/queries/posts?region=南江县").body)
    assert [(row["person"], row["title"]) for row in rows] == [("林遥", "县委书记")]
    assert server.get("/queries/posts?region=南江县", "text/csv").text.splitlines()[1].startswith("林遥,县委书记")
    assert "<td>县委书记</td>" in server.get("/queries/posts?region=南江县", "text/html").text
    page = server.get("/queries/posts?region=南江县", "text/html").text
    link = next(unescape(one) for one in re.findall(r'href="(/[^"]*)">CSV', page))
    assert server.get(link, "text/html").text == server.get("/queries/posts?region=南江县", "text/csv").text
    wrong = server.get("/queries/posts?region=北江")
    assert wrong.status == 400 and "nothing goes by this name" in wrong.text


def test_a_named_query_is_answered_by_pages(server: Server) -> None:
    rows = json.loads(server.get("/queries/entities").body)
    assert len(rows) > 3
    assert json.loads(server.get("/queries/entities?limit=2&offset=1").body) == rows[1:3]
    page = server.get("/queries/entities?limit=2", "text/html").text
    assert page.count("<tr><td>") == 2
    link = next(unescape(one) for one in re.findall(r'href="(/[^"]*)" rel="next"', page))
    assert f"<td>{rows[2]['name']}</td>" in unescape(server.get(link, "text/html").text)
    assert 'rel="next"' not in server.get(f"/queries/entities?limit=2&offset={len(rows) - 2}", "text/html").text
    assert server.get("/queries/entities?limit=x").status == 400


def test_the_ontology_is_there_whole(server: Server) -> None:
    for path in ("/ontology", "/fangzhi/ontology"):
        found = {
            quad.subject.value
            for quad in parse(server.get(path, "text/turtle").body, format=RdfFormat.TURTLE)
            if hasattr(quad.subject, "value")
        }
        assert "https://w3id.org/fangzhi/ontology#operates" in found
    assert "fz:operates" in server.get("/ontology", "text/html").text
    assert server.get("/fangzhi/vocab/event-kinds/meeting", "text/turtle").status == 303


def test_the_server_says_how_it_is(server: Server) -> None:
    assert json.loads(server.get("/health").body) == {"status": "ok"}
    server.get("/search?q=x")
    counted = server.get("/metrics").text
    assert re.search(r'fangzhi_requests_total\{method="GET",route="/search",status="200"\} [1-9]', counted)
    assert "fangzhi_queries_busy 0.0" in counted


@pytest.fixture(scope="module")
def built(samples: Path) -> Iterator[Server]:
    from served import serving

    with serving(samples) as found:
        yield found


def test_the_files_of_a_build_can_be_had_and_no_others(built: Server, samples: Path) -> None:
    front = built.get("/").text
    names = re.findall(r'href="/files/([^"]+)"', front)
    assert {"graph.ttl", "graph.nq", "network.html", "tables/posts.csv"} <= set(names)
    for name in set(names):
        assert built.get(f"/files/{name}").body == (samples / name).read_bytes(), name
    for name in ("store/CURRENT", "corrections.tsv", ".staging"):
        assert built.get(f"/files/{name}").status == 404


def test_the_explorer_and_the_network_page_run_their_own_scripts_only(built: Server, samples: Path) -> None:
    for path in ("/files/network.html", *(["/explorer"] if (samples / "explorer.html").exists() else [])):
        got = built.get(path)
        assert "script-src" not in got.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in got.headers["content-security-policy"]
