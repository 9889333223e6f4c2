"""Stages as texts tell them: who reaches which, when, and what is only expected, denied or counted."""

import pytest

from kg import terms
from kg.annotate.pipeline import annotate
from kg.clean import clean
from kg.extract.stages import stages
from kg.link import link
from kg.model import Block, CleanText, Document, Stage
from kg.resources import lexicon
from kg.score.alike import matched, same_stage
from kg.score.facts import annotated
from kg.train.calibration import _item, _reading
from kg.train.markup import TRAINING, cases


def read(*paragraphs: str, home: str = "平阳县", date: str = "2022-05-09") -> list[Stage]:
    text, blocks = "\n".join(paragraphs), list[Block]()
    for paragraph in paragraphs:
        begin = blocks[-1].end + 1 if blocks else 0
        blocks.append(Block("paragraph", begin, begin + len(paragraph)))
    document = Document("a", "a", "a.txt", "", "utf8", text, 0, len(text), date, home)
    doc = next(annotate([(document, CleanText(text, tuple(range(len(text))), tuple(blocks)))]))
    return list(stages(doc))


def told(*paragraphs: str, **setting: str) -> list[tuple[str, str, str, str]]:
    return [(s.thing.text, s.stage, s.date, s.standing) for s in read(*paragraphs, **setting)]


# One case a line: the text, and what it tells, thing by thing.
CASES = """
平阳云岭光电项目于2021年9月开工建设。|平阳云岭光电项目 construction 2021-09 reached
平阳云岭光电项目预计今年10月试生产。|平阳云岭光电项目 trial 2022-10 expected
平阳云岭光电项目2021年3月摘牌、5月开工，预计今年底投产。|平阳云岭光电项目 land 2021-03 reached;平阳云岭光电项目 construction 2021-05 reached;平阳云岭光电项目 production 2022 expected
平阳云岭光电项目总投资5亿元，占地80亩，目前主体结构已封顶。|平阳云岭光电项目 structure 2022-05-09 reached
平阳云岭光电项目、鳌江冷链物流项目等2个项目已竣工投产。|平阳云岭光电项目 production - reached;鳌江冷链物流项目 production - reached
力争平阳云岭光电项目早日投产见效。|平阳云岭光电项目 production - expected
加快推动平阳云岭光电项目落地。|平阳云岭光电项目 landing - expected
5月6日，平阳县举行平阳云岭光电项目开工仪式。|平阳云岭光电项目 construction 2022-05-06 reached
去年，成功签约平阳云岭光电项目。|平阳云岭光电项目 signing 2021 reached
浙江云岭光电有限公司正在装修厂房。|
浙江云岭光电有限公司的新建厂房里，设备正在安装调试。|浙江云岭光电有限公司 installation 2022-05-09 reached
浙江云岭光电有限公司已入驻鳌江产业园，下个月试生产。|浙江云岭光电有限公司 moving-in - reached;浙江云岭光电有限公司 trial 2022-06 expected
鳌江产业园已落地浙江云岭光电有限公司、浙江东海轴承有限公司等12家企业。|浙江云岭光电有限公司 landing - reached;浙江东海轴承有限公司 landing - reached
鳌江产业园二期建成投用。|鳌江产业园 production - reached
在建的平阳云岭光电项目总投资5亿元。|平阳云岭光电项目 construction 2022-05-09 reached
平阳云岭光电项目、观海塔等一批标志性工程建成投用。|平阳云岭光电项目 production - reached
平阳云岭光电项目开工在即。|平阳云岭光电项目 construction - expected
平阳云岭光电项目从签约到开工只用了60天。|平阳云岭光电项目 construction - reached
"""
UNTOLD = """
平阳云岭光电项目尚未开工。
平阳云岭光电项目投产后，年产值可达10亿元。
全县新开工项目12个，竣工8个，开工率95%。
鳌江产业园入园企业加速投产。
鳌江产业园入驻企业42家。
推动各项政策落地见效。
浙江云岭光电有限公司建成生产线3条。
平阳县与浙江云岭光电有限公司签订战略合作协议。
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_stages_are_told(case: str) -> None:
    text, _, wanted = case.partition("|")
    found = [tuple(part if part != "-" else "" for part in one.split()) for one in filter(None, wanted.split(";"))]
    assert told(text) == found


@pytest.mark.parametrize("text", UNTOLD.strip().splitlines())
def test_what_is_counted_denied_or_conditional_is_no_stage(text: str) -> None:
    assert told(text) == []


def test_a_list_is_pointed_back_to() -> None:
    text = "鳌江产业园已落地浙江云岭光电有限公司、浙江东海轴承有限公司等2家企业。记者看到，各家企业都忙着装修。"
    assert {one[:2] for one in told(text)} == {
        ("浙江云岭光电有限公司", "landing"),
        ("浙江东海轴承有限公司", "landing"),
        ("浙江云岭光电有限公司", "fitting-out"),
        ("浙江东海轴承有限公司", "fitting-out"),
    }


def test_who_speaks_is_who_moves_in() -> None:
    text = (
        "5月8日，记者走进鳌江产业园。",
        "在浙江云岭光电有限公司的车间里，设备分批进场安装中。“我们1月份进场，这个月底设备应该全部到位。”",
    )
    assert told(*text) == [
        ("浙江云岭光电有限公司", "installation", "2022-05-09", "reached"),
        ("浙江云岭光电有限公司", "moving-in", "2022-01", "reached"),
        ("浙江云岭光电有限公司", "installation", "2022-05", "expected"),
    ]


def test_a_month_keeps_what_is_printed_where_no_year_is_known() -> None:
    text = "5月8日，县长到鳌江产业园调研。平阳云岭光电项目3月份开工，下个月主体封顶。"
    assert [one[2:] for one in told(text, date="")] == [("--03", "reached"), ("--06", "expected")]


def test_a_report_tells_results_in_its_review_and_goals_in_its_plan() -> None:
    report = (
        "政府工作报告\n一、2021年工作回顾\n平阳云岭光电项目建成投产。\n"
        "二、2022年重点工作安排\n开工建设鳌江冷链物流项目。"
    )
    (document,) = [Document("2022_平阳县_政府工作报告", "a", "a.txt", "", "utf8", report, 0, len(report), "2022-02-01")]
    doc = next(annotate([(document, clean(document))]))
    assert [(s.thing.text, s.date, s.standing) for s in stages(doc)] == [
        ("平阳云岭光电项目", "2021", "reached"),
        ("鳌江冷链物流项目", "2022", "expected"),
    ]


STAGE_ROWS = [row for row in lexicon("stage_words") if row["stage"]]


def test_every_stage_has_words() -> None:
    assert len(STAGE_ROWS) > 100
    assert {row["stage"] for row in STAGE_ROWS} == set(terms.scheme("project-stages"))


@pytest.mark.parametrize("row", STAGE_ROWS, ids=lambda row: row["word"])
def test_a_word_for_a_stage_tells_it_in_its_example(row: dict[str, str]) -> None:
    assert row["stage"] in {stage.stage for stage in read(row["example"] + "。")}


def test_annotated_notices_do_not_get_worse() -> None:
    right = excess = missed = 0
    known = [case for case in cases(TRAINING) if case.staged]
    docs = annotate((case.document(), clean(case.document())) for case in known)
    for case, doc in zip(known, docs, strict=True):
        found = tuple(stages(doc))
        entities = {one.name: one.entity for one in link([_reading(doc, found)]).links if one.entity}
        items = {str(item): item for one in found if (item := _item(one, entities))}
        pairs, left, more = matched(items.values(), annotated(case.annotation())["stages"], same_stage)
        right, excess, missed = right + len(pairs), excess + len(more), missed + len(left)
    assert right + missed >= 160
    assert right / (right + excess) >= 0.55
    assert right >= 28
