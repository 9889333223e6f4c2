"""What the page of the ontology gathers at its top: prefixes, classes with their properties, vocabularies, queries, commands.

All of it is read from where it is said: ontology/fangzhi.ttl, the shapes, the vocabularies, the heads of the queries, and a
build of the sample papers, which tells how many there are of each class and how often a property is there.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg import cli, terms
from kg.ask.queries import find, names
from kg.resources import ONTOLOGY, PIPELINES

SCHEMA = Namespace(terms.PREFIXES["schema"])
# Beyond this a vocabulary is told by its two highest levels.
SHOWN = 500
# How often a property is there: more than a share of the nodes of its class.
OFTEN = ((0.9, "nearly always"), (0.5, "mostly"), (0.0, "at times"))
COMMANDS = (cli.build, cli.regions, cli.rdf12)
GLANCE = (
    "### Classes and their properties at a glance 类与属性一览",
    "A class and those below it, each with how many a build of the sample papers has (`pipelines/samples`, a few short "
    "documents), so that an empty answer can be understood; its properties, their values, and how often they are there. "
    "**Always**: the shapes let no graph pass without. Nearly always (more than nine tenths in the sample), mostly (more "
    "than half) and at times: as the text says so or not, so ask in OPTIONAL.",
    "各类后为样例构建中的个数；**always** 为 SHACL 形状所必有，其余依样例中出现的多少，查询时请放进 OPTIONAL。",
)


def prefixes() -> str:
    """Return the prefixes as Markdown, to be copied."""
    lines = (f"    PREFIX {prefix}: <{iri}>" for prefix, iri in sorted(terms.PREFIXES.items()))
    return "### Prefixes 前缀\n\n" + "\n".join(lines)


def loaded(build: Path) -> Store:
    """Return the facts and the evidence of a build as a reader of the page loads them."""
    store = Store()
    for name in ("graph.ttl", "evidence.ttl"):
        store.load(path=str(build / name), format=RdfFormat.TURTLE)
    return store


def always(shapes: Iterable[Path]) -> frozenset[tuple[URIRef, URIRef]]:
    """Return (class, property) where a shape lets no graph pass without; a warning lets it pass."""
    found = set()
    for path in shapes:
        graph = Graph().parse(path)
        for shape, target in graph.subject_objects(SH.targetClass):
            for one in graph.objects(shape, SH.property):
                doubted = SH.Warning in (graph.value(shape, SH.severity), graph.value(one, SH.severity))
                way = graph.value(one, SH.path)
                if (way, RDF.first, None) in graph:  # of a path the first step
                    way = next(iter(Collection(graph, way)))  # type: ignore[arg-type]
                if graph.value(one, SH.minCount) and isinstance(way, URIRef) and not doubted:
                    assert isinstance(target, URIRef)
                    found.add((target, way))
    return frozenset(found)


def classes(graph: Graph, build: Path) -> str:
    """Return the classes with their properties as Markdown: how many, what values, how often they are there."""
    store, held = loaded(build), always(sorted((ONTOLOGY / "shapes").glob("*.ttl")))
    of = defaultdict[Node, dict[Node, str]](dict)
    for term in dict.fromkeys(graph.subjects(RDFS.label)):
        if (term, RDF.type, OWL.Class) not in graph:
            for domain in ends(graph, term, SCHEMA.domainIncludes, RDFS.domain):
                values = ends(graph, term, SCHEMA.rangeIncludes, RDFS.range)
                of[domain][term] = ", ".join(linked(graph, iri) for iri in values) or "…"
    for domain, term in sorted(held):
        if not any(term in of[above] for above in graph.transitive_objects(domain, RDFS.subClassOf)):
            of[domain][term] = "…"
    rows = []
    order = list(dict.fromkeys(graph.subjects(RDFS.label)))
    order.insert(order.index(URIRef(terms.FZ + "FormerRegion")), RDF.Statement)
    for domain in sorted((domain for domain in of if of[domain]), key=order.index):
        kinds = below(graph, domain)
        members = {kind: instances(store, kind) for kind in kinds}
        every = set[str]().union(*members.values())
        counts = ", ".join(f"{linked(graph, kind)} {len(found)}" for kind, found in members.items() if found)
        head = linked(graph, domain)
        told = counts if counts.startswith(f"{head} ") else f"{head}: {counts or 'in the register, in no build'}"
        rows.append(f'<tr><th colspan="3">{told}</th></tr>')
        written = [kind for kind in kinds if members[kind] or below(graph, kind) == [kind]]
        for prop, values in of[domain].items():
            sure = all(
                any((above, prop) in held for above in graph.transitive_objects(kind, RDFS.subClassOf))
                for kind in written
            )
            share = len(every & having(store, prop)) / max(len(every), 1)
            if sure:
                there = "<b>always</b>"
            elif not every:
                there = "in the register"
            elif not share and domain == SKOS.Concept:
                there = "in the files of the vocabularies"
            else:
                there = often(share)
            rows.append(f"<tr><td>{linked(graph, prop)}</td><td>{values}</td><td>{there}</td></tr>")
    return "\n\n".join((*GLANCE, '<table id="glance">\n' + "\n".join(rows) + "\n</table>"))


def often(share: float) -> str:
    """Return how often a property is there, in words."""
    return next((words for least, words in OFTEN if share > least), "not in the sample")


def ends(graph: Graph, term: Node, exact: URIRef, general: URIRef) -> list[Node]:
    """Return what stands on one side of a property, as exactly as it is said."""
    return list(graph.objects(term, exact)) or list(graph.objects(term, general))


def below(graph: Graph, term: Node) -> list[URIRef]:
    """Return a class and the classes of ours below it, in the order of the ontology."""
    return [kind for kind in graph.transitive_subjects(RDFS.subClassOf, term) if isinstance(kind, URIRef)]


def instances(store: Store, kind: URIRef) -> set[str]:
    """Return the nodes of a class."""
    quads = store.quads_for_pattern(None, NamedNode(str(RDF.type)), NamedNode(str(kind)), DefaultGraph())
    return {str(quad.subject) for quad in quads}


def having(store: Store, prop: Node) -> set[str]:
    """Return the nodes that have a property."""
    return {str(quad.subject) for quad in store.quads_for_pattern(None, NamedNode(str(prop)), None, DefaultGraph())}


def linked(graph: Graph, term: Node) -> str:
    """Return the name of a term, as a link to its place on the page where it has one."""
    curie = graph.namespace_manager.curie(str(term))
    return f'<a href="#{anchor(graph, term)}">{curie}</a>' if (term, RDFS.label, None) in graph else curie


def anchor(graph: Graph, term: Node) -> str:
    """Return where a term stands on the page: the local name of ours, prefix and local name of another's."""
    return graph.namespace_manager.curie(str(term)).removeprefix("fz:").replace(":", "-")


def vocabularies() -> str:
    """Return the vocabularies as Markdown: each with its IRI, and its concepts as a list to be opened."""
    lines = [
        "### Vocabularies 词表",
        "The IRI of a concept is that of its vocabulary, a slash, and its `skos:notation`: "
        "`https://w3id.org/fangzhi/vocab/project-stages/construction`. In units what an IRI does not bear is "
        "percent-encoded (`%` is `units/%25`); comparators, five-year plans and ranks of posts have a word of their own "
        "behind the slash, given in brackets below: to be safe, ask for `skos:notation` and `skos:inScheme`. "
        "Names are in zh and en, those of the two classifications of industries in zh alone. "
        "A concept stands behind the one that it lies below (`skos:broader`), in brackets; "
        "behind a post, a title as printed that is one.",
        "概念的 IRI 是词表的 IRI 加斜线和 `skos:notation`；比较关系、五年规划、职级次序例外，斜线后的词列在方括号中。",
    ]
    for path in sorted((ONTOLOGY / "vocab").glob("*.ttl")):
        graph = Graph().parse(path)
        (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
        concepts = list(dict.fromkeys(graph.subjects(RDF.type, SKOS.Concept)))
        tops = [concept for concept in concepts if (concept, SKOS.topConceptOf, scheme) in graph]
        whole = len(concepts) <= SHOWN
        many = f"{len(concepts)} concepts" + ("" if whole else ", the two highest levels")
        trees = [tree(graph, str(scheme), top, 9 if whole else 2) for top in tops]
        listed = "\n".join(f"<li>{one}</li>" for one in trees)
        lines.append(
            f"<details><summary><b>{name(graph, scheme)}</b> <code>{scheme}</code> ({many}; "
            f'<a href="../ontology/vocab/{path.name}">{path.name}</a>)</summary>'
            + (f"<ul>{listed}</ul>" if (None, SKOS.broader, None) in graph else f"<p>{', '.join(trees)}</p>")
            + "</details>"
        )
    return "\n\n".join(lines)


def tree(graph: Graph, scheme: str, concept: Node, levels: int) -> str:
    """Return a concept with those below it in brackets."""
    notation = str(graph.value(concept, SKOS.notation))
    own = str(concept).removeprefix(f"{scheme}/")
    shown = f"<code>{escape(notation)}</code>"
    if own != notation and "%" not in own:
        shown += f" [<code>{own}</code>]"
    shown += f" {escape(name(graph, concept))}"
    if scheme.endswith("/posts") and (printed := printed_titles().get(notation)):
        shown += f": {printed}"
    parts = [tree(graph, scheme, one, levels - 1) for one in graph.subjects(SKOS.broader, concept) if levels > 1]
    return f"{shown} ({', '.join(parts)})" if parts else shown


@cache
def printed_titles() -> dict[str, str]:
    """Return a printed title that is a post, by the notation of the post."""
    rows = map(json.loads, (PIPELINES / "patterns" / "offices.jsonl").read_text("utf8").splitlines())
    return {row["id"]: row["example"] for row in reversed(list(rows))}


def name(graph: Graph, concept: Node) -> str:
    """Return the names of a concept or scheme, Chinese first."""
    labels = {
        label.language: str(label) for label in graph.objects(concept, SKOS.prefLabel) if isinstance(label, Literal)
    }
    return " ".join(labels[language] for language in ("zh", "en") if language in labels)


def asked() -> str:
    """Return the named queries and the commands as Markdown, a line each."""
    lines = [
        "### Named queries and commands 现成的查询与命令",
        "`fangzhi ask OUT NAME` answers a named query from a build; each file says what its parameters are.",
        "",
        *(
            f"* [`{query.name}`](../ontology/queries/{query.name}.rq): {query.en}. {query.zh}"
            for query in map(find, names())
            if query.title
        ),
        *(f"* `fangzhi {command.__name__}`: {str(command.__doc__).splitlines()[0]}" for command in COMMANDS),
    ]
    return "\n".join(lines)
