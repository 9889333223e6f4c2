"""The JSON-LD context, ontology/context.jsonld: written by ``make docs`` from ontology/fangzhi.ttl, a simple name for each term."""

import json
from typing import Any

from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

from kg import terms
from kg.resources import ONTOLOGY

CONTEXT = ONTOLOGY / "context.jsonld"
XSD = terms.PREFIXES["xsd"]
# JSON has them, so that their values need no datatype.
PLAIN = {XSD + "string", XSD + "integer"}


def context() -> str:
    """Return the context as JSON, a term a line."""
    graph = Graph(bind_namespaces="none").parse(ONTOLOGY / "fangzhi.ttl")
    named: dict[str, Any] = {
        "@version": 1.1,
        **dict(sorted(terms.PREFIXES.items())),
        "id": "@id",
        "type": "@type",
    }
    for term in dict.fromkeys(graph.subjects(RDFS.label)):
        assert isinstance(term, URIRef)
        curie = graph.namespace_manager.curie(str(term))
        name = curie.partition(":")[2]
        assert name not in named, f"{curie}: {name} means {named[name]} already"
        of = values(graph, term)
        named[name] = {"@id": curie, **of} if of else curie
    lines = (f"    {json.dumps(name)}: {json.dumps(meant)}" for name, meant in named.items())
    return '{\n  "@context": {\n' + ",\n".join(lines) + "\n  }\n}\n"


def values(graph: Graph, term: URIRef) -> dict[str, Any]:
    """Return what the values of a property are, where they are all of one kind that JSON does not have."""
    if (term, RDF.type, OWL.ObjectProperty) in graph:
        return {"@type": "@id"}
    schema = Namespace(terms.PREFIXES["schema"])
    found = {str(iri) for iri in graph.objects(term, schema.rangeIncludes)} or set(
        map(str, graph.objects(term, RDFS.range))
    )
    if found == {str(RDF.langString)}:
        return {"@language": "zh"}
    if len(found) == 1 and not found & PLAIN and (term, RDF.type, OWL.DatatypeProperty) in graph:
        return {"@type": graph.namespace_manager.curie(found.pop())}
    return {}


if __name__ == "__main__":
    CONTEXT.write_text(context(), "utf8")
