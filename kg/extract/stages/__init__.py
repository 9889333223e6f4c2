"""Stages: where projects, companies and carriers stand, from the first talks to full capacity, and when."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate.spans import marked
from kg.extract.figures.page import Page
from kg.extract.figures.time.course import course
from kg.extract.scene import scenes
from kg.extract.stages.dates import Dates
from kg.extract.stages.standing import standing
from kg.extract.stages.things import Subjects
from kg.extract.stages.words import verbs
from kg.model import Name, Quote, Stage

__all__ = ["stages"]


def stages(doc: Doc) -> Iterator[Stage]:
    """Yield the stages that a document tells, in the order of the text; each sentence tells one once."""
    page = Page.of(doc)
    running = course(doc, page)
    dates = Dates(doc, page)
    subjects = Subjects({end: begin for begin, (end, _) in page.periods.items()} | dates.relative)
    blocks = [begin for begin, *_ in marked(doc, "blocks")]
    for scene in scenes(doc):
        subjects.enter(scene, bisect_right(blocks, scene.begin))
        seen = set[tuple[Name, str, str]]()
        for verb in verbs(scene):
            if (who := subjects.of(scene, verb)) is None:
                continue
            stretch = running.at(scene.begin)
            found = standing(scene, page, verb, who, stretch, dates)
            if found is None:
                continue
            status, date = found
            for thing in who.things:
                if (thing, verb.stage, status) not in seen and thing != scene.home:
                    seen.add((thing, verb.stage, status))
                    yield Stage(
                        thing, verb.stage, date, status, Quote(min(who.begin, verb.begin), max(who.end, verb.end))
                    )
        subjects.leave(scene)
