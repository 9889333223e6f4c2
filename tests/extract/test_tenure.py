"""When a post is held, as a text tells it: attested, begun, ended; the document is of 18 February 2023."""

import pytest
from texts import annotated

from kg.extract.posts import posts

# One case a line: the text, and each post as person, title, attested/began/ended (NOW is the document's day).
CASES = """
县委书记周明远讲话。|周明远 县委书记 NOW//
会议宣布，周明远任温州市副市长，不再担任平阳县委书记职务。|周明远 副市长 NOW/..NOW/; 周明远 县委书记 //..NOW
1月16日，县人大常委会决定任命王国强为副县长，免去李建国的县财政局局长职务。|王国强 副县长 NOW/2023-01-16/; 李建国 局长 //2023-01-16
经研究决定：任命王国强为县统计局副局长（试用期一年），李建国为县审计局局长。|王国强 副局长 NOW/..NOW/; 李建国 局长 NOW/..NOW/
接受陈志强辞去县人民政府县长职务的请求，任命王国强为代理县长。|陈志强 县长 //..NOW; 王国强 代理县长 NOW/..NOW/
补选结果：王国强当选县人民政府县长。|王国强 县长 NOW/..NOW/
李建国卸任县长。|李建国 县长 //..NOW
原县委书记周明远回到平阳。|周明远 县委书记 //..NOW
原平阳县委副书记、县长李建国回到平阳。|李建国 县委副书记 //..NOW; 李建国 县长 //..NOW
前任县委书记周明远到会。|周明远 县委书记 //..NOW
2018年，时任县委书记周明远提出一张蓝图。|周明远 县委书记 2018//
时任县长李建国签了字。|李建国 县长 //
王国强（2016—2020年任平阳县委书记）出席。|王国强 县委书记 /2016/2020
王国强2016年3月至2020年5月任平阳县委书记。|王国强 县委书记 /2016-03/2020-05
王国强自2019年起任平阳县县长。|王国强 县长 /2019/
王国强，男，2019年3月至今担任平阳县县长。|王国强 县长 NOW/2019-03/
王国强，男，汉族，现任平阳县财政局局长。|王国强 局长 NOW//
王国强，男，1975年2月出生。曾任苍南县副县长，2018年12月任平阳县委书记。|王国强 副县长 //; 王国强 县委书记 /2018-12/
王国强，男，1978年5月生，现任平阳县委常委，拟任副县长。|王国强 县委常委 NOW//; 王国强 副县长 //
平阳县拟提请审议：任命王国强为县人民政府副县长。|王国强 副县长 //
太原市委书记周明远讲话。|周明远 市委书记 NOW//
原平市市长周明远讲话。|周明远 市长 NOW//
""".strip().splitlines()
DATE = "2023-02-18"


@pytest.mark.parametrize("case", CASES)
def test_tenure(case: str) -> None:
    text, expected = case.split("|")
    found = {
        f"{post.person.text} {post.title} {post.attested}/{post.began}/{post.ended}"
        for post in posts(annotated(text, "平阳县", DATE))
    }
    assert found == set(expected.replace("NOW", DATE).split("; "))


@pytest.mark.parametrize(("date", "began"), [("2023", "..2023"), ("", "")])
def test_a_beginning_told_as_news_is_not_later_than_the_paper(date: str, began: str) -> None:
    (post,) = posts(annotated("会议任命王国强为副县长。", "平阳县", date))
    assert (post.attested, post.began, post.ended) == (date, began, "")


def test_an_end_is_kept_though_nobody_says_when() -> None:
    (post,) = posts(annotated("王国强不再担任副县长。", "平阳县", ""))
    assert (post.attested, post.began, post.ended) == ("", "", "..")
