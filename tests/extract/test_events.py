import pytest

from kg.annotate.lac import analyser
from kg.annotate.pipeline import annotate
from kg.extract.events import events
from kg.extract.events.meetings import meetings
from kg.model import Block, CleanText, Document
from kg.resources import lexicon


def read(*paragraphs, home="平阳县", date="2022-05-09"):
    text, blocks = "\n".join(p for _, p in paragraphs), []
    for kind, paragraph in paragraphs:
        begin = blocks[-1].end + 1 if blocks else 0
        blocks.append(Block(kind, begin, begin + len(paragraph)))
    document = Document("a", "a", "a.txt", "", "utf8", text, 0, len(text), date, home)
    doc = next(annotate([(document, CleanText(text, tuple(range(len(text))), tuple(blocks)))]))
    return list(events(doc))


def told(*paragraphs, **setting):
    return [(e.kind, e.name, e.date, [p.text for p in e.participants]) for e in read(*paragraphs, **setting)]


def places(text):
    return [event.place.text for event in read(("paragraph", text))]


def paragraph(text):
    return told(("paragraph", text))


# One case a line: the text, the kind, name, date and participants of its one event.
CASES = """
5月6日，记者从平阳县产业项目建设讲评会上获悉，今年引进项目57个。|meeting|平阳县产业项目建设讲评会|2022-05-06|
5月6日，我县举行2022年一季度重点项目集中签约活动。5月6日，我县2022年一季度重点项目集中签约。|signing|平阳县2022年一季度重点项目集中签约活动|2022-05-06|
5月6日，平阳县工业发展大会召开。明华科技有限公司、瑞达集团、北港光电等企业负责人发言，交流经验。|meeting|平阳县工业发展大会|2022-05-06|明华科技有限公司 瑞达集团 北港光电
5月6日，明华科技有限公司、瑞达轴承有限公司、北港环保集团举行三方战略合作签约仪式。明华科技有限公司总经理周明远；瑞达轴承有限公司董事长李建国出席签约仪式。|signing|三方战略合作签约仪式|2022-05-06|明华科技有限公司 瑞达轴承有限公司 北港环保集团 周明远 李建国
5月6日，县委书记周明远带领有关部门负责人，前往宁波市开展投资促进活动，拜访明华科技有限公司董事长王国强。县长李建国参加。|other|周明远前往宁波市开展投资促进活动|2022-05-06|周明远 王国强 李建国
5月6日，平阳县生态工业发展大会召开。县委书记周明远讲话，县长李建国主持。|meeting|平阳县生态工业发展大会|2022-05-06|周明远 李建国
5月6日，县委常委会召开会议，县委书记周明远主持并讲话。|meeting|平阳县委常委会会议|2022-05-06|周明远
5月6日，县委书记周明远到鳌江镇调研重点项目。县领导李建国、王国强陪同。|inspection|周明远到鳌江镇调研重点项目|2022-05-06|周明远 李建国 王国强
5月6日，平阳县与明华智能科技有限公司签署战略合作协议。李建国出席签约仪式。|signing|平阳县与明华智能科技有限公司签署战略合作协议|2022-05-06|明华智能科技有限公司 李建国
5月6日，县政府印发《平阳县招商引资若干意见》。|publication|《平阳县招商引资若干意见》|2022-05-06|
5月6日，平阳县举行重大项目开工仪式，县委书记周明远宣布开工。|other|平阳县重大项目开工仪式|2022-05-06|周明远
5月6日，县长李建国会见明华智能科技有限公司董事长王国强一行。副县长周明远参加会见。|meeting|李建国会见明华智能科技有限公司董事长王国强一行|2022-05-06|李建国 王国强 周明远
6日下午，县委书记周明远到鳌江镇督导安全生产。|inspection|周明远到鳌江镇督导安全生产|2022-05-06|周明远
5月6日，平阳县在杭州举办产业招商推介会，县长李建国推介。|meeting|平阳县在杭州举办产业招商推介会|2022-05-06|李建国
5月6日，平阳县在杭州举办2022年数字经济产业招商推介会。|meeting|平阳县在杭州举办2022年数字经济产业招商推介会|2022-05-06|
5月6日，县长李建国主持召开座谈会，听取意见。|meeting|李建国主持召开座谈会|2022-05-06|李建国
5月6日，平阳县工业发展大会召开。鳌江镇、水头镇作交流发言，明华智能科技有限公司总经理王国强表示，将加大投入。|meeting|平阳县工业发展大会|2022-05-06|王国强 鳌江镇 水头镇
5月6日，平阳县组织开展工业项目观摩活动。县委书记周明远、县长李建国参加。|meeting|平阳县工业项目观摩活动|2022-05-06|周明远 李建国
5月6日，平阳县工业发展大会召开。出席会议的还有周明远、李建国。|meeting|平阳县工业发展大会|2022-05-06|周明远 李建国
5月6日，平阳县2022年二季度项目集中签约仪式在县会议中心举行。仪式上，鳌江镇与明华智能科技有限公司签订协议。|signing|平阳县2022年二季度项目集中签约仪式|2022-05-06|鳌江镇 明华智能科技有限公司
5月6日，平阳县招商大会召开。据李建国介绍，今年力争新签约项目80个。|meeting|平阳县招商大会|2022-05-06|
5月6日下午，平阳县水泵产业推介会暨重点项目集中签约仪式在鳌江镇举行。县长李建国主持。|signing|平阳县水泵产业推介会暨重点项目集中签约仪式|2022-05-06|李建国
昨日，平阳县召开水泵产业推进会，县长李建国主持。|meeting|平阳县水泵产业推进会|2022-05-08|李建国
县长李建国主持召开县政府常务会议。|meeting|平阳县政府常务会议||李建国
5月6日，平阳县第三届杨梅节开幕，县长李建国致辞。|other|平阳县第三届杨梅节|2022-05-06|李建国
5月6日，县委书记周明远在鳌江镇调研时强调，要加快发展。县领导李建国参加。|inspection|周明远在鳌江镇调研|2022-05-06|周明远 李建国
县长李建国5月6日到鳌江镇督导安全生产。|inspection|李建国5月6日到鳌江镇督导安全生产|2022-05-06|李建国
5月6日，平川县党政考察团赴鳌江镇考察。周明远参加考察。|inspection|平川县党政考察团赴鳌江镇考察|2022-05-06|周明远
5月6日，平阳县召开水泵产业座谈会。县委书记周明远说，要加快发展。明华智能科技有限公司等16家企业参加。|meeting|平阳县水泵产业座谈会|2022-05-06|周明远 明华智能科技有限公司
5月6日，县长李建国走进明华智能科技有限公司。|inspection|李建国走进明华智能科技有限公司|2022-05-06|李建国
5月6日，平阳县举行2022年二季度招商项目云签约、开工活动。|signing|平阳县2022年二季度招商项目云签约、开工活动|2022-05-06|
5月6日，全县4月份重点项目集中开工暨轨道交通及装备产业项目投产活动在鳌江镇举行。县领导李建国、王国强出席活动。|other|全县4月份重点项目集中开工暨轨道交通及装备产业项目投产活动|2022-05-06|李建国 王国强
5月6日，全省第二期“三个提速”项目建设活动平阳分会场系列活动举行。李建国、陈文斌、王国强等出席活动。|other|全省第二期“三个提速”项目建设活动平阳分会场系列活动|2022-05-06|李建国 陈文斌 王国强
5月6日，县长李建国主持召开招商引资重点在谈项目专题研判会，副县长王国强出席。|meeting|招商引资重点在谈项目专题研判会|2022-05-06|李建国 王国强
5月6日，平阳县召开招商引资和工业发展月例会。|meeting|平阳县招商引资和工业发展月例会|2022-05-06|
5月6日，平阳县情说明、项目推介暨签约仪式成功举行。|signing|平阳县情说明、项目推介暨签约仪式|2022-05-06|
近日，由瑞达建设集团承建的鳌江北岸综合开发项目举行开工仪式。县委书记周明远宣布开工。|other|鳌江北岸综合开发项目开工仪式||周明远
日前，水头镇召开皮革产业转型工作会，副县长王国强参加。|meeting|水头镇皮革产业转型工作会||王国强
5月6日，县政协主席会议成员集体视察全县产业集聚发展情况。县政协主席周明远带队，副县长李建国参加视察。|inspection|县政协主席会议成员集体视察全县产业集聚发展情况|2022-05-06|周明远 李建国
5月6日，广东云岭商会考察团回乡考察，县长李建国陪同。|inspection|广东云岭商会考察团回乡考察|2022-05-06|李建国
云岭日报5月8日讯（记者陈文斌）5月6日，县长李建国到鳌江镇督导安全生产。|inspection|李建国到鳌江镇督导安全生产|2022-05-06|李建国
5月4日至6日，县长李建国率团参加第六届长三角商会大会。|meeting|第六届长三角商会大会|2022-05-04..2022-05-06|李建国
5月6日，平阳县人民政府与云岭大学校地合作协议签约仪式举行。|signing|平阳县人民政府与云岭大学校地合作协议签约仪式|2022-05-06|平阳县人民政府 云岭大学
5月6日，瑞达·鳌江智能阀门产业园项目奠基暨开工仪式在鳌江镇举行，县长李建国宣布开工。|other|瑞达·鳌江智能阀门产业园项目奠基暨开工仪式|2022-05-06|李建国
5月6日，平阳中新现代产业园“逐梦未来”开工奠基仪式举行。|other|平阳中新现代产业园“逐梦未来”开工奠基仪式|2022-05-06|
中国人民政治协商会议平阳县第十一届委员会第二次会议5月6日开幕，县政协主席周明远作报告。|meeting|中国人民政治协商会议平阳县第十一届委员会第二次会议|2022-05-06|周明远
2022中国水泵产业发展（平阳）峰会，6日在鳌江镇开幕。开幕式上，县长李建国介绍，去年产值增长。云岭大学校长王国强在致辞中提到，合作前景广阔。|meeting|2022中国水泵产业发展（平阳）峰会|2022-05-06|李建国 王国强
5月6日，由驻杭招商站牵线的鳌江智能阀门项目正式签约，总投资5亿元。|signing|由驻杭招商站牵线的鳌江智能阀门项目正式签约|2022-05-06|
前不久，2022年全市重大项目春季集中开工活动主会场设在鳌江镇。|other|2022年全市重大项目春季集中开工活动||
我们要贯彻中央经济工作会议精神，加快发展。|meeting|中央经济工作会议||
要落实好党的二十届四中全会部署。|meeting|党的二十届四中全会||
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_events(case):
    text, kind, name, date, who = case.split("|")
    assert paragraph(text) == [(kind, name, date, who.split())]


@pytest.mark.parametrize(
    "text",
    [
        "要多开座谈会，多听意见。",
        "截至5月6日，全县签约项目12个。",
        "打响招商引资大会战。",
        "全面贯彻党的二十届历次全会精神。",
        "周明远要求加强调研。",
        "5月6日，总经理王国强指着刚刚投产的二期车间说，前景广阔。",
        "传达学习全省会议精神。",
        "明华智能科技有限公司预计5月6日投产。",
        "5月6日，李建国对8个开工项目作了说明。",
        "经县政府常务会议研究，项目用地应保尽保。",
        "推动更多高水平国际展会落户。",
        "广泛开展“千名干部进企业”活动，举办各类招商推介活动20场。",
        "参加集中开工的项目共10个。",
        "要办好集中签约、开工活动。",
        "近日，我市将举办农产品产销对接活动。",
    ],
)
def test_what_is_no_event(text):
    assert paragraph(text) == []


def test_a_meeting_of_the_headline_and_of_the_article_is_one():
    found = told(
        ("title", "平阳县生态工业发展大会召开"),
        ("paragraph", "5月6日，平阳县生态工业发展大会召开。"),
        ("paragraph", "县委书记周明远在会上强调，要加快发展。"),
    )
    assert found == [("meeting", "平阳县生态工业发展大会", "2022-05-06", ["周明远"])]


def test_a_ceremony_gone_to_after_an_event_is_one_of_its_day():
    found = told(
        ("paragraph", "5月6日，平阳县二季度项目集中签约仪式举行。县委书记周明远、县长李建国出席。"),
        (
            "paragraph",
            "签约结束后，周明远、李建国一行还前往鳌江镇，参加瑞达集团智能阀门项目投产仪式和明华公司新型泵阀项目开工仪式。",
        ),
    )
    who = ["周明远", "李建国"]
    assert found == [
        ("signing", "平阳县二季度项目集中签约仪式", "2022-05-06", who),
        ("other", "瑞达集团智能阀门项目投产仪式", "2022-05-06", who),
        ("other", "明华公司新型泵阀项目开工仪式", "2022-05-06", who),
    ]


def test_a_headline_in_short_is_the_event_of_its_article():
    found = told(
        ("paragraph", "平阳县二季度云签约、开工活动举行！"),
        ("paragraph", "5月6日，平阳县举行2022年二季度招商项目云签约、开工活动。"),
    )
    assert found == [("signing", "平阳县2022年二季度招商项目云签约、开工活动", "2022-05-06", [])]


def test_what_is_signed_on_the_afternoon_of_a_ceremony_is_a_signing_of_its_own():
    found = told(
        ("paragraph", "5月6日，平阳县二季度项目集中签约仪式举行。"),
        ("paragraph", "当天下午，县商务局与杭州市平阳商会签订委托招商协议。县长李建国参加。"),
    )
    assert [(name, who) for _, name, _, who in found] == [
        ("平阳县二季度项目集中签约仪式", []),
        ("县商务局与杭州市平阳商会签订委托招商协议", ["平阳县商务局", "杭州市平阳商会", "李建国"]),
    ]


def test_who_is_named_in_a_paragraph_behind_a_meeting_beside_it_took_part_in_the_event():
    found = told(
        ("paragraph", "5月6日，平阳县产业招商推介会举行，县长李建国致辞。"),
        ("paragraph", "会前，李建国会见了明华智能科技有限公司客人。县领导陈文斌参加。"),
        ("paragraph", "副县长王国强主持。"),
    )
    assert [who for *_, who in found] == [["李建国", "王国强"], ["李建国", "陈文斌"]]


def test_a_reception_and_the_meeting_after_it_are_two_events_of_one_sentence():
    found = paragraph("5月6日，县长李建国会见明华公司总经理王国强一行，并举行战略合作座谈会。")
    assert [name for _, name, *_ in found] == ["李建国会见明华公司总经理王国强一行", "战略合作座谈会"]


def test_a_meeting_that_is_recalled_in_short_was_held():
    found = told(
        ("paragraph", "近日，平阳县对接长三角系列经贸合作活动在杭州市成功举办。"),
        (
            "paragraph",
            "为此，平阳县将水泵产业链招商推介会作为主题内容。推介会受到广泛关注，明华智能科技有限公司等企业代表参会。",
        ),
    )
    assert [(name, who) for _, name, _, who in found] == [
        ("平阳县对接长三角系列经贸合作活动", []),
        ("水泵产业链招商推介会", ["明华智能科技有限公司"]),
    ]


def test_what_is_held_at_a_meeting_or_on_its_day_does_not_take_its_people():
    found = told(
        ("paragraph", "5月6日，首届平阳商人大会召开。平阳县二季度招商项目集中签约也在会上举行。县长李建国致辞。"),
        ("paragraph", "同日，瑞达集团鳌江智能阀门项目投产。"),
    )
    assert [(kind, name, who) for kind, name, _, who in found] == [
        ("meeting", "首届平阳商人大会", ["李建国"]),
        ("signing", "平阳县二季度招商项目集中签约", []),
        ("other", "瑞达集团鳌江智能阀门项目投产", []),
    ]


def test_the_people_of_another_article_take_no_part():
    found = told(
        ("title", "招商大会召开"),
        ("paragraph", "5月6日，平阳县招商大会召开。"),
        ("title", "企业增产"),
        ("paragraph", "李建国主持生产。"),
    )
    assert found == [("meeting", "平阳县招商大会", "2022-05-06", [])]


def test_what_is_signed_after_a_reception_is_one_signing():
    found = told(
        ("title", "李建国会见王国强一行"),
        ("paragraph", "5月6日，县长李建国会见明华公司董事长王国强一行。"),
        (
            "paragraph",
            "会见后，双方共同见证签约。县政府与瑞达集团签署框架协议；鳌江镇与明华智能科技有限公司签署投资协议。",
        ),
        ("paragraph", "副县长周明远参加会见。"),
    )
    assert [(kind, date) for kind, _, date, _ in found] == [("meeting", "2022-05-06"), ("signing", "2022-05-06")]
    assert found[0][3] == ["李建国", "王国强", "周明远"]
    assert found[1][3][:2] == ["李建国", "王国强"]
    assert {"瑞达集团", "鳌江镇", "明华智能科技有限公司"} <= set(found[1][3])


def test_a_headline_announces_the_event_of_its_article():
    found = told(
        ("title", "全县重点项目集中开工活动举行"),
        ("paragraph", "5月6日，平阳县2022年二季度重大项目集中开工活动举行。"),
    )
    assert found == [("other", "平阳县2022年二季度重大项目集中开工活动", "2022-05-06", [])]


def test_a_heading_leaves_the_event_before_it():
    found = told(
        ("paragraph", "5月6日，平阳县招商大会召开。"),
        ("heading", "一、产业发展"),
        ("paragraph", "李建国主持生产。"),
    )
    assert found == [("meeting", "平阳县招商大会", "2022-05-06", [])]


def test_what_a_report_of_january_looks_back_on_was_the_year_before():
    found = told(("paragraph", "9月21日，平阳县与明华智能科技有限公司签订合作协议。"), date="2022-01-10")
    assert [date for _, _, date, _ in found] == ["2021-09-21"]


def test_an_event_is_where_it_is_held():
    assert places("5月6日，平阳县招商大会在鳌江镇召开。") == ["鳌江镇"]
    assert places("5月6日，平阳县委书记周明远率队赴杭州市考察。") == ["杭州市"]


def test_a_day_alone_is_of_the_month_told_before():
    found = told(
        ("paragraph", "5月6日，县长李建国到鳌江镇调研。"),
        ("paragraph", "7日下午，县委书记周明远会见客商。"),
        date="",
    )
    assert [(kind, date) for kind, _, date, _ in found] == [("inspection", "--05-06"), ("meeting", "--05-07")]


def test_who_is_only_quoted_takes_no_part():
    found = paragraph("5月6日，平阳县招商大会召开，传达学习省委书记陈志强重要讲话精神。周明远主持会议。")
    assert found == [("meeting", "平阳县招商大会", "2022-05-06", ["周明远"])]


def test_a_meeting_of_the_region_bears_its_name():
    assert paragraph("认真落实县委经济工作会议精神。") == [("meeting", "平阳县委经济工作会议", "", [])]


def test_every_noun_ends_the_name_of_a_meeting():
    rows = [row for row in lexicon("event_words") if row["part"] == "noun"]
    assert len(rows) > 50
    for row in rows:
        text = row["example"]
        words = analyser().words([text])[0]
        assert [m.name for m in meetings(text, 0, len(text), words) if m.name.endswith(row["word"])], row


def test_every_word_stands_in_its_example():
    assert all(row["word"] in row["example"] for row in lexicon("event_words"))


def test_an_inspection_is_called_as_its_headline_calls_it():
    found = told(
        ("title", "周明远调研重点企业时强调"),
        (
            "paragraph",
            "5月6日至7日，县委书记周明远率队深入鳌江镇，实地调研企业生产情况。公司经理吴海表示，将扩大考察。",
        ),
    )
    assert found == [("inspection", "周明远调研重点企业", "2022-05-06..2022-05-07", ["周明远"])]


def test_an_inspection_and_the_meeting_after_it_are_two_events_of_the_same_persons():
    found = paragraph(
        "5月6日，县长李建国调研水泵产业建设情况，并主持召开推进会。副县长王国强参加。会上，县水利局作了汇报。"
    )
    assert [(kind, name, who) for kind, name, _, who in found] == [
        ("inspection", "李建国调研水泵产业建设情况", ["李建国", "王国强"]),
        ("meeting", "李建国主持召开推进会", ["李建国", "王国强", "平阳县水利局"]),
    ]


def test_companies_that_sign_for_their_projects_at_an_event_take_part():
    meeting = "5月6日，平阳县招商推介会在杭州举行，现场签约项目6个。"
    listed = "其中，杭州瑞达科技有限公司投资8亿元，建设铜箔项目；宁波北港轴承有限公司投资2亿元的轴承项目落户鳌江镇。"
    (event,) = paragraph(meeting + listed)
    assert event[3] == ["杭州瑞达科技有限公司", "宁波北港轴承有限公司"]


def test_who_signs_in_the_sentence_of_a_meeting_or_in_a_part_behind_it_takes_part():
    text = "5月6日，浙南乡友座谈会在杭州举行，北港商会与瑞达科技有限公司签订招商协议。"
    (event,) = paragraph(text)
    assert event[3] == ["北港商会", "瑞达科技有限公司"]


def test_who_goes_along_and_what_follows_another_meeting():
    along = paragraph("5月6日，县长李建国到鳌江镇，实地查看企业复产情况。县水利局、县税务局等部门主要负责人参加。")
    assert [(kind, who) for kind, _, _, who in along] == [("inspection", ["李建国", "平阳县水利局", "平阳县税务局"])]
    after = paragraph("5月6日上午，全市项目建设动员会结束后，平阳县举行重大项目集中开工仪式。县委书记周明远宣布开工。")
    assert [who for _, name, _, who in after if name.endswith("集中开工仪式")] == [["周明远"]]
    assert all(not who for _, name, _, who in after if name.endswith("动员会"))


def test_two_meetings_held_as_one_are_two_when_each_is_of_its_own_series():
    found = paragraph("5月6日，长江沿江六市发展大会暨首届沿江六市口岸联席会议开幕，副市长周明远出席会议。")
    assert sorted((name, date, who) for _, name, date, who in found) == [
        ("长江沿江六市发展大会", "2022-05-06", ["周明远"]),
        ("首届沿江六市口岸联席会议", "2022-05-06", ["周明远"]),
    ]
    (event,) = paragraph("5月6日，全市工业发展大会暨招商引资推进会召开，副市长周明远出席会议。")
    assert event[1] == "全市工业发展大会暨招商引资推进会"


def test_who_signs_for_a_company_takes_part_and_so_do_companies_that_ask():
    signing = "5月6日，平阳县举行重点项目集中签约仪式。杭州瑞达科技有限公司总经理周明远代表公司与县政府签订协议。"
    (event,) = paragraph(signing)
    assert "周明远" in event[3]
    asking = "5月6日，平阳县召开工业企业座谈会。杭州瑞达科技有限公司、宁波北港轴承有限公司等企业也提出了用工等诉求。"
    (event,) = paragraph(asking)
    assert event[3] == ["杭州瑞达科技有限公司", "宁波北港轴承有限公司"]
