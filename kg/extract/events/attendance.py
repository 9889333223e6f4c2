"""Who takes part: those who attend, preside, speak, award, receive or sign, in the sentences about an event."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.events.words import regex, verbs
from kg.extract.scene import Named, Scene
from kg.model import EventKind, Name

_BODIES = frozenset({"Organization", "Platform", "Region"})


def attending(scene: Scene, kind: EventKind, told: int = -1) -> Iterator[Name]:
    """Yield who a sentence shows taking part in an event: persons by a verb of attendance, bodies that speak or sign.

    A sentence that ends with a name is a by-line in the text (平川县县长 周明远): the speaker's. ``told`` is where the
    sentence has named the event, behind which it goes on with what is signed there.
    """
    whole = _going_on(scene)
    yield from (person.name for person in persons(scene) if _attends(whole, person, kind))
    yield from _taking_part(scene, "heads-attend" if kind == "inspection" else "speaks")
    if kind != "inspection":
        if kind == "signing" or regex("then").match(scene.text, _whole(scene), scene.end):
            yield from parties(scene)
        elif told >= 0:
            yield from parties(replace(scene, begin=scene.clause(told)[1]))


def _whole(scene: Scene) -> int:
    """Return where the sentence begins of which this is a part behind ；."""
    return (
        scene.begin if scene.text[scene.begin - 1 : scene.begin] != "；" else scene.text.rfind("。", 0, scene.begin) + 1
    )


def signers(scene: Scene) -> Iterator[Name]:
    """Yield the companies of a list of what is signed for at an event (某某公司投资8亿元的某某项目)."""
    bodies = (n for n in scene.names if n.name.kind == "Organization" and not n.nested)
    yield from (n.name for n in bodies if regex("signs-up").match(scene.text, n.end, scene.end))


def _going_on(scene: Scene) -> Scene:
    """Return a part of a sentence that ends with a name and ； with what comes behind: who they are is told there."""
    named = any(person.end == scene.end - 1 for person in persons(scene)) and scene.text[scene.end - 1] == "；"
    stop = regex("stop").search(scene.text, scene.end) if named else None
    return replace(scene, end=stop.start()) if stop else scene


def persons(scene: Scene) -> Iterator[Named]:
    """Yield the persons named in a sentence."""
    return (n for n in scene.names if n.name.kind == "Person")


def parties(scene: Scene) -> Iterator[Name]:
    """Yield the bodies before a verb of signing in its clause (某镇与某公司签订协议), but for the document's home."""
    for verb in regex("signed").finditer(scene.text, scene.begin, scene.end):
        begin, end = scene.clause(verb.start())[0], verb.start()
        if regex("ahead").search(scene.text, begin, end):
            continue
        for n in _bodies(scene, begin, end):
            after = scene.text[n.end : end]
            if regex("partner").match(after) and not regex("stage").search(scene.text, begin, n.begin):
                yield n.name


def joined(scene: Scene, begin: int, end: int) -> list[Name]:
    """Return the bodies that the name of a signing begins with (某县与某公司战略合作签约仪式), but for the home."""
    row: list[Named] = []
    for n in (n for n in scene.names if n.name.kind in _BODIES and not n.nested and begin <= n.begin and n.end <= end):
        if n.begin == begin or (row and regex("listed").fullmatch(scene.text, row[-1].end, n.begin)):
            row.append(n)
    return [n.name for n in row if n.name != scene.home] if len(row) > 1 else []


def hosts(scene: Scene, meeting: int) -> list[Name]:
    """Return the bodies of the list that holds the signing named at an offset (甲公司、乙公司举行…签约仪式)."""
    row: list[Named] = []
    for n in reversed([n for n in scene.names if n.name.kind in _BODIES and not n.nested and n.end <= meeting]):
        behind = ("hosts", meeting) if not row else ("listed", row[0].begin)
        if not regex(behind[0]).fullmatch(scene.text, n.end, behind[1]):
            break
        row.insert(0, n)
    return [n.name for n in row if n.name != scene.home] if len(row) > 1 else []


def witnesses(scene: Scene, before: Iterator[Name] | tuple[Name, ...]) -> Iterator[Name]:
    """Yield the persons of the event before that 双方 stands for at the signing after it."""
    both = regex("both").search(scene.text, scene.begin, scene.end)
    if both and not any(True for _ in parties(replace(scene, end=both.start()))):
        yield from (name for name in before if name.kind == "Person")


def _attends(scene: Scene, person: Named, kind: EventKind) -> bool:
    before, after = scene.text[scene.begin : person.begin], scene.text[person.end : scene.end]
    if not after or regex("attended").search(before):
        return True
    heard = kind != "inspection" and _heard(before, after)
    if kind == "inspection" and regex("opines").match(after):
        return False
    if heard or regex("cited").search(after) or regex("says").match(after):
        return heard and not regex("cited").search(after)
    return verbs("attend").search(after) is not None


def _heard(before: str, after: str) -> bool:
    """Tell whether a person speaks at a meeting: reports, declares, leads the place, or is heard behind 座谈会上."""
    if regex("reports").match(after) or regex("declares").match(after):
        return True
    if regex("says").match(after):
        return regex("leader").search(before) is not None
    return regex("within").search(before) is not None and regex("voices").match(after) is not None


def _taking_part(scene: Scene, how: str) -> Iterator[Name]:
    """Yield the bodies of a list that ends right before a verb of speaking or attending (甲县、乙区作交流发言)."""
    found: list[Name] = []
    follower = scene.end
    for n in reversed(list(_bodies(scene, scene.begin, scene.end))):
        joint = scene.text[n.end : follower]
        listed = found and (regex("listed").fullmatch(joint) or (how == "heads-attend" and joint == "，"))
        speaks = regex(how).match(scene.text, n.end, scene.end)
        if listed or (speaks and not regex("stage").search(scene.text, scene.begin, n.begin)):
            found.append(n.name)
            follower = n.begin
    yield from reversed(found)


def _bodies(scene: Scene, begin: int, end: int) -> Iterator[Named]:
    """Yield the bodies named between two offsets, but for the document's home and for 全市, 我县 and the like."""
    for n in scene.names:
        inside = begin <= n.begin and n.end <= end and n.name.kind in _BODIES and not n.nested
        board = regex("board").match(scene.text, n.end, end) if inside and n.name.kind != "Organization" else None
        if board:
            yield Named(n.begin, board.end(), Name("Organization", n.name.text + board[0]))
        elif inside and n.name != scene.home and not regex("own").match(scene.text, n.begin, n.end):
            yield n
