import pytest
from texts import annotated

from kg import register
from kg.annotate.setting import find
from kg.read.years import year

# One case a line: heading | masthead or file name | text | who "we" are | the regions of the chain.
CASES = """
缙云县|||缙云县|缙云县 丽水市 浙江省
荆门高新区||荆门市招商。|荆门高新区|荆门市 湖北省
||全县上下抓招引。遂昌新增企业12家，遂昌县委书记讲话。|遂昌县|遂昌县 丽水市 浙江省
|2024年安徽省政府工作报告|合肥市、合肥市、合肥市增产。|安徽省|安徽省
|中共缙云县委文件|丽水市、丽水市要求抓好落实。|缙云县|缙云县 丽水市 浙江省
|襄阳日报|全县上下抓招引。谷城新增企业12家，谷城县委书记讲话。|谷城县|谷城县 襄阳市 湖北省
|襄阳日报|遂昌新增企业12家，遂昌县委书记讲话。|襄阳市|襄阳市 湖北省
|来源：枣阳经开区管委会 阅读次数：20|苏州、苏州客商签约，园区产值增长。|枣阳经开区|枣阳市 襄阳市 湖北省
|信息来源：枣阳市融媒体中心|苏州、苏州、苏州客商签约。|枣阳市|枣阳市 襄阳市 湖北省
|来源：省发改委|大家干劲十足。||
|襄阳日报|大家干劲十足。|襄阳市|襄阳市 湖北省
||苏州、无锡、杭州来客。平阳县委召开会议，平阳县长讲话。|平阳县|平阳县 温州市 浙江省
||大家干劲十足。||
||谷城经济开发区招商。增速列襄阳各县（市、区）第二位，襄阳市来客。|谷城县|谷城县 襄阳市 湖北省
||襄阳招商。谷城县签约，襄阳市产值列湖北各市州第二位。|襄阳市|襄阳市 湖北省
缙云县|襄阳日报|遂昌、遂昌、遂昌。|缙云县|缙云县 丽水市 浙江省
||平邑县集中签约／临沂市平邑县举行签约仪式。临沂客商到会，临沂签约12家。|平邑县|平邑县 临沂市 山东省
||云台新区集中开工／郑州云台新区举行仪式。云台新区签约，云台新区投产。|云台新区|郑州市 河南省
||枣阳经济开发区招商。枣阳经济开发区签约。枣阳经济开发区投产。|枣阳经济开发区|枣阳市 襄阳市 湖北省
||湖北枣阳清潭高新技术产业开发区简介／园区位于枣阳市东部。清潭高新区招商，园区投产，高新区扩园。|湖北枣阳清潭高新技术产业开发区|枣阳市 襄阳市 湖北省
||湖北枣阳经济开发区简介／经开区距枣阳站3公里，枣阳、枣阳市、枣阳县城来客，枣阳投产，园区签约。|湖北枣阳经济开发区|枣阳市 襄阳市 湖北省
||县委书记到公安经济开发区调研，县长讲话，全县上下抓招引。宜昌客商签约。|公安县|公安县 荆州市 湖北省
||枣阳经济开发区是个好地方。枣阳招商，枣阳市签约，枣阳市长讲话。|枣阳市|枣阳市 襄阳市 湖北省
||枣阳经济开发区招商。枣阳签约，枣阳市投产，枣阳市长讲话。|枣阳市|枣阳市 襄阳市 湖北省
|青山新闻网|【青山新闻网】宜昌签约12家，宜昌市投产。|宜昌市|宜昌市 湖北省
||资源经济开发区招商。县委书记到会，县长讲话，桂林客商签约。|资源县|资源县 桂林市 广西壮族自治区
||湖北枣阳经济开发区简介／枣阳招商，枣阳市签约，枣阳市长讲话。|湖北枣阳经济开发区|枣阳市 襄阳市 湖北省
||襄阳云岭轴承公司开工，襄阳云岭轴承公司落户谷城。我县企业增产，襄阳云岭轴承公司扩建。|谷城县|谷城县 襄阳市 湖北省
||襄阳招商。登陆资本市场，谷城、谷城县企业增产。|谷城县|谷城县 襄阳市 湖北省
|湖北日报|总投资超百亿元／谷城县签约20个项目／襄阳、襄阳、襄阳、襄阳客商到会，一批投资大、效益好的项目在会上集中签下协议。|谷城县|谷城县 襄阳市 湖北省
|湖北日报|湖北谷城县光伏项目开工／湖北、湖北、湖北、湖北增产，谷城县一批投资大、效益好的项目在会上集中签下协议。|谷城县|谷城县 襄阳市 湖北省
||枣阳临港区集中开工／枣阳临港区签约，枣阳临港区投产。|枣阳临港区|枣阳市 襄阳市 湖北省
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_whose_paper_it_is(case):
    heading, masthead, text, home, chain = case.split("|")
    setting = find(heading, [masthead] if masthead else [], text.replace("／", "\n"))
    assert (setting.home.text if setting.home else "") == home
    assert [region.name for region in setting.chain] == chain.split()


def test_words_of_a_level_mean_the_region_of_that_level_and_a_zone_is_its_own_district():
    county, zone = find("缙云县", (), ""), find("荆门高新区", (), "")
    assert [getattr(county.of(unit), "text", "") for unit in "县市省区旗"] == ["缙云县", "丽水市", "浙江省", "", ""]
    assert [getattr(zone.of(unit), "text", "") for unit in "区市省县"] == ["荆门高新区", "荆门市", "湖北省", ""]
    assert [getattr(county.region(level), "code", "") for level in ("county", "province")] == ["331122", "330000"]


def test_a_place_by_itself_counts_more_than_one_in_a_companys_name():
    text = "苏州明华轴承有限公司、苏州瑞达机械有限公司到访。3月7日，平阳县领导接待。平阳来客增多。"
    assert annotated(text, home="")._.setting.home.text == "平阳县"


def test_the_end_of_a_word_and_the_beginning_of_the_next_are_no_place():
    text = "由明华公司投资兴建的项目投产，公司投资兴建厂房。"
    assert annotated(text, home="")._.setting.home is None


def test_the_file_name_is_a_masthead_and_the_heading_goes_before_it():
    name = "2024_安徽省_政府工作报告"
    assert annotated("大家干劲十足。", home="", identifier=name)._.setting.home.text == "安徽省"
    assert annotated("大家干劲十足。", home="缙云县", identifier=name)._.setting.home.text == "缙云县"


@pytest.mark.parametrize(
    ("name", "near", "code"),
    [
        ("鼓楼区", ("320100",), "320106"),
        ("鼓楼区", ("350100",), "350102"),
        ("鼓楼区", (), ""),
        ("鼓楼区", ("330000",), ""),
        ("吉林", (), "220000"),
        ("吉林", ("220200",), "220200"),
        ("襄樊市", (), "420600"),
        ("南城", ("361000",), "361021"),
        ("无此县", (), ""),
    ],
)
def test_a_name_of_several_regions_is_told_by_those_nearby(name, near, code):
    assert getattr(register.choose(name, near), "code", "") == code


def test_the_longest_name_of_the_register_stands_at_each_place():
    text = "浙江省杭州市融入长江三角洲地区，与南京鼓楼区结对。"
    assert [name for _, _, name in register.find(text)] == ["浙江省", "杭州市", "长江三角洲地区", "南京", "鼓楼区"]
    assert register.macro_regions()["长江三角洲地区"] == "长三角"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2021年，全县计划引进项目30个。", "2021年完成投资10亿元，2022年再上台阶。"], "2021"),
        (["力争到2025年翻一番，到2025年投产，2021年签约。"], "2021"),
        (["2019年9月10日签约，2019 年 10 月开工。"], ""),
        (["2021年签约，2022年投产。"], ""),
        (["2021 年签约。"], "2021"),
        ([], ""),
    ],
)
def test_the_year_of_a_paper_is_the_one_that_its_texts_name_most(texts, expected):
    assert year(texts) == expected
