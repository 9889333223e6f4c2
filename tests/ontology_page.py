"""The page of the ontology, docs/ontology.html: written by ``make docs`` with pylode, from ontology/ and the sample papers.

pylode shows what the Turtle says; some things are prepared for it. A term is headed by the name that a query gives it and its
Chinese label; its place on the page is its own local name, so that its IRI leads there; what a query needs at hand is gathered
at the top (tests/ontology_lists.py), so the lists that pylode makes of it again, at every class, are left out.
"""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from answers import sample
from ontology_lists import SCHEMA, anchor, asked, classes, prefixes, vocabularies
from pylode import OntPub
from pylode.rdf_elements import ONTDOC
from rdflib import DCTERMS, OWL, RDF, RDFS, Graph, Literal, URIRef

from kg.resources import ONTOLOGY

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "ontology.html"
STYLE = ROOT / "docs" / "ontology.css"


def page(build: Path) -> str:
    """Return the page as HTML, with the counts of a build of the sample papers."""
    graph = Graph(bind_namespaces="none").parse(ONTOLOGY / "fangzhi.ttl")
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)
    graph.set((ontology, DCTERMS.title, Literal(" ".join(graph.objects(ontology, DCTERMS.title)))))
    at_hand = "\n\n".join((prefixes(), classes(graph, build), asked(), vocabularies()))
    graph.add((ontology, DCTERMS.description, Literal(at_hand)))
    for term in dict.fromkeys(graph.subjects(RDF.type)):
        if (term, RDFS.label, None) in graph:
            (zh,) = (label for label in graph.objects(term, RDFS.label) if getattr(label, "language", "") == "zh")
            graph.set((term, RDFS.label, Literal(f"{graph.namespace_manager.curie(str(term))} {zh}")))
        elif term != ontology:  # what we are only aligned with is linked to, not listed
            graph.remove((term, RDF.type, None))
    graph.remove((None, RDF.type, OWL.FunctionalProperty))  # which would be listed once more
    for exact, general in ((SCHEMA.domainIncludes, RDFS.domain), (SCHEMA.rangeIncludes, RDFS.range)):
        for term in set(graph.subjects(exact)):
            graph.remove((term, general, None))
    made = OntPub(graph)
    for told in (ONTDOC.inDomainOf, ONTDOC.inDomainIncludesOf, ONTDOC.inRangeOf, ONTDOC.inRangeIncludesOf):
        made.ont.remove((None, told, None))
    made.fids.update(
        {str(term): anchor(graph, term) for term in graph.subjects(RDFS.label) if isinstance(term, URIRef)}
    )
    return dressed(str(made.make_html()))


def dressed(html: str) -> str:
    """Return the page in our style, without pylode's own and the texts of others that it adds."""
    html = re.sub(r"<style>.*?</style>", lambda _: f"<style>\n{STYLE.read_text('utf8')}</style>", html, flags=re.DOTALL)
    html = re.sub(r'<link [^>]*rel="icon"[^>]*>', '<meta name="viewport" content="width=device-width">', html, count=1)
    html = re.sub(r'\s*<link [^>]*rel="icon"[^>]*>', "", html)
    html = re.sub(
        r"(<script [^>]*>)(.*?)(</script>)", lambda found: found[1] + told(found[2]) + found[3], html, flags=re.DOTALL
    )
    html = re.sub(r' title="[^"]*\. Defined in [^"]*"', "", html)
    # Half of what pylode writes is indentation.
    parts = re.split(r"(<pre>.*?</pre>)", html, flags=re.DOTALL)
    return "".join(part if part.startswith("<pre>") else re.sub(r"[ \t]*\n\s*", "\n", part) for part in parts) + "\n"


def told(description: str) -> str:
    """Return pylode's description of the page for machines, with the first paragraph alone of what the page says."""
    (about,) = json.loads(description)
    texts = [text for text in about["https://schema.org/description"] if "@language" in text]
    about["https://schema.org/description"] = [
        text | {"@value": text["@value"].partition("\n")[0]}
        for text in sorted(texts, key=lambda text: text["@language"])
    ]
    return json.dumps(about, ensure_ascii=False, indent=0)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        PAGE.write_text(page(sample(Path(folder) / "out")), "utf8")
