"""What is asked in bad faith, or by mistake, is refused in time and with a clear word, and the server goes on."""

import http.client
import json
import random
import re
import socket
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from served import Server, serving, until

from kg.serve.answers.graph import RefusedError
from kg.serve.answers.sparql import ensure_local

# Every pair, then every triple of statements …: the more, the longer it takes, and the larger it is.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GIGANTIC = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SMALL = "ASK {}"


@pytest.fixture(scope="module")
def strict(folder: Path) -> Iterator[Server]:
    """A server that gives little time and little room."""
    with serving(folder, "--timeout", 2, "--max-megabytes", 1, "--workers", 2) as found:
        yield found


def raw(server: Server, data: bytes, timeout: float = 30) -> bytes:
    """Send bytes and return all that comes back until the server closes."""
    with socket.create_connection((server.host, server.port), timeout) as connection:
        with suppress(OSError):
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        found = b""
        with suppress(OSError):  # what the server does not want to read
            while piece := connection.recv(65536):
                found += piece
        return found


def answers(server: Server) -> bool:
    """Say whether a server answers, if need be when it has put new processes in the place of those it ended."""
    return until(lambda: server.sparql(SMALL).status == 200)


def test_a_query_that_takes_too_long_is_ended_and_the_next_is_answered(strict: Server) -> None:
    assert until(lambda: strict.sparql(ENDLESS).status == 504)
    assert answers(strict)
    assert until(lambda: bool(re.search(r"fangzhi_queries_replaced [1-9]", strict.get("/metrics").text)))


def test_a_gigantic_answer_breaks_off_so_that_nobody_takes_it_for_whole(strict: Server) -> None:
    assert answers(strict)
    with pytest.raises(http.client.IncompleteRead) as broken:
        strict.sparql(GIGANTIC, "text/csv")
    assert len(broken.value.partial) <= 2**20
    assert answers(strict)


def test_a_slow_reader_holds_no_memory_and_no_process_for_ever(strict: Server) -> None:
    asked = f"GET /sparql?{urlencode({'query': GIGANTIC})} HTTP/1.1\r\nHost: {strict.host}\r\n\r\n".encode()
    readers = [socket.create_connection((strict.host, strict.port)) for _ in range(4)]
    for reader in readers:
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        reader.sendall(asked)
    assert strict.sparql(SMALL).status in (200, 503)
    assert answers(strict)
    for reader in readers:
        reader.close()


def test_a_client_that_goes_sets_its_process_free(strict: Server) -> None:
    for _ in range(4):
        with socket.create_connection((strict.host, strict.port)) as connection:
            connection.sendall(
                f"GET /sparql?{urlencode({'query': ENDLESS})} HTTP/1.1\r\nHost: {strict.host}\r\n\r\n".encode()
            )
    assert until(lambda: "fangzhi_queries_busy 0.0" in strict.get("/metrics").text)
    assert answers(strict)


def test_pages_do_not_wait_for_queries(strict: Server) -> None:
    with ThreadPoolExecutor(8) as pool:
        long = [pool.submit(strict.sparql, ENDLESS) for _ in range(8)]
        assert until(lambda: strict.get("/search?q=南江").status == 200)
        assert strict.get("/health").status == 200
        assert {one.result().status for one in long} <= {503, 504}


def test_a_thousand_queries_at_once_are_answered_or_refused(server: Server) -> None:
    def ask(number: int) -> tuple[int, str]:
        got = server.sparql(f"SELECT ({number} AS ?n) {{}}", "text/csv")
        if got.status == 503:
            assert int(got.headers["retry-after"]) > 0
            return 503, ""
        return got.status, got.text.split()[1] if got.text.split()[1] == str(number) else "wrong"

    with ThreadPoolExecutor(200) as pool:
        found = list(pool.map(ask, range(1000)))
    statuses = Counter(status for status, _ in found)
    assert set(statuses) <= {200, 503}
    assert statuses[200] >= 50
    assert "wrong" not in {text for _, text in found}
    assert server.sparql(SMALL).status == 200


@pytest.mark.parametrize(
    "query",
    [
        "{" * 50_000, "SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}", "SELECT * { FILTER(" + "(" * 30_000 + "1" + ")" * 30_000 + ") }",
        "SELECT * { FILTER(" + "!" * 50_000 + "1) }", "\x00", "SELECT * { ?s ?p '\udcff' }", "SELECT * { ?s <a b> ?o }", "SELECT * { ?s <\u202e> ?o }",
        "ASK { ?s ?p \"" + "x" * 200_000 + "\" }", "SELECT * WHERE { BIND(REPLACE('" + "a" * 30 + "', '(a+)+$', 'b') AS ?x) }",
        "SELECT (GROUP_CONCAT(?x) AS ?y) { VALUES ?x { " + "'x' " * 10_000 + " } }",
        "ASK { <http://a/\n\r\nSet-Cookie: x=1> ?p ?o }", "SELECT * { ?s ?p 'x'@" + "a-" * 1000 + "a }",
    ],
    ids=range(13),
)  # fmt: skip
def test_malformed_and_monstrous_queries_have_an_answer(strict: Server, query: str) -> None:
    body = query.encode("utf8", "surrogateescape")
    got = strict.ask("POST", "/sparql", body, {"Content-Type": "application/sparql-query"})
    assert got.status in (200, 400, 500, 503, 504)
    assert "Traceback" not in got.text and str(Path.home()) not in got.text and "/tmp" not in got.text
    assert "set-cookie" not in got.headers
    assert answers(strict)


REFUSED = [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }", "SELECT * { service silent <%s> { ?s ?p ?o } }", "SELECT * { SERVICE<%s>{ ?s ?p ?o } }",
    "PREFIX e: <%s> SELECT * { SERVICE e:a { ?s ?p ?o } }", "PREFIX : <%s> SELECT * { SERVICE:a { ?s ?p ?o } }", "PREFIX e: <%s> SELECT * { SERVICEe:a { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <%s> { ?s ?p ?o } }", "SELECT * { ?s ?p trueSERVICE <%s> { ?s ?p ?o } }", "SELECT * { ?s ?p 'x'SERVICE#\n<%s> { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE#>\n<%s>{ ?s ?p ?o } }", "SELECT * { BIND(<%s> AS ?x) SERVICE ?x { ?s ?p ?o } }", "SELECT * { BIND(<%s> AS ?x) SERVICE $x { ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment <\r#another\n SILENT\t<%s> { ?s ?p ?o } }", "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }", "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
]  # fmt: skip


@pytest.mark.parametrize("query", REFUSED)
def test_no_query_makes_the_server_ask_another(server: Server, query: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.05)
        got = server.sparql(query % f"http://127.0.0.1:{other.getsockname()[1]}/")
        assert got.status == 403 and got.text.startswith("SERVICE is off")
        with pytest.raises(TimeoutError):
            other.accept()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?x { ?service ?x ?o }",
        "PREFIX s: <urn:s#> ASK { ?s s:service ?o ; s:service <urn:a> }",
        "ASK { ?s <https://schema.org/service> ?o }",
        "ASK { ?s ?p 'the service' }",
    ],
)
def test_what_only_has_the_word_is_answered(server: Server, query: str) -> None:
    assert server.sparql(query).status == 200


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            [
                "SERVICE",
                "service",
                "SILENT",
                "<urn:x>",
                "?x",
                "e:a",
                ":a",
                "{",
                "}",
                " ",
                "\n",
                "#",
                "#>\n",
                "'",
                '"',
                "1",
                "true",
                ".",
                "<",
                ">",
                "(",
                ")",
                "FILTER",
                "?s ?p ",
                "\\u0053",
            ]
        ),
        max_size=14,
    )
)
def test_what_the_store_would_take_for_a_service_is_refused(parts: list[str]) -> None:
    """The store itself is the judge: a query that it would send on, to an address that nobody is at, must be refused."""
    from pyoxigraph import Store

    query = "PREFIX e: <urn:e:> PREFIX : <urn:d:> SELECT * { " + "".join(parts) + " { ?s ?p ?o } }"
    try:
        list(Store().query(query))
    except SyntaxError:
        return
    except (OSError, RuntimeError, ValueError):
        with pytest.raises(RefusedError):
            ensure_local(query)


RAW = [
    b"\r\n\r\n", b"GARBAGE\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: localhost\r\n\r\n", b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n", b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFFFF\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n", b"CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n", b"TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    b"GET /search?q=%0d%0aSet-Cookie:%20a=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"GET /id/%0d%0aSet-Cookie:a=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    b"GET /id?iri=urn:a%0d%0aSet-Cookie:a=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"GET /id//evil.example/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
]  # fmt: skip


@pytest.mark.parametrize("data", RAW, ids=range(len(RAW)))
def test_raw_rubbish_gets_a_status_or_nothing_and_nothing_leaks(server: Server, data: bytes) -> None:
    found = raw(server, data)
    head, _, body = found.partition(b"\r\n\r\n")
    assert not found or re.match(rb"HTTP/1\.1 (200|303|4\d\d|503) ", head), found[:200]
    assert b"\nset-cookie" not in head.lower() and b"Traceback" not in body
    for location in re.findall(rb"(?i)location: (.*)", head):
        assert location.startswith(b"/") and not location.startswith(b"//")
    assert server.get("/health").status == 200


def test_a_body_over_the_limit_is_refused_however_it_comes(server: Server) -> None:
    large = b"ASK { ?s ?p '" + b"x" * 2**20 + b"' }"
    assert server.ask("POST", "/sparql", large, {"Content-Type": "application/sparql-query"}).status == 413
    connection = http.client.HTTPConnection(server.host, server.port, timeout=60)
    try:
        connection.request(
            "POST",
            "/sparql",
            iter([large[:600_000], large[600_000:]]),
            {"Content-Type": "application/sparql-query"},
            encode_chunked=True,
        )
        assert connection.getresponse().status == 413
    except BrokenPipeError:
        pass
    finally:
        connection.close()


def test_only_names_of_this_machine_are_answered_to(server: Server, folder: Path) -> None:
    for host, status in (
        ("localhost", 200),
        (f"127.0.0.1:{server.port}", 200),
        ("[::1]", 200),
        ("graph.example", 421),
        ("127.0.0.1.graph.example", 421),
        ("a b", 400),
    ):
        assert server.get("/health", Host=host).status == status, host
    with serving(folder, "--workers", 1, "--name", "graph.example", "--cors", "https://app.example") as other:
        assert other.get("/health", Host="graph.example").status == 200
        assert other.get("/health", Host="other.example").status == 421
        allowed = other.get("/health", Origin="https://app.example")
        assert allowed.headers["access-control-allow-origin"] == "https://app.example"
        assert "access-control-allow-origin" not in other.get("/health", Origin="https://evil.example").headers
    assert "access-control-allow-origin" not in server.get("/health", Origin="https://app.example").headers


def test_every_response_has_its_security_headers(server: Server) -> None:
    for path in ("/", "/none", "/sparql?query=x", "/store", "/health"):
        headers = server.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "server" not in headers


def test_iris_with_quotes_and_controls_are_data(server: Server) -> None:
    draw = random.Random(7)
    signs = "\"'<>{}|\\^`%\x00\x07\x1f\x7f\u202e\u3000\ufffd县 &#?/;=\n\r\t"
    for _ in range(60):
        text = "".join(draw.choices(signs, k=6))
        for path in (
            "/page/region/",
            "/page?iri=urn:",
            "/data?iri=",
            "/store?graph=",
            "/id/a/",
            "/search?q=",
            "/queries/posts?region=",
            "/files/",
        ):
            got = server.get(path + quote(text, safe=""))
            assert got.status in (200, 303, 400, 404), (path, text)
            assert "Traceback" not in got.text
    assert json.loads(server.get("/health").body) == {"status": "ok"}
    assert threading.active_count() < 50


SCRIPT = """
import sys
from pathlib import Path
from kg.serve.server import serve
from kg.serve.settings import Settings
serve(Settings(Path(sys.argv[1]), port=0, workers=1, patience=0.5, memory=400 * 2**20), lambda at: print(at, flush=True))
"""


@pytest.fixture(scope="module")
def narrow(folder: Path) -> Iterator[Server]:
    """A server with little patience and little memory."""
    with serving(folder, command=[sys.executable, "-c", SCRIPT]) as found:
        yield found


def test_who_sends_a_request_too_slowly_is_not_waited_for(narrow: Server) -> None:
    for begun in (b"", b"GET / HTT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "):
        with socket.create_connection((narrow.host, narrow.port), 30) as connection:
            connection.sendall(begun)
            assert connection.recv(100) == b""
    head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 9\r\n\r\nASK"
    with socket.create_connection((narrow.host, narrow.port), 30) as connection:
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 408 ")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process by what it writes to")
def test_a_query_that_needs_too_much_memory_ends_alone(narrow: Server) -> None:
    got = narrow.sparql(GIGANTIC + " ORDER BY ?a ?d ?g ?j")
    assert (got.status, "memory" in got.text) == (500, True)
    assert answers(narrow)
