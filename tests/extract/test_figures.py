import re

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.figures import figures
from kg.model import Block, CleanText, Document
from kg.resources import lexicon

# One case a line. A figure is marked where its quantity stands, with the slots that the case is about; what is not
# marked must not be found. The county's paper is of 18 February 2023.
CASES = """
规上工业产值<figure indicator=规上工业产值 cmp=> unit=亿元 value=800>突破800亿元</figure>。
力争到2026年，规上工业增加值<figure indicator=规上工业增加值 period=2026 status=target>突破150亿元</figure>。
今年以来已新引进10亿元以上项目<figure indicator=新引进项目 scope=10亿元以上 period=2023 status=achieved>3个</figure>。
全县已完成财政总收入<figure indicator=财政总收入 status=achieved value=20.5>20.5亿元</figure>，增长<figure indicator=财政总收入增速 unit=% value=4.9>4.9%</figure>。
招引亿元以上制造业项目<figure indicator=招引项目 scope=亿元以上，制造业 value=40>40个</figure>、10亿元项目<figure indicator=招引项目 scope=10亿元 cmp=>= value=4>4个以上</figure>。
力争全年引进项目<figure indicator=引进项目 value=30 period=2023 status=target>30个</figure>，其中制造业项目<figure indicator=引进项目 scope=制造业 value=9>9个</figure>。
新增高新技术企业<figure indicator=新增企业 scope=高新技术 value=12>12家</figure>、科技型中小企业<figure indicator=新增企业 scope=科技型中小 value=30>30家</figure>。
新增工业用地<figure indicator=新增工业用地 value=1500>1500亩</figure>、出让<figure indicator=出让工业用地 value=900>900亩</figure>。
今年签约项目<figure indicator=签约项目 value=21>21个</figure>，签约资金<figure indicator=签约资金 value=90>90亿元</figure>，亿元以上<figure indicator=签约项目 scope=亿元以上 value=8>8个</figure>。
新建<figure indicator=新建智能工厂 value=8 unit=个>8个</figure>智能工厂、<figure indicator=新建数字化车间 value=20>20个</figure>数字化车间。
<figure indicator=签订协议企业 value=32>32家</figure>企业签订协议。
城镇和农村居民人均可支配收入分别增长<figure indicator=城镇居民人均可支配收入增速 value=4.3>4.3%</figure>、<figure indicator=农村居民人均可支配收入增速 value=5.5>5.5%</figure>。
事故起数、死亡人数分别下降<figure indicator=事故起数下降 value=9.5>9.5%</figure>、<figure indicator=死亡人数下降 value=7.1>7.1%</figure>。
研发投入强度从2.8%提高到<figure indicator=研发投入强度 value=3.3 unit=%>3.3%</figure>。
固定资产投资同比增长<figure indicator=固定资产投资增速 value=8.1>8.1%</figure>，增速全市<figure indicator=增速排名 scope=固定资产投资，全市 value=2 unit=位>第二</figure>。
生产总值增长<figure indicator=生产总值增速 cmp=>= value=5>5%—5.5%</figure><figure indicator=生产总值增速 cmp=<= value=5.5></figure>。
力争大项目招引<figure indicator=大项目招引 unit=倍 value=2>翻番</figure>、上市企业<figure indicator=上市企业 cmp=> value=0 unit=>零突破</figure>。
全力打造<figure indicator=产业集群规模 scope=水泵制造 cmp=~ value=300 unit=亿>300亿级</figure>水泵制造产业集群。
5年投资规模，力求数字经济<figure indicator=投资规模 scope=数字经济 period=2023..2027>超过50亿元</figure>、美丽经济<figure indicator=投资规模 scope=美丽经济>超过30亿元</figure>。
成立智慧农业产业基金<figure about=智慧农业产业基金 indicator=基金规模 value=2>2亿元</figure>。
目前已建成<figure indicator=建成面积 status=achieved value=300>300亩</figure>。
与上海、宁波等<figure indicator=驻外分局 status=achieved value=6>6个</figure>驻外分局的良性互动。
优选<figure indicator=优选精兵强将 unit=名 value=30>30名</figure>精兵强将充实一线。
每位科级干部至少走访企业5家，科员3家，职工2家。
在前期<figure indicator=驻点干部 unit=名 value=12>12名</figure>驻点干部基础上，建成<figure indicator=建成驻点 unit=个 value=9>9个</figure>驻点。
居民人均预期寿命达到<figure indicator=居民人均预期寿命 value=81.5>81.5岁</figure>。
优良天数增加<figure indicator=优良天数增加 value=25 unit=天>25天</figure>。
出口占全国比重达<figure value=3.5 unit=%>3.5%</figure>。
未来五年，将招引生物技术企业<figure indicator=招引企业 scope=生物技术 period=2023..2027 status=target>30家以上</figure>。
深化三年行动，推进一号工程，理清6大产业链，每周一次研究。
完成亩均税收5万元以下的低效企业整治。
全国粮食产量稳定在1.3万亿斤以上。
会上8家单位作了交流发言。
力争引进亿元以上项目<figure indicator=引进项目 scope=亿元以上 value=50>50个以上</figure>，其中10亿元以上<figure indicator=引进项目 scope=10亿元以上 value=5>5个</figure>、50亿元以上实现<figure indicator=引进项目 cmp=> value=0>零突破</figure>。
规上工业增加值增长<figure indicator=规上工业增加值增速 value=8.1>8.1%</figure>，增速高于全省平均水平<figure indicator=规上工业增加值增速高于全省平均水平 unit=个百分点 value=1.1>1.1个百分点</figure>，比一季度加快<figure indicator=规上工业增加值增速加快 value=0.6>0.6个百分点</figure>。
高新技术企业总数居全市各县（市、区）<figure indicator=高新技术企业总数排名 value=1 unit=位>首位</figure>。
综合实力进入全国百强县<figure indicator=综合实力排名 cmp=<= value=50 unit=位>前50强</figure>。
城镇居民人均可支配收入<figure value=52845>52845元</figure>，农村居民人均可支配收入<figure value=31987>31987元</figure>，分别增长<figure indicator=城镇居民人均可支配收入增速 value=4.6>4.6%</figure>和<figure indicator=农村居民人均可支配收入增速 value=6.8>6.8%</figure>。
三大主导产业实现营业收入<figure indicator=营业收入 scope=三大主导产业 value=186.3>186.3亿元</figure>，占规上工业的<figure indicator=营业收入占规上工业的比重 value=71.5>71.5%</figure>。
工业投资增长<figure indicator=工业投资增速 value=15.3>15.3%</figure>，占全部投资的比重为<figure indicator=工业投资占全部投资的比重 value=41.2>41.2%</figure>。
项目审批时限压缩至<figure indicator=项目审批时限 cmp=<= value=2 unit=个工作日>2个工作日以内</figure>。
2022年，预计实现地区生产总值<figure indicator=地区生产总值 cmp=> value=600 period=2022 status=achieved>超过600亿元</figure>。
到2026年，规上工业企业达到<figure indicator=规上工业企业 period=2026 status=target>350家</figure>。
锚定全年固定资产投资增长<figure indicator=固定资产投资增速 status=target value=7>7%</figure>的目标。
此次集中签约项目<figure indicator=集中签约项目 status=achieved value=16>16个</figure>，协议总投资<figure about=平阳县 indicator=协议总投资 status=planned value=142.8>142.8亿元</figure>。
聚焦服务提质，推进流程再造，组建<figure indicator=组建产业链专班 status=target value=4>4个</figure>产业链专班。
对落户企业最高给予500万元奖励。
1—6月，固定资产投资增长<figure indicator=固定资产投资增速 period=2022-H1 value=6>6%</figure>。
推行千名干部联千企。
当天开工的<figure indicator=开工项目 value=6>6个</figure>项目总投资<figure indicator=总投资 cmp=~ status=planned value=7>7亿元左右</figure>。
20个项目中有<figure indicator=项目 value=5>5个</figure>是外资项目，另外<figure indicator=项目 scope=内资项目 value=3>3个</figure>属于内资项目。
在新引进的项目中，投资超过1亿元的有<figure indicator=新引进的项目 scope=投资超过1亿元 value=4>4个</figure>。
两家企业负责人随到随坐，甲、乙、丙三方签约，第三趟才成行。
扶持食品、建材、电子、机械四个行业。
农村自来水、卫生户厕普及率分别超过<figure indicator=农村自来水普及率 cmp=> value=97>97%</figure>、<figure indicator=卫生户厕普及率 cmp=> value=83>83%</figure>。
地区生产总值连续迈上3个千亿元台阶、达<figure indicator=地区生产总值 value=4216>4216亿元</figure>、年均增长<figure indicator=地区生产总值增速 value=5.9>5.9%</figure>。
机械、电子产业的产值则分别为<figure indicator=机械产值 value=37.5>37.5亿元</figure>和<figure indicator=电子产业的产值 value=26.5>26.5亿元</figure>。
公司在科技城投资<figure indicator=投资 status=planned value=9000>9000万元</figure>扩建厂房。
待这些项目全部达产，预计每年可实现产值<figure indicator=产值 scope=每年 status=planned period= value=53>53亿元</figure>。
完成技改投资<figure value=64.2>64.2亿元</figure>，温州市排名<figure about=平阳县 indicator=技改投资排名 scope=温州市 value=3>第三</figure>。
工业投资增长<figure value=9>9%</figure>，增幅列温州市<figure about=平阳县 indicator=增速排名 scope=工业投资，温州市 value=2>第二位</figure>。
出口额居江淮平原<figure indicator=出口额排名 scope=江淮平原 value=3 unit=位>第三</figure>。
前三季度，招引项目<figure indicator=招引项目 period=2022-01..2022-09 value=42>42个</figure>。
2月15日，全县新开工项目<figure indicator=新开工项目 period= value=19>19个</figure>。此次开工项目总投资<figure indicator=总投资 period= status=planned value=21>21亿元</figure>。
帮助企业解决问题<figure value=83>83个</figure>，建议提案<figure indicator=建议提案 value=186>186件</figure>全部办结。
年产吉他<figure indicator=年产吉他 unit=万把 value=60>60万把</figure>。
规上工业增加值增速在全市9个县（市、区）中排名<figure indicator=规上工业增加值增速排名 value=2 unit=位>第二</figure>。
综合考评在全省13个设区市中位居<figure indicator=综合考评排名 value=3 unit=位>第三</figure>。
<figure indicator=项目 value=4>4个</figure>项目分属纺织服装、家电制造和生物医药。
<figure indicator=项目 value=12>12个</figure>项目分布在8个乡镇。
商务局局长赵新民对8个开工项目作了说明。
从一家60多人的小型维修厂起步，拥有专利<figure indicator=专利 value=213>213项</figure>。
创始人当年以3万元起家，如今企业年销售额<figure indicator=年销售额 value=5>5亿元</figure>。
来自长三角地区的120余名企业家参加活动，5家企业获颁奖牌。
<figure indicator=现场集中签约项目 value=8>8个</figure>项目现场集中签约。
水泵产量占全国的<figure indicator=水泵产量占全国的比重 unit= value=0.3333>三分之一</figure>，出口额占全省<figure indicator=出口额占全省比重 value=28>28%</figure>。
县里成立<figure indicator=成立产业链专班 value=8>8个</figure>产业链专班。
新增省级工程中心、市级工程中心各<figure indicator=新增省级工程中心 value=2>2家</figure><figure indicator=新增市级工程中心 value=2></figure>。
第一批进驻<figure indicator=进驻部门 scope=第一批 value=17>17个</figure>部门。
对人才最高资助1000万元。
公司今年产值有望突破<figure indicator=产值 cmp=> value=4>4亿元</figure>。
从多个部门抽调业务骨干<figure indicator=抽调业务骨干 value=14>14名</figure>。
集中开工项目<figure value=8>8个</figure>，集中签约项目<figure value=21>21个</figure>，两者总投资合计<figure indicator=总投资 status=planned value=80.6>80.6亿元</figure>。
技改项目投资<figure value=24.8>24.8亿元</figure>，相当于总额的<figure indicator=投资占总额的比重 value=44>44%</figure>。
城乡居民人均可支配收入年均分别增长<figure indicator=城镇居民人均可支配收入增速 value=5.3>5.3%</figure>、<figure indicator=农村居民人均可支配收入增速 value=7.1>7.1%</figure>。
营业总收入、利润总额五年分别增长<figure indicator=营业总收入增速 period=2018..2022 value=97>97%</figure>、<figure indicator=利润总额增速 value=27>27%</figure>。
自来水、卫生户厕普及率超过<figure indicator=自来水普及率 cmp=> value=98>98%</figure>、<figure indicator=卫生户厕普及率 cmp=> value=85>85%</figure>。
城镇、农村居民人均可支配收入分别为<figure value=20468>20468元</figure>和<figure value=9876>9876元</figure>，同比增长<figure indicator=城镇居民人均可支配收入增速 value=6.1>6.1%</figure>、<figure indicator=农村居民人均可支配收入增速 value=8.4>8.4%</figure>。
粮食播种面积<figure value=1584>1584万亩</figure>、总产量<figure indicator=粮食总产量 value=132>132亿斤</figure>。新增规上工业企业<figure value=23>23家</figure>，总数达<figure indicator=规上工业企业总数 value=141>141家</figure>。
县财政每年安排<figure indicator=安排专项资金 scope=每年 value=5000 unit=万元>5000万元</figure>专项资金，发放<figure indicator=发放消费券 value=3>3亿元</figure>消费券。
在2021年度全省综合评价中，平阳县列<figure indicator=全省综合评价排名 value=18 unit=位>第18位</figure>，较上年前移<figure value=11>11位</figure>。
规上工业总产值力争突破<figure indicator=规上工业总产值 status=target value=500>500亿元</figure>。
培育壮大该县首位产业。
纲要安排了18个领域的重点任务，一批项目纳入国家102项重大工程。
PM2.5年均浓度改善<figure indicator=PM2.5年均浓度改善 value=16.5>16.5%</figure>。
打造千亿级的<figure indicator=产业规模 scope=生物医药 cmp=~ value=1000></figure><figure indicator=产业规模 scope=智能装备></figure>生物医药、智能装备两大战略性新兴产业。
构筑水泵、电机两大<figure indicator=集群规模 scope=水泵 value=1000>千亿级</figure><figure indicator=集群规模 scope=电机></figure>集群。
打造<figure indicator=产业集群规模 scope=新能源 value=1000>千亿级</figure>新能源、<figure indicator=产业集群规模 scope=新材料 value=100>百亿级</figure>新材料产业集群。
加快打造<figure indicator=打造万亿级产业 value=6>6个</figure>万亿级产业。
1—2月，水泵产业和服装皮革产业双双回升，分别增长<figure indicator=水泵产业增速 period=2023-01..2023-02 value=64.8>64.8%</figure>和<figure indicator=服装皮革产业增速 value=33.5>33.5%</figure>。
水泵、电机产业链签约项目，分别为年初定下的全年任务的<figure indicator=水泵产业链签约项目完成率 period= value=200>200%</figure>、<figure indicator=电机产业链签约项目完成率 value=140>140%</figure>。
前三季度，新开工项目<figure value=145>145个</figure>，完成全年任务<figure indicator=新开工项目完成率 period=2022-01..2022-09 status=achieved value=77.9>77.9%</figure>。
生产总值增长<figure value=5.6>5.6%</figure>，分别高于全国、全省<figure indicator=生产总值增速高于全国 unit=个百分点 value=0.4>0.4个</figure>、<figure indicator=生产总值增速高于全省 unit=个百分点 value=0.2>0.2个百分点</figure>，增速较上半年前进<figure indicator=生产总值增速前进 unit=个位次 value=1>1个位次</figure>、居全省<figure indicator=增速排名 unit=位 value=1>第一</figure>！
<figure value=4 unit=项>4项</figure>主要经济指标增速居全省第一，<figure value=14>14项</figure>主要指标增速居全省前三。
集中攻坚总投资<figure indicator=总投资 status=planned value=105>105亿元</figure>的<figure indicator=集中攻坚重点项目建设 value=60>60个</figure>重点项目建设。
占全国年产水泵总产量的<figure indicator=占全国年产水泵总产量的比重 unit=成 value=3>3成</figure>。
结束了去年的下滑势头，水泵产值增长<figure indicator=水泵产值增速 period= value=9>9%</figure>。
贯彻‘五个更加’重要要求。
元月新签约项目<figure indicator=新签约项目 period=2023-01 value=8>8个</figure>。
签约项目<figure value=56>56个</figure>，总投资<figure value=328>328亿元</figure>，其中制造业项目<figure indicator=签约项目 scope=制造业 value=9>9个</figure>。
签约项目<figure value=126>126个</figure>，协议总投资<figure value=860>860亿元</figure>，较去年同期分别增长<figure indicator=签约项目增速 value=26>26%</figure>和<figure indicator=协议总投资增速 value=31.5>31.5%</figure>。
完成工业投资<figure value=86.4>86.4亿元</figure>，增长<figure value=21.7>21.7%</figure>，总量、增速分别位居温州市<figure indicator=总量排名 scope=工业投资，温州市 value=3>第三</figure>和<figure indicator=增速排名 scope=工业投资，温州市 value=1>第一</figure>。
全县财政总收入<figure indicator=财政总收入 cmp=> value=30>突破30亿元</figure>大关。
<figure indicator=重点项目 value=230>230个</figure>重点项目开工率达<figure indicator=项目开工率 value=95.6>95.6%</figure>。
对固定资产投资5000万元以上的项目按3%给予奖励。
恒达食品等<figure status=target value=5>5个</figure>项目近期有望签约。
推进签约<figure status=target value=70>70个</figure>、开工<figure status=target value=60>60个</figure>项目的“双百”计划。
全市签约项目<figure about=温州市 value=33>33个</figure>，其中瑞安市<figure about=瑞安市 indicator=签约项目 value=12>12个</figure>、平阳县<figure about=平阳县 indicator=签约项目 value=9>9个</figure>，龙港市、文成县各<figure about=龙港市 value=3>3个</figure><figure about=文成县 indicator=签约项目></figure>。
其中水泵产业、电机产业增加值分别增长<figure indicator=水泵产业增加值增速 value=11>11%</figure>和<figure indicator=电机产业增加值增速 value=9>9%</figure>，占规上工业比重分别为<figure indicator=水泵产业增加值占规上工业比重 value=58>58%</figure>、<figure indicator=电机产业增加值占规上工业比重 value=32>32%</figure>。
到位资金<figure value=156>156亿元</figure>，利用外资<figure value=1>1亿美元</figure>，分别完成年度目标的<figure indicator=到位资金完成率 value=104>104%</figure>和<figure indicator=利用外资完成率 value=120>120%</figure>。
第三产业增加值增长<figure value=6.8>6.8%</figure>，占GDP比重提高到<figure value=48.6>48.6%</figure>，较上年提升<figure indicator=第三产业增加值占GDP比重提升 value=1.2>1.2个百分点</figure>。
现有国家级绿色工厂<figure value=3>3家</figure>、省级<figure indicator=省级绿色工厂 value=12>12家</figure>。
获评江淮县域经济百强县，列<figure indicator=江淮县域经济百强县排名 value=86>第86位</figure>。
<figure indicator=重点项目 value=215>215个</figure>重点项目完成投资<figure indicator=完成投资 value=68>68亿元</figure>。
全市新增上市企业<figure about=温州市 value=3>3家</figure>；新增科技企业<figure about=温州市 value=86>86家</figure>。
去年前10月，新签约项目<figure period=2022-01..2022-10 value=12>12个</figure>。
引进三类500强企业<figure indicator=引进企业 scope=三类500强 value=30>30家</figure>，水泵产业入围全省10个产业集群，华山玻璃、东海集团两家知名企业落户。
到2025年累计建成高标准农田<figure status=target value=38>38万亩</figure>。
全镇企业年产值<figure status=achieved value=45>45亿元</figure>，占全国市场份额的<figure indicator=年产值占全国市场份额的比重 status=achieved value=60>60%</figure>。
滚动谋划、集中攻坚十亿元项目<figure indicator=滚动谋划、集中攻坚项目 scope=十亿元 value=5>5个</figure>。
力争专精特新和上市企业实现<figure indicator=专精特新企业 cmp=> value=0>零突破</figure><figure indicator=上市企业 cmp=> value=0></figure>。
配备沪宁、闽粤、京津<figure indicator=配备招商分局 value=3>三个</figure>招商分局。
建立<figure indicator=建立机构 cmp== value=100>百家</figure>机构。
目前，平阳蚕桑产业示范基地年产量达<figure status=achieved value=100>100吨</figure>。
签约项目<figure value=8>8个</figure>。去年1—6月，竣工项目<figure value=9>9个</figure>。新签约项目<figure period=2022-H1 value=28>28个</figure>，总投资<figure period=2022-H1 status=planned value=34>34亿元</figure>。
建设年产<figure indicator=年产机制砂 unit=万吨 value=50>50万吨</figure>机制砂生产线<figure indicator=建设生产线 value=2>2条</figure>。
新增省级企业技术中心<figure value=4>4家</figure>、市级<figure indicator=新增市级企业技术中心 value=8>8家</figure>。
年度计划完成投资<figure indicator=年度计划完成投资 status=planned value=86>86亿元</figure>，截至去年9月底已完成投资<figure indicator=完成投资 period=2022-09 value=71.3>71.3亿元</figure>。
为平阳县今年经济总量<figure indicator=经济总量 period=2023 value=300>突破300亿元</figure>提供支撑。
""".strip().splitlines()
_MARK = re.compile(r"<figure ?(?P<slots>[^\n]*?)>(?P<text>[^<>=]*)</figure>")
_SLOT = re.compile(r"(\w+)=((?:>=|<=|>|<)(?= |$)|[^ ]*)")


def marked(case):
    slots = [dict(_SLOT.findall(match["slots"])) for match in _MARK.finditer(case)]
    quotes = [match["text"] for match in _MARK.finditer(case)]
    return _MARK.sub(lambda match: match["text"], case), slots, quotes


def read(text, home="平阳县", date="2023-02-18", blocks=None):
    document = Document("a", "a", "a.txt", "", "utf8", text, 0, len(text), date, home)
    blocks = blocks or (Block("paragraph", 0, len(text)),)
    return list(figures(next(annotate([(document, CleanText(text, tuple(range(len(text))), blocks))]))))


def slots_of(figure):
    return {
        "about": figure.about.text,
        "indicator": figure.indicator,
        "scope": figure.scope,
        "cmp": figure.comparator,
        "value": f"{figure.value}",
        "unit": figure.unit,
        "period": figure.period,
        "status": figure.status,
    }


@pytest.mark.parametrize("case", CASES)
def test_figures(case):
    text, expected, quotes = marked(case)
    found = read(text)
    slots = [slots_of(figure) for figure in found]
    assert [{key: have[key] for key in want} for want, have in zip(expected, slots, strict=False)] == expected
    assert len(found) == len(expected)
    for figure, quote in zip(found, quotes, strict=True):
        assert text[figure.quote.begin : figure.quote.end].endswith(quote)


def test_a_section_that_looks_back_tells_results_and_one_that_looks_ahead_goals():
    parts = ["一、2022年工作回顾", "规上工业增加值增长8%。", "二、2023年重点工作安排", "规上工业增加值增长9%。"]
    text, blocks, at = "\n".join(parts), [], 0
    for part, kind in zip(parts, ("heading", "paragraph") * 2, strict=True):
        blocks.append(Block(kind, at, at + len(part)))
        at += len(part) + 1
    found = read(text, home="", blocks=tuple(blocks)) or read(text, blocks=tuple(blocks))
    assert [(f.status, f.period) for f in found] == [("achieved", "2022"), ("target", "2023")]


def in_blocks(*parts, kinds=(), **more):
    """Read parts that stand in a line each, paragraphs but for the kinds given for the first ones.签约项目中，投资超10亿元的<figure indicator=签约项目 scope=投资超10亿元 value=1>1个</figure>、超5亿元的<figure indicator=签约项目 scope=超5亿元 value=2>2个</figure>。
        项目投资超过20亿元的有<figure indicator=项目 scope=投资超过20亿元 value=3>3个</figure>，投资规模10亿元以上的有<figure indicator=项目 scope=投资规模10亿元以上 value=4>4个</figure>。
        全县拥有茶园面积<figure about=平阳县 indicator=茶园面积 status=achieved value=9.5>9.5万亩</figure>。
        新签约项目<figure indicator=新签约项目>17个</figure>，合同投资额<figure indicator=合同投资额>63.5亿元</figure>；新开工项目<figure indicator=新开工项目>9个</figure>，新竣工项目<figure indicator=新竣工项目>6个</figure>，分别完成全年目标的<figure indicator=新签约项目完成率 value=68>68%</figure>、<figure indicator=新开工项目完成率>75%</figure>和<figure indicator=新竣工项目完成率>50%</figure>。
        新建高标准农田<figure indicator=新建高标准农田>2.5万亩</figure>，累计建成<figure indicator=建成高标准农田>18.6万亩</figure>，占耕地总面积的<figure indicator=建成高标准农田占耕地总面积的比重>四成</figure>。
        葡萄加工企业发展到<figure indicator=葡萄加工企业 value=67>67家</figure>，其中自治区级龙头企业<figure indicator=自治区级龙头企业>12家</figure>、国家级<figure indicator=国家级龙头企业>2家</figure>。
        接待游客<figure indicator=接待游客 value=28>28万人次</figure>，比去年同期<figure indicator=接待游客 unit=番 value=1>翻了一番</figure>；实现旅游收入<figure indicator=旅游收入>65.1亿元</figure>，恢复到2019年同期的<figure indicator=旅游收入恢复到同期>112%</figure>。
        争取上级资金<figure value=13>13亿元</figure>，其中中央预算内投资<figure indicator=中央预算内投资>1.7亿元</figure>。
        茶叶种植面积<figure indicator=茶叶种植面积 period=>2.1万亩</figure>，是2015年的<figure indicator=茶叶种植面积 value=2.8 period=>2.8倍</figure>。
        城镇化率由2015年的46.2%提高到<figure indicator=城镇化率>55.8%</figure>，提高<figure indicator=城镇化率提高>9.6个百分点</figure>，高于全市平均水平<figure indicator=城镇化率高于全市平均水平>4个百分点</figure>。
        出口<figure indicator=出口>9.8亿元</figure>，下降<figure indicator=出口下降>8.1%</figure>，降幅较上月收窄<figure indicator=出口降幅收窄>3.5个百分点</figure>。
        实际到账外资<figure indicator=实际到账外资 status=achieved>2860万美元</figure>，增长<figure indicator=实际到账外资增速 cmp=>= status=achieved>两成以上</figure>。
        平阳红茶以<figure indicator=红茶品牌价值 value=7.3>7.3亿元</figure>的品牌价值入选，较上年增加<figure indicator=红茶品牌价值增加>1亿元</figure>。
        <figure indicator=重点项目>78个</figure>重点项目全部落实县级领导包保。
        纳入市级项目库的<figure indicator=纳入项目 scope=市级项目库的>12个</figure>项目完成投资<figure indicator=完成投资>53.7亿元</figure>。
        平阳县高新区在全省159家开发区综合评价中列<figure indicator=开发区综合评价排名 value=38>第38位</figure>，较上年前移<figure indicator=开发区综合评价前移>21位</figure>，首次进入全省<figure indicator=开发区综合评价排名 cmp=<=>前四十</figure>。
        绿能产业园项目、平阳县钢铁物流园区建设项目从签约到开工用时<figure indicator=从签约到开工用时 status=achieved value=96>96天</figure><figure indicator=从签约到开工用时 about=平阳县钢铁物流园区建设项目></figure>。
        会上达成项目签约成果<figure indicator=项目签约 value=14>14个</figure>。
        当天的签约项目中，县本级<figure indicator=签约项目 scope=本级>25个</figure>项目。
        他是获表彰的103名“优秀村支书”之一，包括他在内全县有4人获此殊荣。
        年产10万吨负极材料与石墨提纯应用项目建设现场。
        从打下第一根桩到出第一锭纱只用了<figure unit=个月>十个月</figure>。
        清洁能源装机规模达到<figure indicator=清洁能源装机规模>2107万千瓦</figure>，其中光伏<figure indicator=清洁能源装机规模 scope=光伏>1558万千瓦</figure>、水电<figure indicator=清洁能源装机规模 scope=水电>417万千瓦</figure>。
    完成工业总产值<figure indicator=工业总产值>30亿元</figure>，其中水泵<figure indicator=工业总产值 scope=水泵>12亿元</figure>，规上企业<figure indicator=规上企业>12家</figure>。
    引进资金<figure indicator=引进资金>2.7亿元</figure>，较去年同期翻了<figure indicator=引进资金 unit=番 cmp=~>近一番</figure>。
    新开工项目<figure indicator=新开工项目>60个以上</figure>、新竣工项目<figure indicator=新竣工项目>45个以上</figure>。
    增速居全市<figure indicator=增速排名 scope=全市>第三位</figure>、南部山区县<figure indicator=增速排名 scope=南部山区县 value=1>第一位</figure>。
    花卉产业现有种植面积<figure indicator=花卉产业种植面积>6.8万亩</figure>。
    指标还差13个。
    """
    blocks, at = [], 0
    for index, part in enumerate(parts):
        blocks.append(Block(kinds[index] if index < len(kinds) else "paragraph", at, at + len(part)))
        at += len(part) + 1
    return read("\n".join(parts), blocks=tuple(blocks), **more)


def test_a_heading_with_a_year_sets_period_and_status_of_what_stands_below_it():
    parts = ["【2022年成绩单】", "★全年财政总收入预计达41亿元。", "水泵产量12万台。"]
    parts += ["【2023年目标】", "◎农业：改造茶园2万亩。"]
    found = in_blocks(*parts, kinds=("heading", "paragraph", "paragraph", "heading"))
    assert [(f.indicator, f.status, f.period) for f in found] == [
        ("财政总收入", "achieved", "2022"),
        ("水泵产量", "achieved", "2022"),
        ("改造茶园", "target", "2023"),
    ]


def test_what_is_asked_for_below_the_goals_of_the_year_is_of_that_year():
    goals = "会议强调，2023年全县主要预期目标是：工业投资增长12%。"
    found = in_blocks(goals, "会议要求，力争水泵产值达到45亿元。", "去年引进企业30家。")
    assert [(f.status, f.period) for f in found] == [("target", "2023"), ("target", "2023"), ("achieved", "2022")]


def test_the_investment_planned_for_a_year_is_of_the_year():
    found = read("一季度，全县集中开工项目16个，年度计划投资22亿元。")
    assert [f.period for f in found] == ["2023-Q1", "2023"]


def test_a_share_of_a_goal_is_a_result_and_what_it_is_a_share_of():
    found = read("去年，到位资金19亿元，完成年度目标任务的58.5%。新增就业2300人，占年度计划的38%。")
    assert [(f.indicator, f.status, f.period) for f in found] == [
        ("到位资金", "achieved", "2022"),
        ("到位资金完成率", "achieved", "2022"),
        ("新增就业", "achieved", "2022"),
        ("新增就业占年度计划的比重", "achieved", "2022"),
    ]


def test_an_event_is_of_the_quarter_that_it_is_named_by():
    text = "2月15日，平阳县2023年一季度重大项目集中签约仪式举行。此次集中签约项目23个，其中外资项目3个。"
    assert [f.period for f in read(text)] == ["2023-Q1", "2023-Q1"]


def test_what_is_counted_at_an_event_goes_by_its_quarter_in_the_next_paragraphs_too():
    event = "2月15日，平阳县举行2023年第一季度招商项目云签约、开工活动。参加此次签约、开工项目共30个。"
    found = in_blocks(event, "集中开工项目18个，总投资61亿元。其中20亿元以上项目1个。")
    assert {f.period for f in found} == {"2023-Q1"}


def test_a_day_before_the_period_of_a_sentence_is_not_that_of_what_it_goes_on_about():
    text = "2月8日，记者获悉，去年四季度，全县新签约项目31个。其中，制造业项目12个。"
    assert [f.period for f in read(text)] == ["2022-Q4", "2022-Q4"]


def test_when_a_thing_was_opened_is_not_the_period_of_what_it_holds():
    found = read("平阳科创中心于去年9月启用，累计引进企业37家。")
    assert [f.period for f in found] == [""]


def test_a_slogan_about_the_whole_year_is_no_period_of_the_title():
    assert [f.period for f in titled("夯实全年压舱石", "入驻企业43家。", home="平阳县")] == [""]


def test_a_title_that_speaks_of_a_running_period_gives_it_to_no_result():
    assert [f.period for f in titled("全力冲刺一季度", "入驻企业43家。", home="平阳县")] == [""]


def test_what_a_zone_plans_for_a_year_is_of_that_year():
    text = "2023年，平阳经济开发区将实施重点项目35个，计划总投资233亿元。"
    assert [f.period for f in read(text)] == ["2023", "2023"]
    assert [f.period for f in read("平阳智能水表项目开工，年度投资27亿元。")] == ["2023"]


def test_what_a_past_decision_will_build_is_still_planned():
    text = "去年3月，平阳恒远机械有限公司投资6.5亿元启动平阳智能水表项目，新增用地98亩，新建厂房5.2万平方米。"
    assert [(f.status, f.period) for f in read(text)] == [("planned", "")] * 3


def test_a_funds_size_is_named_so_whatever_verb_stands_before_it():
    text = "用好总规模20亿元的平阳水泵产业引导基金，双方还将发起设立规模3亿元的平阳机械创投基金，已投放1.1亿元。"
    assert [(f.about.text, f.indicator) for f in read(text)] == [
        ("平阳水泵产业引导基金", "基金总规模"),
        ("平阳机械创投基金", "基金规模"),
        ("平阳机械创投基金", "投放"),
    ]


def test_how_long_something_takes_needs_no_verb_and_its_first_length_is_none():
    text = "兑付时限由30个工作日压缩至7个工作日以内，投资项目从拿地到开工不超过45天。"
    assert [(f.indicator, f.comparator, f.value) for f in read(text)] == [
        ("兑付时限", "<=", 7),
        ("投资项目从拿地到开工用时", "<=", 45),
    ]


def test_a_period_that_is_compared_with_is_not_the_figures():
    assert [f.period for f in read("去年，景区客流恢复至2019年同期的115%。")] == ["2022"]
    assert [f.period for f in read("到2026年，工业产值在2022年基础上翻一番。")] == ["2026"]


def test_a_plan_that_a_notice_publishes_tells_goals():
    found = titled("关于印发《平阳县水泵产业行动方案（2023—2025年）》的通知", "到2024年，规上企业达到190家。")
    assert [(f.status, f.period) for f in found] == [("target", "2024")]


def test_the_period_that_opens_a_paragraph_does_not_reach_the_next():
    parts = ["未来五年，力争引进企业30家。培育上市企业6家。", "培育专精特新企业50家。"]
    text = "\n".join(parts)
    blocks = (Block("paragraph", 0, len(parts[0])), Block("paragraph", len(parts[0]) + 1, len(text)))
    assert [f.period for f in read(text, blocks=blocks)] == ["2023..2027", "2023..2027", ""]


def test_investment_and_area_of_a_named_park_are_planned_and_its_own():
    found = read("清溪科技产业园位于城东，总投资12亿元，规划面积约800亩。")
    assert [(f.about.text, f.indicator, f.comparator, f.status) for f in found] == [
        ("清溪科技产业园", "总投资", "=", "planned"),
        ("清溪科技产业园", "规划面积", "~", "planned"),
    ]


def about(text, **more):
    return [(f.about.text, f.indicator, f.status) for f in read(text, **more)]


def test_a_company_goes_on_acting_and_is_pointed_back_to():
    text = "平阳恒远机械有限公司是县里的老企业。该公司已建成生产线14条，去年实现产值8.6亿元，同比增长21.3%。"
    assert {f.about.text for f in read(text)} == {"平阳恒远机械有限公司"}


def test_a_zone_pointed_back_to_is_the_subject_of_its_paragraph():
    text = "平阳经济开发区是工业主战场。2022年，该区规上工业总产值突破200亿元。力争到2026年新增上市企业5家以上。"
    assert [f.about.text for f in read(text)] == ["平阳经济开发区"] * 2


def test_a_projects_numbers_are_planned_until_they_are_done():
    text = "平阳智能水表项目开工。该项目总投资31亿元，用地约260亩，全部达产后可实现年销售收入45亿元、税收1.8亿元。"
    assert {(f.about.text, f.status) for f in read(text)} == {("平阳智能水表项目", "planned")}
    text = "平阳智能水表项目总投资6亿元。目前，项目已完成投资1.1亿元。"
    assert about(text)[1:] == [("平阳智能水表项目", "完成投资", "achieved")]


def test_what_an_investment_builds_is_its_subject():
    text = "平阳恒远机械有限公司拟投资26亿元建设平阳智能水表项目。"
    assert about(text) == [("平阳智能水表项目", "投资", "planned")]


def test_a_bulleted_project_owns_what_stands_behind_its_colon():
    text = "●平阳智能水表项目：由平阳恒远机械有限公司投资建设，总投资22亿元，占地约210亩，建设工期24个月。"
    assert {(f.about.text, f.status) for f in read(text)} == {("平阳智能水表项目", "planned")}


def test_numbers_given_out_over_projects_are_about_one_each():
    text = "平阳智能水表项目、平阳冷链物流中心项目进展顺利，分别完成投资3.6亿元和8500万元。"
    assert about(text) == [
        ("平阳智能水表项目", "完成投资", "achieved"),
        ("平阳冷链物流中心项目", "完成投资", "achieved"),
    ]


def test_numbers_given_out_over_bodies_are_about_one_each():
    found = about("平阳经济开发区、平阳高新技术产业开发区分别新开工项目21个、18个。")
    assert [(name, indicator) for name, indicator, _ in found] == [
        ("平阳经济开发区", "新开工项目"),
        ("平阳高新技术产业开发区", "新开工项目"),
    ]


def test_a_body_that_a_clause_describes_is_the_subject():
    assert [name for name, *_ in about("位于桥头的平阳临港工业园入驻企业38家。")] == ["平阳临港工业园"]


def test_the_capacity_in_a_projects_name_is_planned():
    found = read("平阳恒远机械有限公司年产6万吨水泵项目建成投产。")
    assert [(f.about.kind, f.indicator, f.value, f.unit, f.status) for f in found] == [
        ("Project", "年产", 6, "万吨", "planned")
    ]


def test_a_fund_owns_the_amount_in_front_of_it():
    assert about("设立规模5亿元的平阳水泵产业引导基金，引进人才12名。")[0][0] == "平阳水泵产业引导基金"
    assert about("设立规模5亿元的平阳水泵产业引导基金，引进人才12名。")[1][0] == "平阳县"


def test_the_head_of_a_company_speaks_of_his_company():
    text = "“从签约到投产只用了11个月，去年产值突破18亿元。”平阳恒远机械有限公司总经理林远说。"
    assert {f.about.text for f in read(text)} == {"平阳恒远机械有限公司"}


def test_a_head_speaks_of_his_company_over_several_sentences_and_by_his_name_alone():
    text = "“去年产值突破18亿元。我们拥有专利213项。”平阳恒远机械有限公司总经理林远说。"
    assert {f.about.text for f in read(text)} == {"平阳恒远机械有限公司"}
    text = "平阳恒远机械有限公司董事长林远到会。“今年订单金额3亿元。”林远说。"
    assert {f.about.text for f in read(text)} == {"平阳恒远机械有限公司"}


def test_a_company_goes_by_the_short_name_that_the_text_gives_it():
    text = "平阳恒远机械有限公司（以下简称“恒远机械”）开工。恒远机械现有专利90项。"
    assert [f.about.text for f in read(text)] == ["平阳恒远机械有限公司"]


def test_a_park_is_pointed_back_to_by_a_wider_word():
    text = "平阳五金产业园开园，首批企业搬了进去。园区占地126亩，建有变电站3座。"
    found = [(f.about.text, f.indicator) for f in read(text)]
    assert found == [("平阳五金产业园", "占地"), ("平阳五金产业园", "变电站")]


def test_a_project_stays_the_subject_of_its_sentence():
    text = "平阳恒远机械有限公司投资的平阳智能水表项目主体完工，规划生产线9条。"
    assert [name for name, *_ in about(text)] == ["平阳智能水表项目"]
    text = "平阳智能水表项目现已投产2条线，单晶片日产150万片。"
    assert {name for name, *_ in about(text)} == {"平阳智能水表项目"}


def test_a_project_is_spoken_of_again_in_its_paragraph():
    text = "平阳智能水表项目开工。县领导到场祝贺。项目达产后，可年产水表80万只。"
    assert {name for name, *_ in about(text)} == {"平阳智能水表项目"}


def test_what_is_set_up_bears_what_carriers_bear():
    text = "县里建成平阳五金科创园，面积6万平方米，在孵企业58家。"
    assert [name for name, *_ in about(text)] == ["平阳五金科创园"] * 2
    text = "平阳经济开发区是主战场。该区前身为2006年设立的平阳五金科创园，规划面积28平方公里。"
    assert [name for name, *_ in about(text)] == ["平阳经济开发区"]


def test_what_is_there_before_the_first_goal_is_no_goal():
    found = read("平阳茶园60万亩，水泵企业286家。下一步，力争引进企业30家，力争培育企业8家。")
    assert [f.status for f in found][-3:] == ["achieved", "target", "target"]
    text = "会议明确，今年主要任务是：工业投资增长12%。"
    assert [f.status for f in read(text)] == ["target"]


def test_an_unknown_project_is_no_new_name():
    text = "会上签约的功能糖绿色制造项目总投资8亿元。"
    assert {f.about.text for f in read(text)} <= {"平阳县", "功能糖绿色制造项目"}


def counted(text, **more):
    return [(f.indicator, f.scope, f.value, f.period) for f in read(text, **more)]


def test_projects_are_counted_by_the_event_that_the_text_tells_of():
    text = "2月15日，平阳县举行重大项目集中开工仪式，9个项目同时启动建设。这批项目里，信息化类有两个。"
    assert counted(text) == [
        ("集中开工项目", "", 9, ""),
        ("集中开工项目", "信息化类", 2, ""),
    ]
    text = "2月15日，平阳县举行集中签约活动。16个重点项目顺利签下，13个是制造业项目，另外3个属于农业项目。"
    assert [slots[:3] for slots in counted(text)] == [
        ("集中签约项目", "重点", 16),
        ("集中签约项目", "制造业项目", 13),
        ("集中签约项目", "农业项目", 3),
    ]


def test_a_count_with_a_stage_or_a_period_of_its_own_is_not_of_the_event():
    text = "2月15日，平阳县举行集中开工仪式。全县在建项目32个；2022年，亿元以上项目达到41个。"
    assert [slots[0] for slots in counted(text)] == ["在建项目", "项目"]


def test_what_is_told_at_an_event_of_a_day_has_no_period():
    text = "2月15日，平阳县举行签约仪式。此次签约项目13个。其中，制造业项目9个。"
    assert [when for *_, when in counted(text)] == ["", ""]


def test_an_item_headed_by_a_project_is_about_it_whoever_invests():
    text = "1.光学镜头项目。由平阳锐目光学有限公司投资10.5亿元，租赁标准厂房6万平方米，建设生产线32条。"
    assert about(text) == [
        ("光学镜头项目", "投资", "planned"),
        ("光学镜头项目", "租赁标准厂房", "planned"),
        ("光学镜头项目", "建设生产线", "planned"),
    ]
    text = "▲光学镜头项目：平阳锐目光学有限公司总投资3.2亿元，新建车间4.5万平方米。"
    assert {(name, status) for name, _, status in about(text)} == {("光学镜头项目", "planned")}


def test_who_is_said_to_invest_in_a_project_is_not_what_the_money_is_about():
    text = "位于鳌江镇的平阳智能水表项目，由平阳恒远机械有限公司投资3.5亿元建设，带动就业400人。"
    assert {name for name, *_ in about(text)} == {"平阳智能水表项目"}


def test_a_treasury_that_pays_is_not_what_the_sentence_goes_on_about():
    text = "平阳水泵研究院位于城东，平阳县财政五年内投入建设经费1.2亿元，首批入驻团队7个。"
    assert [name for name, *_ in about(text)] == ["平阳县", "平阳水泵研究院"]


def test_a_company_with_its_short_name_in_brackets_opens_its_sentence():
    text = "平阳恒远机械有限公司（以下简称“恒远机械”）是我县水泵产业链链主企业，去年完成产值18.6亿元。"
    assert [name for name, *_ in about(text)] == ["平阳恒远机械有限公司"]


def test_a_platform_owns_what_is_counted_right_behind_its_name():
    assert about("确保平阳电子信息产业园首批12栋标准厂房年内交付使用。")[0][0] == "平阳电子信息产业园"


def test_a_project_behind_its_own_investment_is_the_subject_of_what_follows():
    text = "“我们从外地搬来，总投资3.6亿元的平阳智能水表项目已有4条生产线投用。”"
    assert {name for name, *_ in about(text)} == {"平阳智能水表项目"}


def test_a_park_is_pointed_back_to_behind_a_period():
    text = "平阳五金产业园位于桥头。力争2025年园区产值突破300亿元。“园区今年已签约项目3个。”"
    assert {name for name, *_ in about(text)} == {"平阳五金产业园"}


def test_a_company_is_pointed_back_to_in_its_own_sentence_and_not_in_a_list():
    text = "平阳恒远机械有限公司成立较早。平阳华达仪表有限公司扩产，今年公司总投资6000万元。"
    assert {f.about.text for f in read(text)} == {"平阳华达仪表有限公司"}
    text = "平阳恒远机械有限公司、平阳华达仪表有限公司等企业在此扎根。\n审批提速，企业从拿地到开工仅需15天。"
    assert {f.about.text for f in read(text)} == {"平阳县"}


def test_a_platform_stays_the_subject_of_its_sentence():
    text = "相比老厂区，平阳五金产业园的人均产出提高了2.4倍，单位产品能耗下降22%。"
    assert {f.about.text for f in read(text)} == {"平阳五金产业园"}


def test_a_project_named_by_two_capacities_has_both():
    found = read("年产100万套车架和80万套减震器项目开工。")
    assert [(f.indicator, f.scope, f.value) for f in found] == [("年产", "车架", 100), ("年产", "减震器", 80)]


def test_a_year_that_is_over_ends_where_the_text_says_now():
    found = read("2019年，公司销售额8000万元，如今年销售额达5亿元。去年签约项目12个，目前已开工6个。")
    assert [f.period for f in found] == ["2019", "", "2022", ""]


def test_an_investment_is_the_projects_that_it_builds_in_a_place():
    text = "平阳恒远机械有限公司投资8600万元，在鳌江镇建平阳智能水表项目。"
    assert [(f.about.text, f.indicator) for f in read(text)] == [("平阳智能水表项目", "投资")]


def test_what_is_to_be_set_up_is_the_subject_of_the_next_clause():
    for body in ("平阳水泵研究院", "平阳水泵产业创新中心"):
        text = f"由平阳恒远机械有限公司牵头的{body}也将于明年挂牌，计划三年投入研发经费3亿元。"
        assert {f.about.text for f in read(text)} == {body}
    text = "园区在上海设立“平阳（上海）科创飞地”，已有14家企业实现本地生产。全县招引企业23家。"
    assert [f.about.text for f in read(text)] == ["平阳（上海）科创飞地", "平阳县"]


def test_a_thing_owns_every_number_that_stands_before_its_name():
    text = "全县开工项目23个，包括投资7亿元、年产水表10万只的平阳智能水表项目。"
    assert about(text)[1:] == [
        ("平阳智能水表项目", "投资", "planned"),
        ("平阳智能水表项目", "年产水表", "planned"),
    ]
    text = "12个项目竣工，其中平阳精密铸件项目投资4亿元，一期建成可实现年产值6亿元、税收2000万元。"
    assert {name for name, *_ in about(text)[1:]} == {"平阳精密铸件项目"}


def test_a_paragraph_that_goes_on_about_a_project_is_about_it():
    text = "去年，平阳县引进平阳万源智造小镇项目。小镇规划用地443亩。\n项目启动后，全县上下同心。5个地块全面开工。"
    assert {name for name, *_ in about(text)} == {"平阳万源智造小镇"}


def test_what_something_is_made_of_is_the_subject_of_what_is_asked_for():
    text = "将水泵产业大脑打造成省级示范，上线企业100家以上，线上交易20亿元以上。"
    assert {name for name, *_ in about(text)} == {"水泵产业大脑"}
    text = "推动平阳五金工业园“提质、增效”，实现规上工业产值翻一番，新增有效用地1000亩。"
    assert {name for name, *_ in about(text)} == {"平阳五金工业园"}


def test_a_zone_in_a_city_without_districts_is_its_whole_district():
    text = "市领导调研平阳经济开发区。平阳经济开发区聚焦产业建设。目前全区共推进产业项目80个，其中新开工项目17个。"
    assert {f.about.text for f in read(text)} == {"平阳经济开发区"}


def test_what_is_made_stronger_is_there():
    found = page_of_report("聚焦强链补链，做优做强5个省级产业集群。新培育产业集群6个。")
    assert found == [("achieved", ""), ("target", "2026")]


def test_the_whole_year_that_is_awaited_is_the_papers():
    text = "去年营收突破5亿元，今年前三季度已超过6亿元，预计全年可达8亿元。"
    assert [(f.period, f.status) for f in read(text, date="2022-11-18")] == [
        ("2021", "achieved"),
        ("2022-01..2022-09", "achieved"),
        ("2022", "target"),
    ]


def test_results_go_on_in_the_months_of_the_sentence_before():
    text = "据统计，1—2月，工业投资增长42%。技改投资增长22%。目前，规上企业286家。"
    assert [f.period for f in read(text, date="2023-03-18")] == ["2023-01..2023-02", "2023-01..2023-02", ""]


def test_the_period_of_a_title_that_is_a_figure_is_that_figures_alone():
    found = titled("去年工业投资增长17.1%", "工业经济总量稳居全市第一，入驻企业43家。", home="平阳县")
    assert {f.period for f in found} == {""}


def test_companies_that_are_counted_are_not_the_company_named_before():
    text = "平阳恒远机械有限公司去年产值8亿元。平阳经济开发区规划面积28平方公里，现有企业356家，税收过亿元企业10家。"
    assert [f.about.text for f in read(text)][1:] == ["平阳经济开发区"] * 3


def test_a_clause_that_a_priced_project_opens_goes_on_about_it():
    text = "投资8.6亿元的平阳智能水表项目，主体工程已完工80%，可带动就业1200人。"
    assert {name for name, *_ in about(text)} == {"平阳智能水表项目"}


def test_what_is_done_of_a_project_is_no_plan():
    text = "平阳智能水表项目占地120亩，一期标准厂房32万平方米已建成，8家企业签约入驻。"
    assert [status for *_, status in about(text)] == ["planned", "achieved", "achieved"]


def test_who_spoke_may_be_told_behind_the_day():
    text = "“从签约到投产只用了11个月。”4月15日，平阳恒远机械有限公司总经理林远说。"
    assert {f.about.text for f in read(text)} == {"平阳恒远机械有限公司"}


def test_a_month_without_a_year_is_a_period():
    assert [f.period for f in read("元月新签约项目8个，其中外资项目2个。", date="")] == ["--01", "--01"]
    text = "2月22日从县发改局获悉，元月全县开工项目23个。竣工项目12个。"
    assert [f.period for f in read(text, date="")] == ["--01", "--01"]


def test_the_coming_years_begin_with_the_next_in_december():
    text = "未来五年，力争引进企业30家。"
    assert [f.period for f in read(text, date="2021-12-23")] == ["2022..2026"]
    assert [f.period for f in read(text, date="2021-11-23")] == ["2021..2025"]


def test_projects_told_of_again_for_their_kinds_are_no_second_figure():
    text = "2月15日，平阳县签约项目4个。今年，4个项目分属纺织服装、家电制造。"
    assert [f.indicator for f in read(text)] == ["签约项目"]


def test_a_plan_in_the_name_of_a_campaign_is_no_goal():
    assert [f.status for f in read("平阳县“三年攻坚计划”开局良好，签约项目有5个。")] == ["achieved"]


def test_half_a_year_is_the_first_in_a_paper_of_the_summer():
    assert {f.period for f in read("水泵行业半年实现产值75亿元。", date="2023-07-20")} == {"2023-H1"}
    assert {f.period for f in read("水泵行业半年实现产值75亿元。", date="2023-02-18")} == {""}
    assert {f.period for f in read("水泵行业用半年实现产值75亿元。", date="2023-07-20")} == {""}


def titled(title, text, **more):
    blocks = (Block("title", 0, len(title)), Block("paragraph", len(title) + 1, len(title) + 1 + len(text)))
    return read(f"{title}\n{text}", blocks=blocks, **more)


def test_the_whole_year_of_a_paragraph_about_a_year_past_is_that_year():
    text = "会议指出，2022年，全县上下坚持创新。初步核算，全年地区生产总值突破300亿元，财政收入增长5.1%。"
    assert [(f.period, f.status) for f in read(text)] == [("2022", "achieved")] * 2


def test_an_institute_that_opens_a_sentence_is_its_subject():
    found = read("云岭新材料研究院位于北港高新区，首期使用面积6000平方米。")
    assert [f.about.text for f in found] == ["云岭新材料研究院"]


def test_a_project_as_a_whole_is_the_one_that_its_paragraph_began_with():
    text = (
        "云岭新材料项目开工。一期建设年产6万吨铜板带生产线，二期建设年产3万吨铜箔生产线。全部达产后，年产值达85亿元。"
    )
    assert read(text)[-1].about.text == "云岭新材料项目"


def test_the_period_of_the_title_is_that_of_its_results():
    found = titled("平阳县2022年经济运行情况", "财政总收入18.92亿元。全年新增企业30家。", home="")
    assert [f.period for f in found] == ["2022", "2022"]


def test_a_plan_tells_goals():
    found = titled("平阳县水泵产业发展规划（2024—2028年）", "产业链产值突破120亿元。", home="")
    assert [(f.status, f.period) for f in found] == [("target", "2024..2028")]


def page_of_report(text):
    document = Document("2026_云南省_政府工作报告_p1", "a", "a.txt", "", "utf8", text, 0, len(text), "2026", "")
    ends = [at for at, char in enumerate(f"{text}\n") if char == "\n"]
    blocks = tuple(Block("paragraph", b + 1, e) for b, e in zip([-1, *ends], ends, strict=False))
    found = figures(next(annotate([(document, CleanText(text, tuple(range(len(text))), blocks))])))
    return [(f.status, f.period) for f in found]


def test_a_page_of_a_report_that_begins_in_the_middle_tells_results_when_its_numbers_are_counted_out():
    text = "改造城镇老旧小区963个，更新燃气管道8470公里，治理沙化土地71.6万亩，城镇调查失业率5.2%。"
    assert page_of_report(text) == [("achieved", "2025")] * 4
    text = "持续提振消费，社会消费品零售总额增长5%左右。聚焦强链补链，培育产业集群6个。扩大有效投资，建设项目3000个。"
    assert page_of_report(text) == [("target", "2026")] * 3


def test_yearly_means_in_a_report_are_of_the_five_year_plan_and_the_reports_own_year_is_to_come():
    assert page_of_report("地区生产总值达4.27万亿元、年均增长5.9%。") == [("achieved", "2021..2025")] * 2
    text = "基本养老保险参保率92.7%。\n各位代表！今年我们要办好民生实事，新增养老护理员8000人。"
    assert page_of_report(text) == [("achieved", "2025"), ("target", "2026")]


def test_a_headline_only_repeats_what_the_body_tells():
    found = titled("我县13个项目集中开工", "全县集中开工项目13个。上述13个项目进展顺利。", home="平阳县")
    assert [(f.indicator, f.value) for f in found] == [("集中开工项目", 13)]


def test_a_fund_named_before_owns_its_size():
    found = about("平阳水泵产业引导基金完成登记，总规模5亿元，首期到位1.2亿元。")
    assert [name for name, *_ in found] == ["平阳水泵产业引导基金"] * 2


def test_a_year_of_founding_is_not_the_period():
    found = read("平阳恒远机械有限公司成立于2012年，现有员工860人。")
    assert [(f.about.text, f.period) for f in found] == [("平阳恒远机械有限公司", "")]
    found = read("平阳恒远机械有限公司2012年从杭州市迁至平阳，现有专利86项。")
    assert [(f.about.text, f.period) for f in found] == [("平阳恒远机械有限公司", "")]


def test_a_figure_knows_its_industry_and_project():
    assert [f.industry.text for f in read("水泵产业产值突破120亿元。")] == ["水泵"]
    assert [f.industry.text for f in read("力争招引半导体集成电路企业20家以上。")] == ["集成电路"]
    assert [f.industry for f in read("力争招引半导体、水泵企业20家以上。")] == [None]
    assert [f.project.text for f in read("平阳智能水表项目总投资6亿元。")] == ["平阳智能水表项目"]


def test_without_a_date_relative_periods_stay_open():
    assert [f.period for f in read("力争今年引进项目30个。", date="")] == [""]


def test_a_list_of_a_thousand_figures_is_read_whole():
    text = "新增" + "、".join(f"机械企业{n + 1}家" for n in range(1000)) + "。"
    assert len(read(text)) == 1000


@pytest.mark.parametrize(
    "name",
    [
        "figure_verbs",
        "status_words",
        "openers",
        "counted_heads",
        "indicator_heads",
        "planned_attributes",
        "cluster_heads",
        "rhetoric_nouns",
        "calls",
        "growth_words",
        "comparators",
        "units",
    ],
)
def test_every_word_of_figures_occurs_in_its_example(name):
    rows = lexicon(name)
    assert rows
    first = next(iter(rows[0]))
    assert not [row[first] for row in rows if row[first] not in row["example"]]


def test_a_short_form_said_twice_is_the_zone_of_its_region():
    text = "会上，经开区管委会主任作了汇报。去年，经开区完成产值63亿元；盘活低效用地43亩。今年，该区计划新增企业10家。"
    assert [f.about.text for f in read(text)] == ["平阳经开区"] * 3
    assert [f.about.text for f in read("去年，全国各经开区发展较快，我县完成产值63亿元。")] == ["平阳县"]


def test_the_month_in_which_a_thing_was_begun_is_not_that_of_what_follows():
    text = "平阳科创园于2022年8月开工，建成标准厂房7栋。"
    assert [(f.value, f.period) for f in read(text)] == [(7, "")]
    assert [f.period for f in read("2022年8月，平阳科创园建成标准厂房7栋。")] == ["2022-08"]


def test_what_a_park_plans_to_build_is_planned():
    text = "平阳科创园占地63亩，规划建设标准厂房9栋，已封顶6栋。"
    assert [(f.value, f.status) for f in read(text)][:2] == [(63, "planned"), (9, "planned")]


@pytest.mark.parametrize(
    "text, told",
    [
        ("全县现有茶园12万亩，年产干茶6000吨。", "achieved"),
        ("平阳恒远机械有限公司年产水泵30万台。", "achieved"),
        ("平阳恒远机械有限公司总投资3亿元，年产水泵30万台。", "planned"),
        ("平阳水泵扩产项目年产水泵30万台。", "planned"),
        ("2022年，全县新签约工业项目19个，合同投资额63亿元。", "achieved"),
        ("此次集中签约项目19个，协议投资额63亿元。", "planned"),
        ("2022年，全县新签约工业项目19个，总投资63亿元。", "planned"),
    ],
)
def test_what_is_made_now_and_agreed_in_a_period_is_there(text, told):
    assert [f.status for f in read(text)][-1] == told


def test_a_fund_has_only_a_period_of_its_own():
    found = read("2022年全县研发投入强度达4.2%；设立规模3亿元的平阳智造产业基金。")
    assert [(f.about.text, f.period) for f in found] == [("平阳县", "2022"), ("平阳智造产业基金", "")]
    assert [f.period for f in read("未来五年，设立规模3亿元的平阳智造产业基金。")] == ["2023..2027"]


def test_months_without_a_year_are_told_without_it():
    assert [f.period for f in read("1—10月，全县引进项目67个。", date="")] == ["--01..--10"]
    assert [f.period for f in read("今年前两个月，订单增长8%。")] == ["2023-01..2023-02"]


def test_how_far_away_a_place_lies_is_no_figure():
    assert not read("平阳科创园交通便利，距温州高铁南站3公里。")


def test_the_work_on_projects_is_not_the_project_of_the_paragraph_before():
    text = "平阳恒远机械有限公司投资4亿元建设水泵智能工厂项目。\n项目建设方面，一季度全县新签约项目19个，开工11个。"
    assert [f.about.text for f in read(text)][1:] == ["平阳县", "平阳县"]


def test_a_thing_newly_put_up_is_counted_as_printed():
    found = read("企业新上4条生产线。签约亿元以上项目90个，其中10亿元以上不少于8个。")
    assert [(f.value, f.unit, f.comparator) for f in found] == [(4, "条", "="), (90, "个", "="), (8, "个", ">=")]


@pytest.mark.parametrize(
    "text, told",
    [
        ("全县在上海、宁波设立2个驻点招商办事处。", [("平阳县", "设立驻点招商办事处")]),
        ("在上海、宁波各设1处招商联络处。", [("平阳县", "各设招商联络处")]),
        ("平阳经济开发区有9个项目参加集中开工。", [("平阳经济开发区", "参加集中开工项目")]),
        ("带动周边1700余名妇女家门口就业。", [("平阳县", "带动妇女家门口就业")]),
        ("平阳果品加工项目年可加工鲜果5000吨。", [("平阳果品加工项目", "年可加工鲜果")]),
        ("水泵年产能将由900万件扩至1600万件。", [("平阳县", "水泵年产能")]),
        ("世界500强或行业龙头企业项目实现零突破。", [("平阳县", "世界500强或行业龙头企业项目")]),
        ("加快平阳水泵扩产项目（总投资13亿元）建设。", [("平阳水泵扩产项目", "总投资")]),
        ("正在建设的平阳水泵产业园、平阳果品产业园总投资22亿元。", [("平阳县", "总投资")]),
        ("14个项目分三批签约。", [("平阳县", "分三批签约项目")]),
    ],
)
def test_verbs_and_lists_before_a_quantity(text, told):
    assert [(f.about.text, f.indicator) for f in read(text)] == told


def test_firms_that_are_counted_are_not_the_firm_told_of_before():
    text = "该公司与平阳机械有限公司签约。平阳高新区组建专班，为37户企业发放补贴418万元。"
    assert read(text)[-1].about.text == "平阳高新区"


def test_the_investment_of_a_parks_projects_is_the_parks():
    found = read("平阳水泵产业园新签约项目12个，总投资46亿元，协议投资40亿元。")
    assert [(f.about.text, f.status) for f in found] == [
        ("平阳水泵产业园", "achieved"),
        ("平阳水泵产业园", "planned"),
        ("平阳水泵产业园", "achieved"),
    ]


def test_the_whole_year_behind_last_year_is_that_year():
    text = "李明说，企业去年投入1200万元，全年产值2.9亿元，今年有望突破4亿元，累计投资已超过9亿元。"
    assert [f.period for f in read(text)] == ["2022", "2022", "2023", ""]


def test_what_a_sentence_speaks_of_in_its_middle_does_not_lead_the_next():
    park = "要把平阳水泵产业园建成样板，园区占地620亩。"
    assert read(park + "力争到2025年，水泵产值突破200亿元。")[-1].about.text == "平阳县"
    park = "要把平阳水泵产业园建成样板。李明指出，园区占地620亩。"
    assert read(park + "力争到2025年，水泵产值突破200亿元。")[-1].about.text == "平阳水泵产业园"


def test_a_paper_on_a_part_of_a_year_tells_it_of_all_its_results():
    title, told = "2024年一季度平阳县经济运行简况", "生猪出栏12万头。工业增加值增长8%（1—2月为9%），外资增长3%。"
    assert {f.period for f in in_blocks(title, told, kinds=("title",), date="2024-04-20")} == {
        "2024-Q1",
        "2024-01..2024-02",
    }
    found = in_blocks(title, told, kinds=("title",), date="2024")
    assert [f.period for f in found] == ["2024-Q1", "2024-Q1", "2024-01..2024-02", "2024-Q1"]


def test_the_year_that_a_share_comes_from_is_not_that_of_the_share():
    assert [f.period for f in read("一季度，出口占比由上年的23%降至17%。")] == ["2023-Q1"]


def test_an_item_of_a_list_is_about_the_park_that_heads_it():
    item = "1.平阳水泵产业园，总投资9亿元，占地160亩，由平阳机械有限公司建设，可安排就业600人。"
    assert {f.about.text for f in in_blocks("集中开工的项目是：", item)} == {"平阳水泵产业园"}


def test_one_character_of_a_word_is_no_place_that_a_figure_is_about():
    assert {f.about.text for f in read("引进企业2家、湘商回归项目19个，到位内资64亿元。")} == {"平阳县"}


@pytest.mark.parametrize(
    "text, told",
    [
        ("公司将总部留在上海，2022年产值1.3亿元。", "achieved"),
        ("气价下调，全年可为企业节约成本600万元。", "target"),
        ("全县居民人均可支配收入25000元。", "achieved"),
        ("平阳高新区预计年度完成投资56亿元。", "target"),
        ("平阳高新区规划控制面积25平方公里。", "planned"),
        ("平阳水泵扩产项目完成主体工程量的80%。", "achieved"),
        ("平阳水泵扩产项目已有4条生产线投用。", "achieved"),
    ],
)
def test_a_word_of_what_is_to_come_tells_it(text, told):
    assert [f.status for f in read(text)] == [told]


def test_a_firm_speaks_of_the_project_that_it_pays_for():
    text = "平阳恒远机械有限公司投资8亿元的水泵智造项目签约。\n“这里配套全。”恒远机械董事长李明表示，项目投产后可年产水泵20万台。"
    assert read(text)[-1].about.text == "水泵智造项目"


def test_projects_that_have_only_an_amount_behind_their_names_cost_it():
    text = "会上6个项目签约，协议引资总额29.7亿元：其中平阳果品保鲜项目6亿元，平阳果品加工项目8.5亿元。"
    found = [(f.about.text, f.indicator, f.status) for f in read(text)[1:]]
    assert found == [
        ("平阳县", "协议引资总额", "planned"),
        ("平阳果品保鲜项目", "协议引资", "planned"),
        ("平阳果品加工项目", "协议引资", "planned"),
    ]
    (figure,) = read("推进平阳果品加工项目（3.3亿元）建设。")
    assert (figure.about.text, figure.indicator) == ("平阳果品加工项目", "投资")


def test_ranks_say_among_how_many_and_from_where():
    text = "工业投资增长8%，增速高于全市2个百分点，居全市12个县区第5位。"
    assert [(f.indicator, f.value) for f in read(text)][2:] == [("增速排名", 5)]
    (figure,) = read("平阳经开区综合评价由全省第83位上升至第61位。")
    assert (figure.about.text, figure.indicator, figure.value) == ("平阳经开区", "综合评价排名", 61)


def test_a_sector_by_its_name_alone_is_of_the_gross_product():
    found = read("其中，一产10亿元，增长4%；第二产业增加值20亿元，同口径增长5%。")
    told = [("生产总值", "一产"), ("生产总值增速", "一产"), ("第二产业增加值", ""), ("第二产业增加值增速", "")]
    assert [(f.indicator, f.scope) for f in found] == told


def test_what_a_policy_pays_on_a_condition_is_no_figure():
    assert read("企业首年产值达2000万元（含）以上的，按设备投资给予补助。") == []


def test_this_firm_is_the_one_named_last():
    text = "随后来到平阳海龙机械有限公司。这家2016年迁来的企业专做水泵，去年产值6.4亿元，同比增长21%。"
    assert {f.about.text for f in read(text)} == {"平阳海龙机械有限公司"}


def test_a_number_behind_a_period_alone_is_of_what_was_told_before():
    found = read("去年产值6.4亿元，今年上半年3.7亿元。")
    assert [(f.indicator, f.period) for f in found] == [("产值", "2022"), ("产值", "2023-H1")]


def test_what_a_bracket_tells_is_told_of_no_other_project():
    text = "平阳果品保鲜项目（总投资11亿元，一季度已完成2亿元）、平阳果品加工项目（总投资7亿元）进度超前。"
    assert [(f.status, f.period) for f in read(text)][::2] == [("planned", ""), ("planned", "")]


def test_this_park_leads_what_is_told_behind_it():
    text = "随后来到平阳水泵产业园。这个园区一期总投资6亿元。截至1月底，入驻企业9家，出租率42%。"
    assert {f.about.text for f in read(text)} == {"平阳水泵产业园"}


def test_what_is_built_or_set_up_is_the_subject_of_the_clause_behind_it():
    found = read("正在建设的平阳产业园，总建筑面积23万平方米。县里与湖南大学共建平阳技术研究院，已转化成果16项。")
    assert [(f.about.text, f.indicator) for f in found] == [
        ("平阳产业园", "总建筑面积"),
        ("平阳技术研究院", "转化成果"),
    ]


def test_a_fund_does_what_is_done_with_its_money():
    found = read("县里设立平阳科创基金，由瑞达科技有限公司管理，已投7个项目，投资3.15亿元。")
    assert [(f.about.text, f.status) for f in found] == [("平阳科创基金", "achieved")] * 2


def test_a_thing_is_pointed_back_to_by_the_end_of_its_name():
    found = read("瑞达锂电生产线项目今年3月投产。该生产线总投资2亿元，已实现产值6300万元。")
    assert {f.about.text for f in found} == {"瑞达锂电生产线项目"}


def test_a_companys_goods_are_told_of_the_company():
    found = read("瑞达科技有限公司去年出口额1.1亿元，产品卖到60多个国家。")
    assert {f.about.text for f in found} == {"瑞达科技有限公司"}


def test_who_is_to_move_into_a_park_is_a_goal_and_what_it_will_make_a_plan():
    found = read("平阳产业园2025年建成后，预计可入驻企业50家，年产值20亿元。")
    assert [(f.indicator, f.status, f.period) for f in found] == [("入驻企业", "target", ""), ("年产值", "planned", "")]


def test_what_is_given_at_most_or_as_a_share_is_a_rule():
    assert not read("单个项目每年不超20万元。按设备投资10%给予补助，不超过200万元补助。")
    assert [f.comparator for f in read("居民消费价格涨幅不超3%。")] == ["<="]
