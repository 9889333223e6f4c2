import pytest

from kg.annotate.pipeline import annotate
from kg.extract.posts import posts
from kg.model import Block, CleanText, Document

# One case a line: the home of the document, its text, and the posts that it states.
CASES = """
平阳县|县委书记 周明远|周明远 县委书记 平阳县
平阳县|县委副书记、县长李建国主持会议。|李建国 县委副书记 平阳县; 李建国 县长 平阳县
平阳县|县委副书记、代县长李建国到会。|李建国 县委副书记 平阳县; 李建国 代县长 平阳县
平阳县|市委书记陈志强到平阳调研。|陈志强 市委书记 温州市
平阳县|省委书记陈志强强调，要抓好落实。|陈志强 省委书记 浙江省
平阳县|市委陈志强书记提出要求。|陈志强 市委书记 温州市
平阳县|陈志强市长作批示。|陈志强 市长 温州市
平阳县|县领导周明远、李建国、王国强等出席。|周明远 县领导 平阳县; 李建国 县领导 平阳县; 王国强 县领导 平阳县
平阳县|周明远、李建国等县领导参加。|周明远 县领导 平阳县; 李建国 县领导 平阳县
平阳县|县委常委、组织部部长王国强主持。|王国强 县委常委 平阳县; 王国强 组织部部长 平阳县
平阳县|会议决定任命王国强为副县长。|王国强 副县长 平阳县
平阳县|周书记强调，要真抓实干。|
平阳县|县委书记、县长带头招商。|
荆门市|湖北省委常委、武汉市委书记陈志强来荆门考察。|陈志强 省委常委 湖北省; 陈志强 市委书记 武汉市
荆门市|江苏省委书记陈志强、省长李建国会见客人。|陈志强 省委书记 江苏省; 李建国 省长 江苏省
荆门市|河南省人民政府省长 李建国|李建国 省长 河南省
荆门市|市人大常委会主任李建国、市政协主席王国强出席。|李建国 市人大常委会主任 荆门市; 王国强 市政协主席 荆门市
柳州市|自治区党委副书记、自治区主席李建国到柳州调研。|李建国 自治区党委副书记 广西壮族自治区; 李建国 自治区主席 广西壮族自治区
恩施土家族苗族自治州|州委副书记、州长李建国致辞。|李建国 州委副书记 恩施土家族苗族自治州; 李建国 州长 恩施土家族苗族自治州
荆门高新区|党工委书记、管委会主任 周明远|周明远 党工委书记 荆门高新区; 周明远 管委会主任 荆门高新区
平阳县|明华智能科技有限公司总经理王国强介绍了情况。|王国强 总经理 明华智能科技有限公司
平阳县|瑞达公司总经理王国强、公司董事长李建国到会。|王国强 总经理 瑞达公司; 李建国 董事长 瑞达公司
平阳县|明华智能科技有限公司已经投产。该公司董事长王国强说，前景广阔。|王国强 董事长 明华智能科技有限公司
""".strip().splitlines()


def stated(home, text):
    document = Document("a", "a", "a.txt", "", "utf8", text, 0, len(text), "2022-02-18", home)
    clean = CleanText(text, tuple(range(len(text))), (Block("paragraph", 0, len(text)),))
    doc = next(annotate([(document, clean)]))
    return list(posts(doc))


@pytest.mark.parametrize("case", CASES)
def test_posts(case):
    home, text, expected = case.split("|")
    found = [f"{post.person.text} {post.title} {post.at.text}" for post in stated(home, text)]
    assert sorted(found) == sorted(filter(None, expected.split("; ")))


def test_a_post_quotes_its_title_and_its_person():
    text = "会上，县委书记周明远讲话。"
    (post,) = stated("平阳县", text)
    assert text[post.quote.begin : post.quote.end] == "县委书记周明远"


def test_no_sentence_gives_a_post_of_the_next():
    text = "会议听取了县委书记的讲话。周明远主持会议。"
    assert not stated("平阳县", text)
