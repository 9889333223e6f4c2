"""The SPARQL 1.1 Protocol and the Graph Store Protocol: the cases of the W3C's tests that a server for reading has."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import RdfFormat, parse
from served import DOCUMENTS, Server

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
ASK, SELECT, CONSTRUCT = "ASK {}", "SELECT (1 AS ?one) {}", "CONSTRUCT WHERE {?s ?p ?o}"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
ASKED = "/sparql?" + urlencode({"query": ASK})

# what the W3C's test is called | method | path | Content-Type | body | status
REQUESTS = [
    ("query_get", "GET", ASKED, None, None, 200),
    ("query_post_form", "POST", "/sparql", FORM, urlencode({"query": ASK}), 200),
    ("query_post_form with a charset", "POST", "/sparql", f"{FORM}; charset=UTF-8", urlencode({"query": ASK}), 200),
    ("query_post_direct", "POST", "/sparql", QUERY, ASK, 200),
    ("query_post_direct with a charset", "POST", "/sparql", f'{QUERY};charset="utf-8"', ASK, 200),
    ("query_content_type_select", "GET", "/sparql?" + urlencode({"query": SELECT}), None, None, 200),
    ("query_head", "HEAD", ASKED, None, None, 200),
    ("bad_query_method", "PUT", ASKED, None, None, 405),
    ("bad_query_method", "DELETE", ASKED, None, None, 405),
    ("bad_multiple_queries", "GET", ASKED + "&query=ASK%20%7B%7D", None, None, 400),
    ("bad_multiple_queries in a form", "POST", "/sparql", FORM, urlencode([("query", ASK), ("query", SELECT)]), 400),
    ("bad_multiple_queries in address and body", "POST", ASKED, QUERY, ASK, 400),
    ("bad_query_wrong_media_type", "POST", "/sparql", "text/plain", ASK, 415),
    ("bad_query_missing_form_type", "POST", "/sparql", None, urlencode({"query": ASK}), 415),
    ("bad_query_missing_direct_type", "POST", "/sparql", None, ASK, 415),
    ("bad_query_non_utf8", "POST", "/sparql", f"{QUERY}; charset=UTF-16", ASK.encode("utf-16"), 415),
    ("bad_query_non_utf8 unsaid", "POST", "/sparql", QUERY, "ASK { ?s ?p '县' }".encode("gb18030"), 400),
    ("bad_query_non_utf8 in the address", "GET", "/sparql?query=ASK%20%7B%22%CF%D8%22%7D", None, None, 400),
    ("bad_query_syntax", "GET", "/sparql?" + urlencode({"query": "ASK {"}), None, None, 400),
    ("bad_query without a query", "GET", "/sparql?default-graph-uri=urn%3Ax", None, None, 400),
    ("bad_query with an empty form", "POST", "/sparql", FORM, "", 400),
    ("bad_query that is an update", "GET", "/sparql?" + urlencode({"query": "CLEAR ALL"}), None, None, 400),
    ("bad_query_dataset", "GET", ASKED + "&default-graph-uri=no%20iri", None, None, 400),
    ("bad_update_get", "GET", "/sparql?" + urlencode({"update": "CLEAR ALL"}), None, None, 400),
    ("update in a form", "POST", "/sparql", FORM, urlencode({"update": "CLEAR ALL"}), 400),
    ("graph store default", "GET", "/store?default", None, None, 200),
    ("graph store head", "HEAD", "/store?default", None, None, 200),
    ("graph store named", "GET", "/store?graph=" + quote(DOCUMENTS[0], safe=""), None, None, 200),
    ("graph store unknown", "GET", "/store?graph=urn%3Anone", None, None, 404),
    ("graph store nothing named", "GET", "/store", None, None, 400),
    ("graph store both named", "GET", "/store?default&graph=urn%3Anone", None, None, 400),
    ("graph store no IRI", "GET", "/store?graph=a%20b", None, None, 400),
    ("graph store put", "PUT", "/store?default", "text/turtle", "<a:a> <a:b> 1 .", 405),
]  # fmt: skip


@pytest.mark.parametrize(("name", "method", "path", "type", "body", "status"), REQUESTS)
def test_each_request_has_the_status_of_the_protocol(
    server: Server, name: str, method: str, path: str, type: str | None, body: str | None, status: int
) -> None:
    got = server.ask(method, path, body, {"Content-Type": type} if type else {"Content-Type": ""})
    assert got.status == status, (name, got.text)
    assert "Traceback" not in got.text
    if status == 405:
        assert set(got.headers["allow"].split(", ")) <= {"GET", "HEAD", "POST"}
    if status >= 400:
        assert got.type == "text/plain"
        assert len(got.text.splitlines()) == 1


# query | Accept | Content-Type
FORMS = [
    (SELECT, None, JSON), (SELECT, "*/*", JSON), (SELECT, JSON, JSON), (SELECT, "application/json", "application/json"),
    (SELECT, XML, XML), (SELECT, "text/csv", "text/csv"), (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
    (SELECT, f"{XML};q=0.4, text/csv;q=0.9, {JSON};q=0.5", "text/csv"), (SELECT, f"text/turtle, {XML};q=0.1", XML),
    (SELECT, f"{JSON};q=0, */*;q=0.1", XML), (SELECT, "text/*", "text/csv"),
    (ASK, None, JSON), (ASK, XML, XML), (ASK, "text/csv", "text/csv"),
    (CONSTRUCT, None, "text/turtle"), (CONSTRUCT, "application/n-triples", "application/n-triples"),
    (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"), (CONSTRUCT, "application/ld+json", "application/ld+json"),
    (CONSTRUCT, f"{JSON}, text/turtle;q=0.2", "text/turtle"), ("DESCRIBE <urn:a>", "*/*", "text/turtle"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "accept", "type"), FORMS)
def test_each_answer_comes_in_the_form_that_is_liked_best(
    server: Server, query: str, accept: str | None, type: str
) -> None:
    got = server.sparql(query, accept)
    assert (got.status, got.type) == (200, type)
    assert "accept" in got.headers["vary"].lower()


@pytest.mark.parametrize("query", [SELECT, ASK, CONSTRUCT])
def test_what_is_accepted_by_nobody_is_not_given(server: Server, query: str) -> None:
    got = server.sparql(query, "image/png")
    assert got.status == 406
    assert "text/" in got.text


def test_rows_are_the_same_in_every_form(server: Server) -> None:
    query = "SELECT ?name { <region/900101> skos:prefLabel|skos:altLabel ?name } ORDER BY ?name".replace(
        "<region", f"<{DOCUMENTS[0].removesuffix('document/d1')}region"
    )
    names = ["南江", "南江县", "我县"]
    rows = json.loads(server.sparql(query, JSON).body)["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == names
    assert {row["name"]["xml:lang"] for row in rows} == {"zh"}
    tree = ET.fromstring(server.sparql(query, XML).body)
    assert [node.text for node in tree.iter("{http://www.w3.org/2005/sparql-results#}literal")] == names
    assert list(csv.reader(io.StringIO(server.sparql(query, "text/csv").text))) == [["name"], *([n] for n in names)]
    assert server.sparql(query, "text/tab-separated-values").text.splitlines() == [
        "?name",
        *(f'"{n}"@zh' for n in names),
    ]


@pytest.mark.parametrize(
    ("type", "format"),
    [
        ("text/turtle", RdfFormat.TURTLE), ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML), ("application/ld+json", RdfFormat.JSON_LD),
    ],
)  # fmt: skip
def test_a_graph_is_the_same_in_every_form_and_on_every_way(server: Server, type: str, format: RdfFormat) -> None:
    # A name with a control character in it is no XML, and the server must not say otherwise: that graph is left out.
    query = "CONSTRUCT WHERE { ?s a fz:Region ; ?p ?o }"
    reference = set(parse(server.sparql(query, "application/n-triples").body, format=RdfFormat.N_TRIPLES))
    assert set(parse(server.sparql(query, type).body, format=format)) == reference
    assert len(reference) > 5


def test_the_default_graph_is_the_union_and_documents_are_named_graphs(server: Server) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    union = int(server.sparql(count, "text/csv").text.split()[1])
    one, other = (int(server.sparql(count, "text/csv", **{"default-graph-uri": d}).text.split()[1]) for d in DOCUMENTS)
    assert 0 < one < union
    assert one + other == union
    named = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
    assert server.sparql(named, "text/csv").text.split()[1:] == list(DOCUMENTS)
    assert server.sparql(named, "text/csv", **{"named-graph-uri": DOCUMENTS[1]}).text.split()[1:] == [DOCUMENTS[1]]
    whole = parse(server.get("/store?default", "application/n-triples").body, format=RdfFormat.N_TRIPLES)
    assert len(set(whole)) == union


def test_the_dataset_of_the_request_goes_before_that_of_the_query(server: Server) -> None:
    query = f"SELECT DISTINCT ?g FROM NAMED <{DOCUMENTS[0]}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert server.sparql(query, "text/csv").text.split()[1:] == [DOCUMENTS[0]]
    got = server.sparql(query, "text/csv", **{"named-graph-uri": DOCUMENTS[1]})
    assert got.text.split()[1:] == [DOCUMENTS[1]]


def test_without_a_query_the_service_describes_itself(server: Server) -> None:
    got = server.get("/sparql", "application/n-triples")
    assert got.status == 200
    said = {
        quad.predicate.value.rpartition("#")[2]: quad.object.value
        for quad in parse(got.body, format=RdfFormat.N_TRIPLES)
        if hasattr(quad.object, "value")
    }
    assert said["endpoint"] == f"{server.url}/sparql"
    assert "SPARQL11Query" in said["supportedLanguage"]
