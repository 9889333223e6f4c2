"""The page of the ontology, docs/ontology.html: written by ``make docs`` with pylode, from ontology/fangzhi.ttl and the vocabularies.

pylode shows what the Turtle says; some things are prepared for it. A term is headed by the name that a query gives it and its
Chinese label; its place on the page is its own local name, so that its IRI leads there; and what a query needs at hand is
gathered at the top: prefixes, what each property joins, and the vocabularies with their notations.
"""

import re
from pathlib import Path

from pylode import OntPub
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from kg import terms
from kg.resources import ONTOLOGY

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "ontology.html"
STYLE = ROOT / "docs" / "ontology.css"
# Beyond this a vocabulary is told by its size and its highest concepts.
SHOWN = 40


def page() -> str:
    """Return the page as HTML."""
    graph = Graph(bind_namespaces="none").parse(ONTOLOGY / "fangzhi.ttl")
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)
    graph.set((ontology, DCTERMS.title, Literal(" ".join(graph.objects(ontology, DCTERMS.title)))))
    at_hand = "\n\n".join((prefixes(), properties(graph), vocabularies()))
    graph.add((ontology, DCTERMS.description, Literal(at_hand)))
    for term in dict.fromkeys(graph.subjects(RDF.type)):
        if (term, RDFS.label, None) in graph:
            (zh,) = (label for label in graph.objects(term, RDFS.label) if getattr(label, "language", "") == "zh")
            graph.set((term, RDFS.label, Literal(f"{graph.namespace_manager.curie(str(term))} {zh}")))
        elif term != ontology:  # what we are only aligned with is linked to, not listed
            graph.remove((term, RDF.type, None))
    graph.remove((None, RDF.type, OWL.FunctionalProperty))  # which would be listed once more
    made = OntPub(graph)
    made.fids.update(
        {str(term): anchor(graph, term) for term in graph.subjects(RDFS.label) if isinstance(term, URIRef)}
    )
    return dressed(str(made.make_html()))


def dressed(html: str) -> str:
    """Return the page in our style, without pylode's own and the texts of others that it adds."""
    html = re.sub(r"<style>.*?</style>", lambda _: f"<style>\n{STYLE.read_text('utf8')}</style>", html, flags=re.DOTALL)
    html = re.sub(r'<link [^>]*rel="icon"[^>]*>', '<meta name="viewport" content="width=device-width">', html, count=1)
    html = re.sub(r'\s*<link [^>]*rel="icon"[^>]*>', "", html)
    html = re.sub(r' title="[^"]*\. Defined in [^"]*"', "", html)
    # Half of what pylode writes is indentation.
    parts = re.split(r"(<pre>.*?</pre>)", html, flags=re.DOTALL)
    return "".join(part if part.startswith("<pre>") else re.sub(r"[ \t]*\n\s*", "\n", part) for part in parts) + "\n"


def anchor(graph: Graph, term: URIRef) -> str:
    """Return where a term stands on the page: the local name of ours, prefix and local name of another's."""
    return graph.namespace_manager.curie(str(term)).removeprefix("fz:").replace(":", "-")


def prefixes() -> str:
    """Return the prefixes as Markdown, to be copied."""
    lines = (f"    PREFIX {prefix}: <{iri}>" for prefix, iri in sorted(terms.PREFIXES.items()))
    return "### Prefixes 前缀\n\n" + "\n".join(lines)


def properties(graph: Graph) -> str:
    """Return what each property joins as Markdown: the classes that have it, its name, and what its values are."""
    schema = Namespace(terms.PREFIXES["schema"])
    lines = ["### Properties at a glance 属性一览", ""]
    for term in dict.fromkeys(graph.subjects(RDFS.label)):
        if (term, RDF.type, OWL.Class) not in graph:
            ends = []
            for exact, general in ((schema.domainIncludes, RDFS.domain), (schema.rangeIncludes, RDFS.range)):
                found = list(graph.objects(term, exact)) or list(graph.objects(term, general))
                ends.append(", ".join(f"`{graph.namespace_manager.curie(str(iri))}`" for iri in found) or "…")
            lines.append(f"* {ends[0]} **{graph.namespace_manager.curie(str(term))}** {ends[1]}")
    return "\n".join(lines)


def vocabularies() -> str:
    """Return the vocabularies as Markdown: each with its IRI, how many concepts it has, and their notations and names."""
    lines = ["### Vocabularies 词表", "Concepts have a `skos:notation` and a `skos:prefLabel` in zh and en."]
    for path in sorted((ONTOLOGY / "vocab").glob("*.ttl")):
        graph = Graph().parse(path)
        (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
        concepts = list(dict.fromkeys(graph.subjects(RDF.type, SKOS.Concept)))
        tops = [concept for concept in concepts if (concept, SKOS.topConceptOf, scheme) in graph]
        few = concepts if len(concepts) <= SHOWN else tops
        count = f"{len(concepts)} concepts" + ("" if few is concepts else f", {len(tops)} of them at the top")
        names = (f"`{graph.value(concept, SKOS.notation)}` {name(graph, concept)}" for concept in few[:SHOWN])
        lines += ["", f"**{name(graph, scheme)}** `{scheme}` ({count}): " + ", ".join(names)]
    return "\n".join(lines)


def name(graph: Graph, concept: object) -> str:
    """Return the names of a concept or scheme, Chinese first."""
    assert isinstance(concept, URIRef)
    labels = {
        label.language: str(label) for label in graph.objects(concept, SKOS.prefLabel) if isinstance(label, Literal)
    }
    return " ".join(labels[language] for language in ("zh", "en") if language in labels)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf8")
