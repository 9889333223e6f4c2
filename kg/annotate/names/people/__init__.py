"""People: names that LAC sees, or that stand beside a post or a calling, and that begin with a surname."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import heapify, heappop, heappush

from kg import register
from kg.annotate.names.people.personal import FAIR, SURE, ends, grade, is_name, unknown, unread
from kg.annotate.names.view import Found, View, touches
from kg.model import Name
from kg.resources import pattern, words

_regex = partial(pattern, "people")
_LIST = frozenset("、和及与")
_MARKS = frozenset("，。；：、\n")
_BORNE = re.compile("[\\u4e00-\\u9fff]{2,5}")
_PLACES = ("LOC", "ORG", "nz")
BORNE = 5
"""The rank of a name right behind a title: no suffix makes it the name of anything else (理事长韩云谷)."""
_OFFICE = frozenset("任为")
_LONGEST = 3
_PARTS = 2  # words that LAC may see in the first part of a foreign name


def people(view: View) -> Iterator[Found]:
    """Yield the persons named in the sentences.

    A name begins where LAC sees one, behind a title or calling, or behind the joint of a list headed by a title; it
    ends before what best follows a name, since LAC cuts given names short and takes verbs for part of them.
    """
    places = Places.of(view)
    ahead = [*{*places.read, *places.borne, *_called(view)} - {begin for begin, _ in view.titles}]
    heapify(ahead)
    taken = 0
    while ahead:
        begin = heappop(ahead)
        if begin < taken or view.sentence_at(begin) is None:
            continue
        end = places.end(begin)
        if end and not _no_person(view, begin, end, places.titled(begin), begin == taken):
            yield Found(begin, end, Name("Person", view.text[begin:end]), BORNE if begin in places.borne else BORNE - 1)
            taken = end
            if view.text[end : end + 1] in _LIST and places.titled(begin):
                places.listed.add(end + 1)
                heappush(ahead, end + 1)
    yield from _before_titles(view)


@dataclass(frozen=True)
class Places:
    """Where names may stand: ``read`` are LAC's persons, ``borne`` is behind titles, ``listed`` in their lists."""

    view: View
    read: Mapping[int, int]
    seen: Counter[str]
    borne: frozenset[int]
    listed: set[int]

    @classmethod
    def of(cls, view: View) -> "Places":
        """Return the places of a view, before any list is followed."""
        read = {begin: _always(view, begin, end) for begin, end, tag in view.words if tag == "PER"}
        seen = Counter(view.text[begin:end] for begin, end in read.items())
        return cls(view, read, seen, frozenset(_behind_titles(view)), set())

    def titled(self, begin: int) -> bool:
        """Tell whether a title speaks for the name at an offset, if only through the list that it stands in."""
        return begin in self.borne or begin in self.listed

    def end(self, begin: int) -> int | None:
        """Return where the name at ``begin`` ends, or None where there is none.

        LAC's end stands unless something surer follows another; what LAC reads elsewhere in the document counts too.
        A foreign name with dots is of any length: it ends where it first may.
        """
        view, titled, read = self.view, self.titled(begin), self.read.get(begin, begin)
        marks = {end: grade(view, end) for end in ends(view, begin, titled or read - begin > 2)}
        whole = next((end for end in marks if marks[end] and end - begin > 2), None)  # 县长曾望山努力, 茶农李小婶一早
        if any("·" in view.text[begin:end] for end in marks):
            dot = view.text.index("·", begin)
            if sum(1 for _ in view.words_in(begin, dot)) > _PARTS:
                return None  # 某国前总理|让·安德烈
            return next((end for end in marks if marks[end] >= FAIR), whole)
        if titled and max(marks.values(), default=0) < FAIR and _BORNE.fullmatch(view.text, begin, read):
            # A title before it speaks for a name without a surname that we know; one with a surname has three signs.
            long = read - begin > _LONGEST and not is_name(view.text[begin:read], True)
            named = long and is_name(view.text[begin : begin + _LONGEST])
            marks[begin + _LONGEST if named else read] = FAIR if named else grade(view, read)
        sure = [end for end in marks if end == read or marks[end] >= self._least(begin, end)]
        best = max(sure, key=lambda end: (self._weight(begin, end, marks[end], read), end), default=whole)
        return best if best is None or read > begin or self._free(begin, best) else None

    def _weight(self, begin: int, end: int, mark: int, read: int) -> int:
        elsewhere = self.seen[self.view.text[begin:end]] - (end == read)
        return 2 * mark + min(elsewhere, 2) + (end == read)

    def _least(self, begin: int, end: int) -> int:
        return FAIR if self.titled(begin) or self.seen[self.view.text[begin:end]] else SURE

    def _free(self, begin: int, end: int) -> bool:
        """Tell whether a name that LAC has not seen can stand there: no ordinary word, and no part of a title."""
        if touches(begin, end, self.view.titles):
            return False
        alone = begin in self.listed or self.view.text[end : end + 1] in _MARKS
        return unread(self.view, begin, end, alone) if self.titled(begin) else unknown(self.view, begin, end)


def _always(view: View, begin: int, end: int) -> int:
    """Return the end of a short name of LAC's, past the character behind it at every place (李洋启会见, 李洋启在)."""
    text, longer = view.text, view.text[begin : end + 1]
    if end - begin != 2 or not is_name(longer) or _regex("follower").match(text, end):
        return end
    places = [match.end() for match in re.finditer(re.escape(longer[:2]), text)]
    behind = {text[place + 1 : place + 2] for place in places}
    return end + (len(behind) > 1 and all(text.startswith(longer[2], place) for place in places))


def _behind_titles(view: View) -> Iterator[int]:
    """Yield where a name may begin behind a title, past a space or colon, and behind 任命 and the like."""
    yield from (match.end() for _, at in view.titles if (match := _regex("space").match(view.text, at)))
    yield from (match.end() for match in _regex("elects").finditer(view.text))


def _called(view: View) -> set[int]:
    """Return where a name may begin behind what people without an office are called by (茶农, 师傅)."""
    return {match.end() for match in _regex("calling").finditer(view.text)}


def supported(view: View, found: Sequence[Found]) -> list[Found]:
    """Return the persons whom something but LAC speaks for: a post, a verb of speaking or doing, or a list with one.

    LAC takes parts of words for persons now and then (文体|康旅); a name that has support once in a document has it.
    """
    posts = {offset for span in view.titles for offset in span} | {*_behind_titles(view)} | _called(view)
    backed = {f.name.text for f in found if _told(view, f, posts)}
    listed = {f.end: f for f in found}
    for f in sorted(found, key=lambda f: f.begin):
        before = listed.get(f.begin - 1)
        if view.text[f.begin - 1 : f.begin] in _LIST and before and before.name.text in backed:
            backed.add(f.name.text)
    for f in sorted(found, key=lambda f: -f.begin):
        after = next((g for g in found if g.begin == f.end + 1), None)
        if view.text[f.end : f.end + 1] in _LIST and after and after.name.text in backed:
            backed.add(f.name.text)
    return [f for f in found if f.name.text in backed]


def _told(view: View, found: Found, posts: set[int]) -> bool:
    """Tell whether a post or calling stands at either side of a name, or a word behind it that goes with persons."""
    near = {found.begin, found.begin - 1, found.end, found.end + 1}
    if near & posts:
        return True
    if _regex("named").search(view.text, max(0, found.begin - 4), found.begin):
        return True
    follower = _regex("follower").match(view.text, found.end + view.text.startswith("等", found.end))
    if follower is not None and follower.lastgroup in ("word", "says"):
        return True
    taken = _regex("appointed").match(view.text, found.end)
    return taken is not None and any(found.end < begin < taken.end() for begin, _ in view.titles)


def _alone(view: View, begin: int, end: int) -> bool:
    """Tell whether what stands before a title is a name: no word (项目负责人) or place."""
    text = view.text[begin:end]
    if text[0] in _OFFICE or _regex("told").match(text[-1]):  # 领导任双|组长, 成立由|县长, 由金然任|链长
        return False
    known = text in register.names() or text[1:] in register.names()
    return is_name(text) and not known and unread(view, begin, end, alone=False)


def _no_person(view: View, begin: int, end: int, borne: bool, follows: bool) -> bool:
    """Tell whether what reads as a person is a place of the setting, part of a title, a verb or a doctrine.

    ``follows`` says that a person is named right before it (周明远|任鳌江).
    """
    text = view.text[begin:end]
    if any(first <= begin and end < last for first, last in view.titles):  # 管委会主任周明远、纪工委|书记李建国
        return True
    if text[0] in _OFFICE and (follows or _regex("appointing").search(view.text, max(0, begin - 2), begin)):
        return True
    if not borne and _regex("direction").search(text):
        return True
    if text[0] in _LIST and text[1:] in words("vague_words"):
        return True  # 负责人|和企业|代表
    if any(text in (region.name, region.short) for region in view.setting.chain):
        return True
    if any(_regex(kind).match(view.text, end) for kind in ("district", "works", "doctrine")):
        return True
    return view.text[end : end + 1] == "“" or bool(_regex("byline").search(view.text, max(0, begin - 24), begin))


def _before_titles(view: View) -> Iterator[Found]:
    """Yield a name that stands alone right before a post (王强总经理), where LAC saw none."""
    for begin, _ in view.titles:
        for start in range(max(begin - 3, 0), begin - 1):
            index = view.word_at(start)
            word = view.words[index] if index >= 0 else (-1, -1, "")
            if word[0] == start and word[2] not in _PLACES and _alone(view, start, begin):
                yield Found(start, begin, Name("Person", view.text[start:begin]), 3)
                break
