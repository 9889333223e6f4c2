import pytest
from texts import annotated

from kg.extract.relations import relations

# One case a line: the home of the document (沂水县 when none is given), its text (／ ends a paragraph), and all the
# relations that it states.
CASES = """
# developsIndustry: who acts, whose name holds the industry, and whose topic the paragraph is.
发展水泵产业。|沂水县 developsIndustry 水泵
平邑县大力发展罐头产业。|平邑县 developsIndustry 罐头
荆门高新区|荆门高新区瞄准低空经济。|荆门高新区 developsIndustry 低空经济; 荆门高新区 locatedIn 荆门市
北港智能制造产业园开园。|北港智能制造产业园 developsIndustry 智能制造; 沂水县 operates 北港智能制造产业园; 北港智能制造产业园 locatedIn 沂水县
瑞达科技有限公司投产，主攻半导体产业。|
北港高新区全力招商。引进低空经济企业，发展氢能产业。|北港高新区 developsIndustry 低空经济; 北港高新区 developsIndustry 氢能; 沂水县 operates 北港高新区; 北港高新区 locatedIn 沂水县
北港高新区全力招商。／发展水泵产业。|沂水县 developsIndustry 水泵; 沂水县 operates 北港高新区; 北港高新区 locatedIn 沂水县
支持北港高新区发展氢能产业。发展食品产业。|北港高新区 developsIndustry 氢能; 沂水县 developsIndustry 食品; 沂水县 operates 北港高新区; 北港高新区 locatedIn 沂水县
支持平邑县发展水泵、蒙阴县发展食品。|平邑县 developsIndustry 水泵; 蒙阴县 developsIndustry 食品
支持平邑县、蒙阴县发展水泵产业。|平邑县 developsIndustry 水泵; 蒙阴县 developsIndustry 水泵
支持平邑县、蒙阴县壮大集群，培育水泵产业。|平邑县 developsIndustry 水泵; 蒙阴县 developsIndustry 水泵
山东省|农业稳产，北港技术创新中心投用。发展水泵产业。|山东省 developsIndustry 水泵; 山东省 operates 北港技术创新中心; 北港技术创新中心 locatedIn 山东省
# What somebody sees in a zone that he visits lies there, in a list too; 全区 is the zone.
沂水县|县长到沂水开发区调研。他先后来到瑞达锂电项目、云岭信息港，了解情况。目前，全区发展水泵产业。|瑞达锂电项目 locatedIn 沂水开发区; 云岭信息港 locatedIn 沂水开发区; 沂水开发区 locatedIn 沂水县; 沂水开发区 developsIndustry 水泵; 沂水县 operates 沂水开发区; 沂水县 operates 沂水开发区
# Companies on which a place relies, which it has won, or calls its own; who only pays comes from elsewhere.
沂水县|沂水依托瑞达光电、北港轴承有限公司等龙头企业，做强链条。|瑞达光电 locatedIn 沂水县; 北港轴承有限公司 locatedIn 沂水县
临沂市|瑞达轴承有限公司是我市最大的轴承企业。在蒙阴，总投资2亿元的北港新能源项目投产。|瑞达轴承有限公司 locatedIn 临沂市; 北港新能源项目 locatedIn 蒙阴县
沂水县|线上，瑞达集团、北港集团分别与沂水开发区签约瑞达轴承项目和北港光伏项目。|瑞达集团 invests 瑞达轴承项目; 瑞达集团 undertakes 瑞达轴承项目; 北港集团 invests 北港光伏项目; 北港集团 undertakes 北港光伏项目; 瑞达轴承项目 locatedIn 沂水开发区; 北港光伏项目 locatedIn 沂水开发区; 瑞达集团 cooperatesWith 沂水开发区; 北港集团 cooperatesWith 沂水开发区; 沂水开发区 locatedIn 沂水县; 沂水县 operates 沂水开发区
沂水县|瑞达科技有限公司、北港轴承有限公司举行两方战略合作签约仪式。|瑞达科技有限公司 cooperatesWith 北港轴承有限公司
沂水县|云岭经济技术开发区、北港园区发展势头良好。|云岭经济技术开发区 locatedIn 沂水县; 北港园区 locatedIn 沂水县; 沂水县 operates 云岭经济技术开发区; 沂水县 operates 北港园区
宿松县|代表团赴江苏昆山、浙江宁波等地考察，与苏州多家客商企业签订战略合作协议。|
临沂市|今年，瑞达轴承有限公司、北港药业等企业入选省级单项冠军。|瑞达轴承有限公司 locatedIn 临沂市; 北港药业 locatedIn 临沂市
# A company that bears the city's or province's name, told of at its work, is the county's; one elsewhere is not.
沂水县|其中，山东瑞达轴承有限公司产值6亿元，增长9%。|山东瑞达轴承有限公司 locatedIn 沂水县
沂水县|在山东瑞达轴承有限公司的车间里，机器轰鸣。在山东北港集团支持下，县里办起赛事。|山东瑞达轴承有限公司 locatedIn 沂水县
沂水县|以临沂瑞达轴承有限公司为链主，全县聚集企业40家。|临沂瑞达轴承有限公司 locatedIn 沂水县
沂水县|江苏瑞达轴承有限公司产值6亿元。|
沂水县|瑞达轴承有限公司（以下简称“瑞达”）是我县最大的轴承企业。|瑞达轴承有限公司 locatedIn 沂水县
# Projects of the park whose projects were just counted; a city's own zone is not its county's; 临江 is a word, not a city.
沂水县|北港产业园签约项目12个。其中，瑞达科技有限公司投资3亿元的水泵阀门项目投产；总投资2亿元的云岭冷链项目开工。|瑞达科技有限公司 invests 水泵阀门项目; 瑞达科技有限公司 undertakes 水泵阀门项目; 水泵阀门项目 locatedIn 北港产业园; 云岭冷链项目 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县; 沂水县 operates 北港产业园
沂水县|学习临沂经开区的做法，在临江产业园扩建厂房。|临江产业园 locatedIn 沂水县
沂水县|水泵产业链链长、县委副书记周明远带队走访瑞达轴承有限公司，帮助解决问题。|沂水县 developsIndustry 水泵; 周明远 leads 水泵
# operates: who builds, outposts and enclaves, digital platforms (which lie nowhere), the county's own.
建设北港智造产业园。|沂水县 operates 北港智造产业园; 北港智造产业园 locatedIn 沂水县
北港智造产业园已建成投用。|沂水县 operates 北港智造产业园; 北港智造产业园 locatedIn 沂水县
云岭产业园、北港物流园先后开园。|沂水县 operates 云岭产业园; 沂水县 operates 北港物流园; 云岭产业园 locatedIn 沂水县; 北港物流园 locatedIn 沂水县
打造水泵产业大脑。|水泵产业大脑 developsIndustry 水泵; 沂水县 operates 水泵产业大脑
平邑产业园开园。|
荆门高新区|建设北港智造产业园，发展氢能产业。|荆门高新区 developsIndustry 氢能; 荆门高新区 operates 北港智造产业园; 北港智造产业园 locatedIn 荆门高新区
北港高新区建设云岭孵化器。|北港高新区 operates 云岭孵化器; 沂水县 operates 北港高新区; 云岭孵化器 locatedIn 北港高新区; 北港高新区 locatedIn 沂水县
在北京、深圳设立科创飞地。|沂水县 operates 科创飞地; 科创飞地 locatedIn 北京市; 科创飞地 locatedIn 深圳市
在北京设立科创飞地，组建上海招商分局。|沂水县 operates 科创飞地; 沂水县 operates 上海招商分局; 科创飞地 locatedIn 北京市; 上海招商分局 locatedIn 上海市
沂水在上海设立招商分局。|沂水县 operates 招商分局; 招商分局 locatedIn 上海市
北京、深圳招商分局引进项目12个。|沂水县 operates 北京招商分局; 沂水县 operates 深圳招商分局; 北京招商分局 locatedIn 北京市; 深圳招商分局 locatedIn 深圳市
引导北京、深圳招商分局引进项目12个。|沂水县 operates 北京招商分局; 沂水县 operates 深圳招商分局; 北京招商分局 locatedIn 北京市; 深圳招商分局 locatedIn 深圳市
用好杭州科创飞地。|沂水县 operates 杭州科创飞地; 杭州科创飞地 locatedIn 杭州市
建好产业飞地。|
中岭建设集团运营云岭产业园。|中岭建设集团 operates 云岭产业园; 沂水县 operates 云岭产业园; 云岭产业园 locatedIn 沂水县
云岭产业园由中岭建设集团运营。|中岭建设集团 operates 云岭产业园; 沂水县 operates 云岭产业园; 云岭产业园 locatedIn 沂水县
# invests and undertakes, before the project and behind it.
瑞达科技有限公司投资50亿元建设瑞达锂电项目。|瑞达科技有限公司 invests 瑞达锂电项目; 瑞达科技有限公司 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县
瑞达锂电项目由瑞达科技有限公司投资建设。|瑞达科技有限公司 invests 瑞达锂电项目; 瑞达科技有限公司 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县
中岭建设集团承建云岭水库项目。|中岭建设集团 undertakes 云岭水库项目; 云岭水库项目 locatedIn 沂水县
瑞达科技有限公司瑞达锂电项目开工。|瑞达科技有限公司 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县
瑞达锂电项目开工，明华科技有限公司投产。|瑞达锂电项目 locatedIn 沂水县
瑞达锂电项目总投资12亿元，由瑞达科技有限公司承建，明年竣工。|瑞达科技有限公司 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县
瑞达科技有限公司抢抓机遇，拟投资9亿元建设瑞达锂电项目。|瑞达科技有限公司 invests 瑞达锂电项目; 瑞达科技有限公司 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县
# whose a project is: who pays when its price is told, whose head speaks of it, whose trade name it bears.
瑞达科技有限公司年产5万吨铜箔项目封顶。公司总经理王明远介绍，该项目总投资12亿元。|瑞达科技有限公司 invests 年产5万吨铜箔项目; 瑞达科技有限公司 undertakes 年产5万吨铜箔项目; 年产5万吨铜箔项目 locatedIn 沂水县
支持瑞达科技有限公司建设年产5万吨铜箔项目（总投资12亿元）。|瑞达科技有限公司 invests 年产5万吨铜箔项目; 瑞达科技有限公司 undertakes 年产5万吨铜箔项目; 年产5万吨铜箔项目 locatedIn 沂水县; 瑞达科技有限公司 locatedIn 沂水县
包括瑞达科技有限公司投资8亿元的水泵阀门项目、云岭冷链项目。|瑞达科技有限公司 invests 水泵阀门项目; 瑞达科技有限公司 undertakes 水泵阀门项目; 水泵阀门项目 locatedIn 沂水县; 云岭冷链项目 locatedIn 沂水县
瑞达科技有限公司投资6.5亿元启动水泵智造基地项目。|瑞达科技有限公司 invests 水泵智造基地项目; 瑞达科技有限公司 undertakes 水泵智造基地项目; 水泵智造基地项目 locatedIn 沂水县
瑞达科技有限公司机器轰鸣。“总投资3亿元的功率器件封装项目已投用。”公司董事长王明远介绍。|瑞达科技有限公司 undertakes 功率器件封装项目; 功率器件封装项目 locatedIn 沂水县
瑞达科技有限公司机器轰鸣。“我们投资3亿元的功率器件封装项目已投用。”公司董事长王明远介绍。|瑞达科技有限公司 undertakes 功率器件封装项目; 瑞达科技有限公司 invests 功率器件封装项目; 功率器件封装项目 locatedIn 沂水县
瑞达科技有限公司、明华光电有限公司发言。“公司二期年产5万吨铜箔项目已投用。”瑞达科技董事长王明远说。|瑞达科技有限公司 undertakes 年产5万吨铜箔项目; 年产5万吨铜箔项目 locatedIn 沂水县
瑞达科技有限公司参会。瑞达智能工厂项目一期主体工程完工。|瑞达科技有限公司 undertakes 瑞达智能工厂项目; 瑞达智能工厂项目 locatedIn 沂水县
与瑞达科技有限公司、明华光电有限公司签约，前者投资9亿元建设功率模块项目，后者投资5亿元建设诊断试剂生产基地项目。|沂水县 cooperatesWith 瑞达科技有限公司; 沂水县 cooperatesWith 明华光电有限公司; 瑞达科技有限公司 invests 功率模块项目; 瑞达科技有限公司 undertakes 功率模块项目; 明华光电有限公司 invests 诊断试剂生产基地项目; 明华光电有限公司 undertakes 诊断试剂生产基地项目; 功率模块项目 locatedIn 沂水县; 诊断试剂生产基地项目 locatedIn 沂水县
其中，平邑县云岭新能材料、蒙阴县北港建材基地等2个项目投资过亿元。|云岭新能材料 locatedIn 平邑县; 北港建材基地 locatedIn 蒙阴县
瑞达集团董事长王明远到会。王明远表示，将投资4亿元，建设日产6200吨绿色熟料生产线。|瑞达集团 undertakes 日产6200吨绿色熟料生产线; 瑞达集团 invests 日产6200吨绿色熟料生产线; 日产6200吨绿色熟料生产线 locatedIn 沂水县
# what lies in a zone or centre by its name, by a ceremony, by the park that the paragraph has come to.
北港高新区招商。北港高新区科创中心启用。|沂水县 operates 北港高新区; 北港高新区 operates 北港高新区科创中心; 北港高新区 locatedIn 沂水县; 北港高新区科创中心 locatedIn 北港高新区
瑞达锂电项目开工仪式在北港产业园举行。|沂水县 operates 北港产业园; 瑞达锂电项目 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
在沂水经济开发区云岭产业园，瑞达科技有限公司机器轰鸣。|沂水县 operates 沂水经济开发区; 瑞达科技有限公司 locatedIn 云岭产业园; 沂水经济开发区 locatedIn 沂水县; 云岭产业园 locatedIn 沂水经济开发区
北港产业园规划面积5000亩。走进园区企业瑞达食品有限公司，产线繁忙。|沂水县 operates 北港产业园; 瑞达食品有限公司 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
北港高新区在上海设立科创飞地。|北港高新区 operates 科创飞地; 沂水县 operates 北港高新区; 科创飞地 locatedIn 上海市; 北港高新区 locatedIn 沂水县
瑞达科技有限公司投产。县委书记王明远指出，要发展水泵产业。|沂水县 developsIndustry 水泵
# what two build together, what bears two places' names, the leader of a chain; the zone that the text is about opens paragraphs.
支持瑞达科技有限公司与云岭大学共建水泵联合实验室。|瑞达科技有限公司 cooperatesWith 云岭大学; 瑞达科技有限公司 operates 水泵联合实验室; 水泵联合实验室 locatedIn 沂水县; 瑞达科技有限公司 locatedIn 沂水县
北港高新区与云岭大学签署战略合作协议，双方将共建北港医药中试平台。|北港医药中试平台 developsIndustry 医药; 北港高新区 cooperatesWith 云岭大学; 北港高新区 operates 北港医药中试平台; 云岭大学 operates 北港医药中试平台; 沂水县 operates 北港高新区; 北港医药中试平台 locatedIn 北港高新区; 北港高新区 locatedIn 沂水县
与平邑县共建平邑—沂水产业园。|沂水县 cooperatesWith 平邑县; 沂水县 operates 平邑—沂水产业园; 平邑县 operates 平邑—沂水产业园; 平邑—沂水产业园 locatedIn 沂水县
瑞达科技有限公司是我县生物医药产业链链主企业。|沂水县 developsIndustry 生物医药; 瑞达科技有限公司 leads 生物医药; 瑞达科技有限公司 locatedIn 沂水县
# who signs for a project; what lies right behind a zone; where a company builds it; outposts one in each city.
瑞达电机项目，由沂水县与明华投资集团、北岭电子有限公司签约，总投资5亿元。|明华投资集团 invests 瑞达电机项目; 明华投资集团 undertakes 瑞达电机项目; 北岭电子有限公司 invests 瑞达电机项目; 北岭电子有限公司 undertakes 瑞达电机项目; 沂水县 cooperatesWith 明华投资集团; 沂水县 cooperatesWith 北岭电子有限公司; 瑞达电机项目 locatedIn 沂水县
在北京、青岛各设1处招商联络处。|沂水县 operates 招商联络处; 招商联络处 locatedIn 北京市; 招商联络处 locatedIn 青岛市
与云岭“链上行”综合服务平台签订合作协议。|沂水县 cooperatesWith 云岭链上行综合服务平台; 沂水县 operates 云岭链上行综合服务平台
# who joins what is greater than himself does not run it; a list of laboratories is no list of cities.
积极参与北港经济走廊建设。|北港经济走廊 locatedIn 沂水县
深化与苏州、北港湾等国家实验室合作。|
# the items of a list: what follows an item's name is about its project.
一、瑞达锂电项目。由瑞达科技有限公司投资建设，总投资42亿元。／二、明华光电项目。位于北港产业园，由明华集团实施。|瑞达科技有限公司 invests 瑞达锂电项目; 瑞达科技有限公司 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县; 明华集团 undertakes 明华光电项目; 沂水县 operates 北港产业园; 明华光电项目 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
一、北岭锂电项目、明华光电项目。由瑞达科技有限公司投资建设。|北岭锂电项目 locatedIn 沂水县; 明华光电项目 locatedIn 沂水县
▲瑞达电路板项目由台资企业江苏明华电子科技有限公司投资兴办。|江苏明华电子科技有限公司 invests 瑞达电路板项目; 江苏明华电子科技有限公司 undertakes 瑞达电路板项目; 瑞达电路板项目 locatedIn 沂水县
2021年落户北港产业园的瑞达光伏集团，今年3月又追加投资25亿元，上马年产5GW高效光伏组件项目。|瑞达光伏集团 invests 年产5GW高效光伏组件项目; 瑞达光伏集团 undertakes 年产5GW高效光伏组件项目; 沂水县 operates 北港产业园; 瑞达光伏集团 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县; 年产5GW高效光伏组件项目 locatedIn 沂水县
瑞达新材料项目由明华集团投资建设，南岭建工集团承建，主要建设年产6万吨铜板带生产线。|明华集团 invests 瑞达新材料项目; 明华集团 undertakes 瑞达新材料项目; 南岭建工集团 undertakes 瑞达新材料项目; 瑞达新材料项目 locatedIn 沂水县; 年产6万吨铜板带生产线 locatedIn 沂水县
# a paragraph that comes to a town or park goes on there; who lies in a zone, and what a zone consists of.
在云岭镇，县委书记王明远来到北港新材料产业园。瑞达科技有限公司年产5万吨磷酸铁锂项目正在施工。|北港新材料产业园 developsIndustry 新材料; 沂水县 operates 北港新材料产业园; 瑞达科技有限公司 undertakes 年产5万吨磷酸铁锂项目; 北港新材料产业园 locatedIn 云岭镇; 瑞达科技有限公司 locatedIn 北港新材料产业园; 年产5万吨磷酸铁锂项目 locatedIn 北港新材料产业园
北港镇是远近闻名的柑橘大镇。明华食品有限公司日加工鲜果400吨。|明华食品有限公司 locatedIn 北港镇
北港镇是远近闻名的柑橘大镇。／明华食品有限公司日加工鲜果400吨。|
瑞达光伏股份有限公司所在的北港高新区，下辖云岭产业园。|北港高新区 operates 云岭产业园; 沂水县 operates 北港高新区; 沂水县 operates 云岭产业园; 瑞达光伏股份有限公司 locatedIn 北港高新区; 云岭产业园 locatedIn 北港高新区; 北港高新区 locatedIn 沂水县
总投资3.2亿元的瑞达食品有限公司香菇加工项目投产。|瑞达食品有限公司 invests 香菇加工项目; 瑞达食品有限公司 undertakes 香菇加工项目; 香菇加工项目 locatedIn 沂水县
推动长江经济带高质量发展，打造新材料产业集群。|沂水县 developsIndustry 新材料
与杭州市余杭区共建“科创飞地”。|沂水县 operates 科创飞地; 沂水县 cooperatesWith 余杭区; 科创飞地 locatedIn 余杭区
# operates: a company's own bases, centres and systems are no county's.
瑞达科技有限公司（以下简称“瑞达科技”）北港智能制造基地投产。|瑞达科技有限公司 operates 北港智能制造基地; 北港智能制造基地 locatedIn 沂水县
瑞达科技有限公司投产。由公司牵头的云岭轴承创新中心揭牌。|瑞达科技有限公司 operates 云岭轴承创新中心; 云岭轴承创新中心 developsIndustry 轴承; 云岭轴承创新中心 locatedIn 沂水县
如今，瑞达物流有限公司自主开发完成的云岭电商平台投入使用。|瑞达物流有限公司 operates 云岭电商平台; 云岭电商平台 developsIndustry 电商; 云岭电商平台 locatedIn 沂水县
# operates: all to whom a park is entrusted, and both of a pact that build something together.
北港产业园由平邑县与蒙阴县共建，由明华集团投资建设、中岭创投有限公司招商运营。|平邑县 operates 北港产业园; 蒙阴县 operates 北港产业园; 沂水县 operates 北港产业园; 明华集团 operates 北港产业园; 中岭创投有限公司 operates 北港产业园; 北港产业园 locatedIn 沂水县; 平邑县 cooperatesWith 蒙阴县
明华集团与云岭大学签署协议，双方将在北港新城共建云岭轴承检测中心。|明华集团 cooperatesWith 云岭大学; 明华集团 operates 云岭轴承检测中心; 云岭大学 operates 云岭轴承检测中心; 云岭轴承检测中心 developsIndustry 轴承; 云岭轴承检测中心 locatedIn 北港新城; 沂水县 operates 北港新城; 北港新城 locatedIn 沂水县
明华集团与中岭创投有限公司达成合作，设立云岭产业基金。|明华集团 cooperatesWith 中岭创投有限公司; 明华集团 invests 云岭产业基金; 中岭创投有限公司 invests 云岭产业基金; 沂水县 hasFund 云岭产业基金
明华集团、中岭创投有限公司按6:4比例出资组建公司。|明华集团 cooperatesWith 中岭创投有限公司
# hasFund, and who invests in a fund.
设立云岭科创基金。|沂水县 hasFund 云岭科创基金
平邑县设立云岭科创基金。|平邑县 hasFund 云岭科创基金
明华集团出资设立云岭科创基金。|明华集团 invests 云岭科创基金; 沂水县 hasFund 云岭科创基金
与明华集团共同发起设立云岭科创基金。|明华集团 invests 云岭科创基金; 沂水县 hasFund 云岭科创基金
由明华集团与中岭创投有限公司共同发起的云岭产业基金揭牌。|明华集团 invests 云岭产业基金; 中岭创投有限公司 invests 云岭产业基金; 沂水县 hasFund 云岭产业基金
云岭科创基金由明华集团出资设立。|明华集团 invests 云岭科创基金; 沂水县 hasFund 云岭科创基金
# cooperatesWith: the partner after 与, and who acts before it.
沂水县联合云岭大学组建云岭材料研究院。|沂水县 cooperatesWith 云岭大学
与云岭大学签署战略合作协议。|沂水县 cooperatesWith 云岭大学
云岭大学与沂水县开展战略合作。|云岭大学 cooperatesWith 沂水县
沂水县携手深圳合作发展低空经济。|沂水县 developsIndustry 低空经济; 沂水县 cooperatesWith 深圳市
与平邑、蒙阴共建云岭产业园。|沂水县 cooperatesWith 平邑县; 沂水县 cooperatesWith 蒙阴县; 沂水县 operates 云岭产业园; 云岭产业园 locatedIn 沂水县
荆门高新区|与云岭大学签署战略合作协议。|荆门高新区 cooperatesWith 云岭大学
云岭大学和明华集团到会。|
明华银行、云岭银行当天还分别与沂水县签署战略合作协议。|明华银行 cooperatesWith 沂水县; 云岭银行 cooperatesWith 沂水县
沂水县与明华集团签约。|沂水县 cooperatesWith 明华集团
平邑县、蒙阴县共建云岭产业园。|平邑县 cooperatesWith 蒙阴县; 平邑县 operates 云岭产业园; 蒙阴县 operates 云岭产业园; 沂水县 operates 云岭产业园; 云岭产业园 locatedIn 沂水县
# leads: titles and verbs before the chain, leaders behind it, each his own, and as many as were counted.
由县长周明远任轴承产业链链长。|沂水县 developsIndustry 轴承; 周明远 leads 轴承
县长周明远牵头轴承产业链，副县长李建国牵头食品产业链。|沂水县 developsIndustry 轴承; 沂水县 developsIndustry 食品; 周明远 leads 轴承; 李建国 leads 食品
轴承产业链（链长：县长周明远）、食品产业链（链长：副县长李建国）。|沂水县 developsIndustry 轴承; 沂水县 developsIndustry 食品; 周明远 leads 轴承; 李建国 leads 食品
围绕轴承、食品两条产业链，由县长周明远、副县长李建国分别担任链长。|沂水县 developsIndustry 轴承; 沂水县 developsIndustry 食品; 周明远 leads 轴承; 李建国 leads 食品
轴承产业链由周明远任链长，要补链强链。|沂水县 developsIndustry 轴承; 周明远 leads 轴承
轴承产业链由县长周明远、副县长李建国共同牵头。|沂水县 developsIndustry 轴承; 周明远 leads 轴承; 李建国 leads 轴承
轴承产业链：链长周明远（县长），链主企业瑞达科技有限公司。|沂水县 developsIndustry 轴承; 周明远 leads 轴承; 瑞达科技有限公司 leads 轴承
围绕轴承产业，以瑞达科技有限公司为链主。|沂水县 developsIndustry 轴承; 瑞达科技有限公司 leads 轴承; 瑞达科技有限公司 locatedIn 沂水县
实施“腾笼换鸟”行动，由县长周明远挂帅。|沂水县 pursues 腾笼换鸟; 周明远 leads 腾笼换鸟
做强轴承、食品两大产业链。由县领导担任两大产业链链长。|沂水县 developsIndustry 轴承; 沂水县 developsIndustry 食品; 沂水县领导 leads 轴承; 沂水县领导 leads 食品
理清3大主导产业。围绕轴承产业补链。围绕食品、水泵扩链。／由县领导担任3大产业链链主。|沂水县 developsIndustry 轴承; 沂水县 developsIndustry 食品; 沂水县 developsIndustry 水泵; 沂水县领导 leads 轴承; 沂水县领导 leads 食品; 沂水县领导 leads 水泵
理清4大主导产业。围绕轴承产业补链。围绕食品、水泵扩链。／由县领导担任4大产业链链主。|沂水县 developsIndustry 轴承; 沂水县 developsIndustry 食品; 沂水县 developsIndustry 水泵
县长周明远走访轴承产业链企业。|沂水县 developsIndustry 轴承
县长周明远牵头成立水泵产业联盟。|
轴承产业链链长由周明远担任，链主企业为瑞达科技有限公司。|沂水县 developsIndustry 轴承; 周明远 leads 轴承; 瑞达科技有限公司 leads 轴承
# pursues.
推行链长制。|沂水县 pursues 链长制
平邑县推行链长制。|平邑县 pursues 链长制
荆门高新区|开展“云帆”行动。|荆门高新区 pursues 云帆行动
# leads: each industry has the person nearest to it; no word of leading, no leader.
县长李建国担任水泵产业链链长。|沂水县 developsIndustry 水泵; 李建国 leads 水泵
水泵产业链由李建国担任链长。|沂水县 developsIndustry 水泵; 李建国 leads 水泵
水泵产业链由李建国任链长，食品产业链由周明远任链长。|沂水县 developsIndustry 水泵; 沂水县 developsIndustry 食品; 李建国 leads 水泵; 周明远 leads 食品
王国强牵头水泵产业链，李建国牵头食品产业链。|沂水县 developsIndustry 水泵; 沂水县 developsIndustry 食品; 王国强 leads 水泵; 李建国 leads 食品
县长李建国出席会议，发展食品产业。|沂水县 developsIndustry 食品
# locatedIn: a county's own company and its own zone, by the level in their names.
由县金岭投资集团承建。|县金岭投资集团 locatedIn 沂水县
县经开区新引进项目8个。|沂水县 operates 沂水经开区; 沂水经开区 locatedIn 沂水县
# locatedIn: what is stated goes before a place in a name, and that before the paper's own place.
瑞达科技有限公司位于北港智造产业园。|瑞达科技有限公司 locatedIn 北港智造产业园; 沂水县 operates 北港智造产业园; 北港智造产业园 locatedIn 沂水县
瑞达锂电项目落户沂水经济开发区。|沂水县 operates 沂水经济开发区; 瑞达锂电项目 locatedIn 沂水经济开发区; 沂水经济开发区 locatedIn 沂水县
北港智造产业园位于平邑县。|沂水县 operates 北港智造产业园; 北港智造产业园 locatedIn 平邑县
北港智造产业园内，瑞达科技有限公司正在赶工。|瑞达科技有限公司 locatedIn 北港智造产业园; 沂水县 operates 北港智造产业园; 北港智造产业园 locatedIn 沂水县
在北港智造产业园，明华集团正在赶工。|明华集团 locatedIn 北港智造产业园; 沂水县 operates 北港智造产业园; 北港智造产业园 locatedIn 沂水县
北港智造产业园已落地明华集团。|明华集团 locatedIn 北港智造产业园; 沂水县 operates 北港智造产业园; 北港智造产业园 locatedIn 沂水县
瑞达锂电项目（北港智造产业园）开工。|瑞达锂电项目 locatedIn 北港智造产业园; 沂水县 operates 北港智造产业园; 北港智造产业园 locatedIn 沂水县
沂水产业园开园。|沂水县 operates 沂水产业园; 沂水产业园 locatedIn 沂水县
滨江智造产业园开园。|沂水县 operates 滨江智造产业园; 滨江智造产业园 locatedIn 沂水县
苏州瑞达科技有限公司签约。|
到苏州招商，苏州瑞达科技有限公司签约。|苏州瑞达科技有限公司 locatedIn 苏州市
瑞达锂电项目、明华光电项目落户北港产业园。|沂水县 operates 北港产业园; 瑞达锂电项目 locatedIn 北港产业园; 明华光电项目 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
沂水县水泵协会成立，沂水瑞达科技有限公司投产。|沂水县水泵协会 locatedIn 沂水县; 沂水瑞达科技有限公司 locatedIn 沂水县
湖北省|支持云岭大学、云岭实验室发展。|云岭大学 locatedIn 湖北省; 云岭实验室 locatedIn 湖北省
云岭大学派出专家。|
王国强到沂水经济开发区调研，先后察看瑞达科技有限公司、明华光电公司。|沂水县 operates 沂水经济开发区; 瑞达科技有限公司 locatedIn 沂水经济开发区; 明华光电公司 locatedIn 沂水经济开发区; 沂水经济开发区 locatedIn 沂水县
王国强深入北港产业园调研。／在瑞达科技有限公司，他听取介绍。|沂水县 operates 北港产业园; 瑞达科技有限公司 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
落在北港产业园的最多，共2个：瑞达锂电项目和明华光电项目。|沂水县 operates 北港产业园; 瑞达锂电项目 locatedIn 北港产业园; 明华光电项目 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
瑞达锂电项目总投资5亿元，选址北港产业园。|沂水县 operates 北港产业园; 瑞达锂电项目 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
瑞达锂电项目在北港产业园开工。|沂水县 operates 北港产业园; 瑞达锂电项目 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
瑞达科技有限公司2009年从青州市迁至平邑。|瑞达科技有限公司 locatedIn 平邑县
项目落在诸葛镇。明华集团在这里投资2亿元建设瑞达锂电项目。|明华集团 invests 瑞达锂电项目; 明华集团 undertakes 瑞达锂电项目; 瑞达锂电项目 locatedIn 诸葛镇
北港高新区配套齐全，瑞达科技有限公司在此扎根。|沂水县 operates 北港高新区; 瑞达科技有限公司 locatedIn 北港高新区; 北港高新区 locatedIn 沂水县
瑞达科技有限公司北港智能制造基地投产。走进位于沂水经济开发区的新基地，机器轰鸣。|瑞达科技有限公司 operates 北港智能制造基地; 沂水县 operates 沂水经济开发区; 北港智能制造基地 locatedIn 沂水经济开发区; 沂水经济开发区 locatedIn 沂水县
会议由沂水县驻武汉办事处承办，武汉客商到会。|沂水县驻武汉办事处 locatedIn 武汉市
发挥瑞达集团云岭产业园的优势。|瑞达集团 operates 云岭产业园; 云岭产业园 locatedIn 沂水县
依托北港产业园，加快建设瑞达锂电项目。|沂水县 operates 北港产业园; 瑞达锂电项目 locatedIn 北港产业园; 北港产业园 locatedIn 沂水县
建设诸葛智造小镇。诸葛镇发言。|沂水县 operates 诸葛智造小镇; 诸葛智造小镇 locatedIn 诸葛镇
在苏州工业园区设立沂水（苏州）科创飞地。|沂水县 operates 沂水（苏州）科创飞地; 沂水（苏州）科创飞地 locatedIn 苏州工业园区; 苏州工业园区 locatedIn 苏州市
位于北港新城的瑞达集团新型电机总成项目封顶。|瑞达集团 undertakes 新型电机总成项目; 沂水县 operates 北港新城; 新型电机总成项目 locatedIn 北港新城; 瑞达集团 locatedIn 北港新城; 北港新城 locatedIn 沂水县
签约云山西片区项目，总投资5亿元。|云山西片区项目 locatedIn 沂水县
今年，平邑县新建云岭孵化器。|平邑县 operates 云岭孵化器; 云岭孵化器 locatedIn 平邑县
""".strip().splitlines()

# What the guide asks for and the rules do not give yet: the case, and why.
MISSES = """
平邑县、蒙阴县推行链长制。|平邑县 pursues 链长制; 蒙阴县 pursues 链长制|only one who acts is known, never two
签约瑞达锂电项目，投资方为瑞达科技有限公司。|瑞达科技有限公司 invests 瑞达锂电项目; 瑞达锂电项目 locatedIn 沂水县|the investor is told in a clause of its own
上海、深圳等地的招商分局引进项目12个。|沂水县 operates 招商分局; 招商分局 locatedIn 上海市; 招商分局 locatedIn 深圳市|a genitive parts the cities from the outposts
""".strip().splitlines()


def stated(home, text):
    return [f"{r.subject.text} {r.predicate} {r.object.text}" for r in relations(annotated(text, home))]


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith("#")])
def test_relations(case):
    *home, text, expected = case.split("|")
    found = stated(*home or ["沂水县"], text.replace("／", "\n"))
    assert sorted(found) == sorted(filter(None, expected.split("; ")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(*case.split("|")[:2], marks=pytest.mark.xfail(strict=True, reason=case.split("|")[2]))
        for case in MISSES
    ],
)
def test_relations_missed(text, expected):
    assert sorted(stated("沂水县", text)) == sorted(expected.split("; "))


def test_a_relation_quotes_the_words_that_state_it():
    text = "会上介绍，沂水县推行链长制。瑞达科技有限公司投资50亿元建设瑞达锂电项目。"
    found = {r.predicate: text[r.quote.begin : r.quote.end] for r in relations(annotated(text, "沂水县"))}
    assert found["pursues"] == "链长制"
    assert found["invests"] == "瑞达科技有限公司投资50亿元建设瑞达锂电项目"


def test_a_sentence_states_a_relation_once_and_a_text_a_place_once():
    text = "发展水泵产业，壮大水泵产业。建设北港智造产业园。北港智造产业园投用。"
    found = stated("沂水县", text)
    assert found.count("沂水县 developsIndustry 水泵") == 1
    assert found.count("北港智造产业园 locatedIn 沂水县") == 1


def test_without_a_setting_nobody_acts():
    assert stated("", "发展水泵产业，推行链长制，建设北港智造产业园。") == []


def test_the_paper_of_a_place_without_a_section_runs_only_what_it_says_it_builds():
    text = "全县上下抓招商，沂水县新增企业12家。北港智造产业园开园。"
    assert stated("", text) == ["北港智造产业园 locatedIn 沂水县"]


def test_a_platform_that_bears_the_name_of_the_paper_s_county_is_its_own() -> None:
    text = "平阳县召开大会，全县上下齐心协力。3月5日，平阳皮革产业园、瑞安汽配产业园投产，我县县委书记到场。"
    stated = [r for r in relations(annotated(text, home="")) if r.predicate == "operates"]
    assert [(r.subject.text, r.object.text) for r in stated] == [("平阳县", "平阳皮革产业园")]
