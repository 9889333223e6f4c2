import re

import pytest
from texts import annotated

from kg.annotate.spans import marked
from kg.extract.mentions import mentions

# One case a line: the home of the document (平阳县 when none is given), and its text with every name marked where it
# stands; name= is whom it names, when that is not what is printed. What is not marked must not be found.
CASES = """
# Companies by a place, a trade name and what they make; without a place where a word says so; a place's industry is none.
镇里与<Organization>苏州瀚星食品</Organization>签约，<Organization>浙江瑞禾新材料</Organization>负责人到会。
走进<Organization>瀚湾磁电</Organization>车间，走访<Organization>云浩科技</Organization>。
<Region name=苏州市>苏州</Region><Industry>食品</Industry>企业众多，<Region name=杭州市>杭州</Region>电子企业集聚。
新化电子陶瓷占全国市场份额三分之一。
# Companies by what they have done, what they are called next, who heads them, and what they are to make.
<Organization>瀚湾磁电</Organization>去年投产。走访的还有<Organization>川岭减震</Organization>。<Organization name=川岭减震>该公司</Organization>新增订单。
<Organization>江苏瀚盛源</Organization>总经理<Person>周明远</Person>致辞。
<Organization>山东瑞海化工</Organization><Project>年产3万吨树脂项目</Project>投产，<Organization>瑞禾能源有限公司</Organization><Project>30MW/60MWh光储电站项目</Project>开工。
# A county's own zone by its kind alone, unless another place's was named before, or it is one that is wanted.
县领导深入<Platform name=平阳经开区>经开区</Platform>调研，<Platform name=平阳先进制造业开发区>县先进制造业开发区</Platform>新开工项目8个。
<Platform>北港高新区</Platform>扩区，<Platform name=北港高新区>高新区</Platform>新引进项目12个，县里争创高新区。
<Platform name=平阳县化工园区><Industry>化工</Industry>园区</Platform>内，机器轰鸣。
荆门市|市里支持经开区扩容。
# A park is for the goods that stand in its name behind a place, be it in no register; what is vague tells none.
<Platform>平阳<Industry>毛线</Industry>产业园</Platform>开园，<Platform>平阳<Industry>乌龟</Industry>产业园</Platform>扩建，<Platform>平阳生态产业园</Platform>招商。
# A catchword in quotation marks is no company, whatever LAC takes it for.
畅通“北粮南运”通道，建好粮库。
# What LAC leaves to the word before is a name's: of a macro-region, of a town of home; a landmark is no project.
<Region name=成渝地区双城经济圈>成渝双城经济圈</Region>提速，园区距成渝高铁3公里。
# What LAC cuts within a suffix, and a centre that nothing tells from others.
会上，市科创中心揭牌。
# Who pays for a project bears a name, whatever LAC takes it for; a list of so many companies names them.
包括<Organization>丽水凯德乐</Organization>投资3亿元的<Project>智能电表产业园项目</Project>。
县财政投资2亿元建设游泳馆，企业共同投资建设厂房。
随着<Organization>香港云岭灯具</Organization>、<Organization>北港能源集团</Organization>两家知名企业的引进，招商提速。
# A project behind its signing, with phases and signs that LAC takes for adverbs; one that begins with a joint.
会上签约<Project>瑞禾碳纤维快充电池项目</Project>，签订后将立即成立项目公司。
其中<Project>高端门窗及船舱照明系统项目</Project>总投资8亿元。
推进保障性住房、城中村改造等项目建设。
# Projects that are called so, and what a company makes where somebody goes to see it.
代表性项目有<Project>云岭滨湖博览园</Project>、<Project>年产3万吨纸浆装置建设</Project>等。
书记来到<Project>云岭集团超薄玻璃</Project>、<Platform>北港<Industry>机械</Industry>产业园</Platform>等地，了解情况。
# A company again where LAC reads its name otherwise.
市里与<Organization>台州时代</Organization>陆续签订协议，<Organization>台州时代</Organization>投产，集群壮大。
市里与<Region name=台州市>台州</Region>客商签订协议。
# A list of as many industries as are counted; who pays tells a project; roads of a list by their ends; aims.
抓好<Industry>水泵</Industry>、<Industry>电子信息</Industry>、<Industry>木竹精深加工</Industry>、<Industry>轻纺制帽</Industry>等4大产业链建设。
构筑<Industry>高端轴承</Industry>、<Industry>生物医药</Industry>、<Industry>现代生态化工</Industry>三大千亿级集群。
包括<Organization>瑞达集团</Organization>投资6亿元的<Project>绿色物流园项目</Project>，建成9个子项目。
开工<Project name=云岭至北港高速公路>云岭至北港</Project>、改扩建<Project name=南屏至东湖高速公路>南屏至东湖</Project>等高速公路。
围绕活力开放新城、云岭生态新城的“三城同创”发展目标。
<Organization>苏州远航新能源科技股份有限公司</Organization>到会。<Organization name=苏州远航新能源科技股份有限公司>苏州远航</Organization>投产。
县领导<Person>赵建国</Person>、<Person>孙明浩</Person>，以及各镇主要负责人和企业代表参加活动。
走进<Organization>湖北银穗棉花加工厂</Organization>和<Organization>际云八六七三纺织有限公司</Organization>。
<Region name=平阳县>我县</Region>党政代表团一行、有关部门带队走访<Organization>北港纤维</Organization>、<Organization>瑞达光电</Organization>等企业，解决问题。
# A newspaper's place, what the edges of two words make, the site of a government, and what only ends like a body.
湖北日报讯，<Region>平阳县</Region>政府门户网消息，内有产业链、外有品牌影响力。
岳阳市|企业家考察交流、投资兴业。
<Organization>平阳县委宣传部</Organization>举行发布会。
# A project whose first character LAC takes for a word of its own.
5月6日，<Project>循铜高精度材料产业园项目</Project>开工。
5月6日，推进<Project>瓯江高精度材料生产项目</Project>建设。
# A project right behind what it costs, or with verbs in a list.
集中开工的有总投资5亿元的<Project>瑞禾新型包装材料等研发、生产项目</Project>。
投资建设<Project>瑞禾高端包装装备研发、生产、销售项目</Project>。
总投资20亿元的5个项目开工，总投资30亿元的重大产业项目签约。
# Persons of a list that only what they do speaks for.
<Person>孙远航</Person>、<Person>谢天明</Person>、<Person>卢建国</Person>、<Person>黄志勇</Person>等出席活动。
# A quotation behind a park that says what to do, and industries of a frame.
推动<Platform>瑞禾工业园</Platform>“提质、增效、赋能”，<Platform>瑞禾科技园</Platform>“搭台子”。
以<Industry>数字经济</Industry>、<Industry>总部经济</Industry>为新的发展支撑。
# A project of a list is told by its county; what is visited is named behind the verb; a body is no mention in its report.
其中，<Region>苍南县</Region><Project name=云岭新能材料项目>云岭新能材料</Project>、<Region>泰顺县</Region><Project>北港建材基地</Project>等2个项目投资过亿元。<Project>云岭新能材料项目</Project>加快建设。
当天，一行先后察看了<Project>平阳电子及功能材料产业园</Project>、<Project>瑞达有限公司光电智能制造升级</Project>等项目。
“<Organization name=瑞达科技有限公司>公司</Organization>二期<Project>年产5万吨铜箔项目</Project>已投产。”<Organization>瑞达科技有限公司</Organization>董事长<Person>周明远</Person>说。
<Region>平阳县</Region>政府工作报告提出新目标。
# Valleys, laboratories and digital platforms; what a place has one of tells itself.
加快建设<Platform>云岭量子谷</Platform>，穿过云岭大峡谷。
<Region name=平阳县>我县</Region>开发<Platform>招商云平台</Platform>、<Platform>产业大脑</Platform>。
与高校共建<Platform>山海新材料联合实验室</Platform>。
开工建设<Platform>瑞禾<Industry>预制菜</Industry>产业园</Platform>。
# Towns of a list that says once what they are.
缙云县|项目分布在<Region name=壶镇镇>壶镇</Region>、<Region name=舒洪镇>舒洪</Region>、<Region name=新建镇>新建</Region>等镇，<Region name=大源镇>大源</Region>和<Region name=东方镇>东方</Region>两镇开工3个。
缙云县|工业、农业、商贸等镇各有特色。
# Companies by the heart of their names, once the text has named them.
<Organization>苏州远航叶片股份有限公司</Organization>到会。<Organization name=苏州远航叶片股份有限公司>远航叶片</Organization>总经理<Person>周明远</Person>签约。
<Organization>浙江联益电子科技有限公司</Organization>到会。<Organization name=浙江联益电子科技有限公司>联益电子</Organization>董事长<Person>周明远</Person>签约。
# Regions: the register, what is told apart by the text, and what is too little to be told.
<Region name=缙云县>缙云</Region>、<Region name=龙泉市>龙泉</Region>两地携手招商。
<Region name=普陀区>上海普陀</Region>与<Region name=余杭区>浙江省杭州市余杭区</Region>签约。
<Region name=襄阳市>襄樊市</Region>与<Region name=平阳县>平阳</Region>结对。
南京市|<Region name=鼓楼区>南京鼓楼区</Region>新引进企业30家。
福州市|<Region>鼓楼区</Region>新引进企业30家。
考察组到鼓楼区学习。
荆门市|<Region name=吉林省>吉林</Region>、<Region name=黑龙江省>黑龙江</Region>两省粮食增产。
抚州市|<Region name=南城县>南城</Region>、<Region name=黎川县>黎川</Region>签约项目5个。
他在南城开了一家店。
昆山市|<Region name=昆山市>昆山</Region>、<Region name=太仓市>太仓</Region>和<Region name=常熟市>常熟</Region>三市联动。
积极融入<Region name=长三角>长三角地区</Region>，承接<Region>珠三角</Region>产业转移。
灵山县|深化<Region name=广东省>粤</Region><Region name=广西壮族自治区>桂</Region>协作。
# Regions: strings of initials, and rivers that only look like them.
赴<Region name=杭州市>杭</Region><Region name=宁波市>甬</Region><Region name=温州市>温</Region>招商。
对接<Region name=上海市>沪</Region><Region name=江苏省>苏</Region><Region name=浙江省>浙</Region><Region name=安徽省>皖</Region>四地客商。
<Region name=江苏省>江</Region><Region name=浙江省>浙</Region><Region name=上海市>沪</Region>客商云集。
<Region name=四川省>川</Region><Region name=重庆市>渝</Region>两地共建。
湘江两岸新建码头。
产品销往<Region name=北京市>京</Region>、<Region name=上海市>沪</Region>两地。
新江苏建设提速。
# Regions: areas above the county by what they are made of, which are no zones; places that are another thing's name.
<Region>皖西生态经济区</Region>、<Region>粤北绿色发展示范区</Region>与<Region>青原盆地经济区</Region>协同发展。
打造成<Region name=长江经济带>长江经济带</Region>样板，推进<Region>临州都市圈</Region>和<Region>昌景鹰城市群</Region>建设，<Platform>云岭高铁经济区</Platform>扩容。
感谢港澳台同胞、海外侨胞和江苏籍企业家。
工会、共青团、侨务、港澳、慈善等事业健康发展。
# Regions: the paper's own, towns and villages.
<Region name=平阳县>全县</Region>上下抓招引，<Region name=平阳县>我县</Region>新增企业12家。
<Region name=温州市>全市</Region>看<Region name=平阳县>平阳</Region>，<Region name=浙江省>全省</Region>看<Region name=温州市>温州</Region>。
<Region name=平阳县>该县</Region>引进企业12家。
荆门高新区|<Platform name=荆门高新区>全区</Platform>新开工项目8个，<Platform name=荆门高新区>该区</Platform>入驻企业300家。
柳州市|<Region name=柳州市>柳州</Region>增产，<Region name=广西壮族自治区>全区</Region>增产。
我旗、全州、该镇都要抓好落实。
<Region>鳌江镇</Region>、<Region>水头镇</Region>新增企业6家。
推进和美乡村建设，<Region>白河镇</Region>新增企业3家。
<Region name=平邑县>平邑县</Region><Region name=平邑县峨山镇>峨山镇</Region>新增企业3家。
<Region name=平邑县>平邑县</Region><Region name=平邑县峨山镇>峨山镇</Region>新增企业3家，<Region name=平邑县峨山镇>峨山镇</Region>新建厂房。
<Region>睦源村</Region>发展<Industry>民宿</Industry>。
# Platforms: where a name begins, quotations, brackets, coordination, what goes on behind.
加快建设<Platform>滨江智造产业园</Platform>。
高标准打造<Platform>昆阳<Industry>机器人</Industry>小镇</Platform>。
走进<Platform>云岭众创空间</Platform>，年轻人正在创业。
推进<Platform>滨江产业园</Platform>建设，<Platform>滨江产业园</Platform>入驻企业30家。
<Platform>云岭<Industry>电商</Industry>产业园</Platform>、<Platform>北港物流园</Platform>先后开园。
<Platform>中国（平阳）<Industry>皮革</Industry>小镇</Platform>开园。
<Platform>平阳经济开发区滨海区块</Platform>完成征地。
“<Platform>云岭众创空间</Platform>”揭牌。
修文县|走进<Platform>修文<Industry>猕猴桃</Industry>产业园</Platform>。
<Platform>云岭农产品加工园区</Platform>开园。
<Platform>云岭产业园东片区</Platform>完成征地，<Platform>鳌江港综合港区</Platform>扩建。
<Platform>云岭产业园孵化器</Platform>揭牌。
走进<Platform>1978文创园</Platform>，考察<Platform>云江—鳌水经济合作区</Platform>。
<Platform>云岭博物馆</Platform>开馆，<Platform>云岭口岸</Platform>通关，<Platform>云岭高铁经济区</Platform>扩容。
<Platform name=云岭园区>云岭</Platform>、<Platform>鳌山园区</Platform>产值突破百亿元。
提升<Platform name=长沙机场><Region name=长沙市>长沙</Region></Platform>、<Platform name=武汉机场><Region name=武汉市>武汉</Region></Platform>、<Platform>合肥机场</Platform>能级。
建设<Platform name=常州国家级零碳园区><Region name=常州市>常州</Region></Platform>、<Platform>苏州国家级零碳园区</Platform>。
推进<Platform name=常州国家物流枢纽><Region name=常州市>常州</Region></Platform>等5个国家物流枢纽建设。
建强“<Platform>云服办</Platform>”“<Platform>云企通</Platform>”等为民服务平台。
<Platform>云岭国家植物园</Platform>开园，<Platform>云岭科创岛</Platform>、<Platform>云岭科学中心</Platform>揭牌。
<Platform>云江东部片区国家城乡融合发展试验区</Platform>获批。
推广<Platform><Industry>水泵</Industry>产业大脑</Platform>。
扩建<Platform>云岭国际机场</Platform>。
# Platforms: vague names and aims are none.
划定主体功能区，建设保税物流中心，统筹大通道大枢纽大平台，推进旅游景区提质。
国家现代农业产业园增至21个，入选国家首批零碳园区，建设省级冷库基地。
第五届世界候鸟保护区大会召开，办好专门学校。
搭建公共服务平台，建好一体化管理平台。
提升创新平台能级，做优产业园区。
努力成为全国重要的<Industry name=水泵>水泵产业</Industry>集聚区。
打造世界级<Industry>装备制造</Industry>基地。
建成国内一流的孵化器。
创建国家级经济开发区。
新建现代农业产业园11个，建成3个国家级产业创新中心。
建设世界级船闸与高端码头示范基地。
共建美丽家园，百亩花园绽放，“两镇一园”建设提速。
国家级企业技术中心增至8家。
<Organization>鳌江机电行业协会</Organization>共建<Platform><Industry>电机</Industry>产品海外展销中心</Platform>。
我们建设<Platform><Industry>泵阀</Industry>智造小镇</Platform>，占地800亩。
# Platforms: outposts and enclaves, one each where each is named by its city, one in all where they are not.
设立<Platform><Region>平阳县</Region>驻<Region name=深圳市>深圳</Region>招商联络处</Platform>。
设立<Platform name=上海招商分局><Region name=上海市>上海</Region></Platform>、<Platform><Region name=深圳市>深圳</Region>招商分局</Platform>。
组建<Platform name=北京驻外招商分局><Region name=北京市>北京</Region></Platform>、<Platform name=上海驻外招商分局><Region name=上海市>上海</Region></Platform>、<Platform name=深圳驻外招商分局><Region name=深圳市>深圳</Region>等6个驻外招商分局</Platform>。
在<Region name=杭州市>杭州</Region>、<Region name=上海市>上海</Region>设立<Platform>科创飞地</Platform>。
在<Region name=北京市>北京</Region>、<Region name=上海市>上海</Region>等地设立5个<Platform>招商分局</Platform>。
用好<Platform><Region name=杭州市>杭州</Region>科创飞地</Platform>和<Platform><Region name=上海市>上海</Region>产业飞地</Platform>。
<Platform name=昆山产业飞地><Region name=昆山市>昆山</Region>“产业飞地”</Platform>建成投用。
# Names that go on where another ends, funds.
<Project>瑞达新材料生产基地项目</Project>开工。
设立<Fund>云岭科创飞地创投基金</Fund>。
签约<Project>云岭智造产业园项目</Project>，总投资12亿元。
推进<Project><Platform>云岭智造产业园</Platform>项目</Project>建设，<Platform>云岭智造产业园</Platform>项目30个。
组建<Fund>南岭产业引导基金</Fund>，设立规模10亿元的<Fund>云岭科创基金</Fund>。
<Fund>云岭科创基金</Fund>由<Organization>明华集团</Organization>出资设立。
发挥产业基金作用。
# Projects.
签约项目4个；<Project>云禾储能电池模组项目</Project>投资8亿元，分两期建设。
工业项目投资8亿元，增长5%。
<Organization>瑞达科技有限公司</Organization><Project>年产5万吨纸浆项目</Project>开工。
总投资20亿元的<Project>云岭光学镜头项目</Project>落地。
今年，<Project>明华光电</Project>、<Project>年产5万吨铝箔</Project>等重大项目开工。
●<Project>云岭智算中心一期</Project>：总投资18亿元。
<Project name=云鳌高速>云鳌</Project>、<Project name=昆水高速>昆水</Project>两条高速建成通车。
推动<Project name=云鳌高速>云鳌</Project>、<Project name=昆水高速>昆水</Project>两条高速建设。
<Project name=云鳌高速>云鳌</Project>、<Project name=建通高速>建通</Project>、<Project name=昆水高速>昆水</Project>等7条高速建成通车。
开工建设<Project>云岭水库</Project>。
<Project>襄渝铁路复线</Project>贯通，改变了县里不通铁路的历史，省际铁路、水路通道达到28条。
推进<Project name=云鳌山灌区>云鳌山</Project>等大中型灌区现代化改造，开展京杭运河沿线治理。
佛山市|<Project>三水热电三期项目</Project>获核准。
今年，<Project>云岭南热电</Project>、<Project>鳌江高压线路东段</Project>等投运。
<Project>云岭镇老旧小区改造项目</Project>完工。
<Region>平阳县</Region>开工的是<Project>年产100万套车架和100万套减震器项目</Project>。
投资2亿元建设<Project>云溪6000头种猪场项目</Project>。
<Project>日产5000吨熟料生产线</Project>点火，<Project>12英寸晶圆清洗机项目</Project>投产。
<Organization>瑞达酒业公司</Organization><Project>酒水、饮料制造项目</Project>开工。
位于鳌江的<Project>云岭智能轴承项目</Project>投产，引进一批智能轴承配套项目、10个国家文化传承保护项目。
<Project>云岭高铁鳌江段</Project>铺轨，<Project>云岭至鳌江高速公路</Project>建成通车。
<Project>云岭灌区续建配套与现代化改造工程</Project>完工，<Project>云岭水库至鳌江引水工程</Project>开工。
<Project>云岭智算中心二期</Project>投用，<Project>云岭抽水蓄能电站</Project>移民安置完成。
云岭水库风景秀丽。
引进“大好高”项目12个，签约项目30个、亿元项目12个。
开工一批重大项目，引进产业项目。
# Companies, schools, institutes, organs.
联系人：<Platform>北港高新区</Platform>招商局。
<Organization>瑞达光伏有限公司</Organization>是由<Organization>明华集团</Organization>设立的。<Organization name=瑞达光伏有限公司>公司</Organization>去年扩产。
形成<Policy name=一主两翼>“一主两翼”产业园区格局</Policy>。
体现能量产业的匹配性、功能的互补性。
<Project>云岭冷链物流园项目</Project>总投资6亿元。
把<Project><Platform>云岭生态产业园</Platform>项目</Project>建设作为重要任务。
一、<Project>瑞光显示模组项目</Project>。总投资12亿元。
国际家电巨头<Organization>瑞利浦</Organization>、<Organization>西门子</Organization>到会。
由中共<Organization>平阳县委</Organization>主办，<Organization>新华社湖北分社</Organization>承办。
建成孵化器“<Platform>云畔创谷</Platform>”，面积6.5万平方米。
园区东临<Region name=文成县>文成</Region>，文成湖以东。
引进<Organization>华新智联</Organization>、<Organization>江汉光电</Organization>等龙头企业。
施工方<Organization>云岭建工集团</Organization>、链主企业<Organization>瑞达科技有限公司</Organization>派员驻点。
<Organization>中国科学院云岭人工智能研究所</Organization>成立，提升核心竞争力，打造企业品牌。
与<Organization>云岭大学</Organization>共建<Organization>云岭研究院</Organization>。
<Organization>云岭牧歌乳业</Organization>、<Organization>鳌江瑞果果业</Organization>投产，发展<Industry>果业</Industry>。
<Organization name=云岭山实验室>云岭山</Organization>、<Organization name=鳌江湖实验室>鳌江湖</Organization>等实验室加快建设。
<Organization name=中国农业银行>农业银行</Organization>与<Region>平阳县</Region>签约。
组建紧密型城市医疗集团，引进职业院校和三甲医院，推行龙头企业+合作社。
向各民主党派致以问候，境内上市公司增至12家。
<Organization>瑞达科技股份有限公司</Organization>和<Organization>明华集团</Organization>投产。
支持<Organization>明华智能科技有限公司</Organization>、<Organization>瑞达药业</Organization>做大做强。
<Organization>云岭大学</Organization>、<Organization>南岭先进材料研究院</Organization>到<Region name=平阳县>平阳</Region>设立研究院。
成立<Organization>平阳商会</Organization>，走访<Organization>上海平阳商会</Organization>。
<Organization name=浙江省发改委>省发改委</Organization>、<Organization>财政部</Organization>印发通知。
<Organization name=平阳县发改局>县发改局</Organization>牵头，县委常委会召开会议。
<Organization>温州市人民政府</Organization>与<Organization>平阳县政府</Organization>签约。
<Organization name=全国人民代表大会常务委员会>全国人大常委会</Organization>通过法律。
县委经济工作会议召开。
<Region>平阳县</Region>与<Organization>瑞达科技有限公司</Organization>签约。
城市政府要担起责任，<Organization>鳌江镇人民政府</Organization>牵头。
# People: beside their titles and in lists; by-lines and doctrines are none.
县委书记<Person>周明远</Person>主持会议。
<Person>周明远</Person>书记在致辞中对<Platform>中建·鳌江产业园</Platform>开工表示祝贺。
<Region>平阳县</Region>委书记 <Person>周明远</Person>
县领导<Person>周明远</Person>、<Person>李建国</Person>、<Person>王国强</Person>出席。
<Person>陈文斌</Person>、<Person>李建国</Person>、<Person>王国强</Person>等出席活动。
<Person>阿不都·艾力</Person>介绍了经验。
# People: where a name that LAC cuts short or glues ends, lists, callings, rare surnames; words that only look like names.
县长<Person>汤晓建</Person>主持会议，市委书记<Person>何文建</Person>在鳌江宣布开工。
县领导<Person>占文波</Person>、<Person>桂小川</Person>、<Person>常青</Person>出席。
<Organization>平阳县刺绣协会</Organization>理事长<Person>韩云谷</Person>介绍情况。
镇长<Person>汤小川</Person>一起走进车间，总经理助理<Person>潘大海</Person>介绍情况。
县长<Person>韦雨</Person>率队招商，副县长<Person>邓家和</Person>受聘。
市长<Person>侯康文</Person>，市领导<Person>姚建刚</Person>、<Person>向红</Person>，企业代表参加。
县里成立由县长<Person>汤建安</Person>任组长的专班。
领导任双组长，<Person>王国强</Person>任副组长。
代市长<Person>梁洋启</Person>会见客商。<Person>梁洋启</Person>在会上表示欢迎。
由<Organization>平阳县水泵研究院</Organization><Person>白海艳</Person>团队研制。
茶农<Person>李小婶</Person>一早上山，村民<Person>傅大山</Person>编了一辈子竹篮。
村民<Person>玉山·买买提</Person>的果子，县长<Person>艾合买提·吐尔洪</Person>在会上介绍。
<Person>陆望远</Person>，男，汉族。
县委书记向企业家介绍情况，县长高度重视，党员干部沉到一线。
<Person>周明远</Person>说，要抓好落实。
本报讯（记者 王建国）<Region>平阳县</Region>召开会议。
记者 王建国 通讯员 李婉
会上，<Person>周明远</Person>牵头<Industry name=水泵>水泵产业链</Industry>。
深入学习贯彻习近平新时代中国特色社会主义思想。
# Industries: before 产业 and its like, in lists, as objects of verbs, inside carriers, kinds of economy, fused pairs.
大力发展<Industry name=水泵>水泵产业</Industry>，培育<Industry>低空经济</Industry>。
壮大<Industry>新材料</Industry>、<Industry>生物医药</Industry>和<Industry>智能装备</Industry>等产业。
做强<Industry>汽车零部件</Industry>、<Industry>水泵</Industry>两大产业链。
打造千亿级<Industry name=新能源汽车>新能源汽车产业集群</Industry>。
延伸<Industry>半导体</Industry>全产业链。
<Industry name=特种钢>特种钢制造产业链</Industry>产值突破百亿元。
发展<Industry>稻虾养殖</Industry>、<Industry>红色旅游</Industry>等产业。
招引<Industry>光伏</Industry>、<Industry>储能</Industry>企业12家。
引育<Industry>数字经济</Industry>和<Industry>生命健康</Industry>企业。
发展<Industry>新能源</Industry><Industry name=新材料>新材料产业</Industry>。
以<Industry>水泵</Industry>、<Industry>阀门</Industry>为主导产业。
增收致富产业越做越实，抓科技兴产业。
培壮产业链群新增长点。
拓展<Industry>转口贸易</Industry>，发展<Industry>服务贸易</Industry>、<Industry>数字贸易</Industry>。
深化供电、化工等领域改革，开展化工、建材等重点行业专项整治。
完善电力市场交易机制，优化医疗健康服务，发展居家养老和互助养老服务。
“稻花香富”全产业链产值增长。
提升<Industry>新型电力装备</Industry>、<Industry>新能源</Industry>等优势产业集群竞争力。
打造<Industry>文化旅游</Industry>目的地、<Industry>绿色能源</Industry>重要供给地、<Industry>新材料</Industry>高地，建设<Industry>海洋经济</Industry>强省。
<Industry>能源</Industry>工业增加值增长8%，<Industry>茶叶</Industry>综合产值增长9%，<Industry>海洋旅游</Industry>增速保持在10%以上。
<Platform>云岭<Industry>航空物流</Industry>枢纽</Platform>开工，云岭生物圈大会召开。
<Platform>云岭阀门生产基地</Platform>投产。
推进旅游景区和园区提升。
做强“<Industry>白茶</Industry>”产业。
<Platform>云岭<Industry>生物医药</Industry>产业园</Platform>开园。
发展<Industry>美丽经济</Industry>、<Industry>水经济</Industry>，壮大县域经济。
<Organization>云岭水泵公司</Organization>生产水泵。
培育新兴产业，做强主导产业，实施产业链招商。
工业、制造业稳中有进，推进农业产业化，培养产业工人。
# Industries: lists whose items no register knows, what leads to them and what ends them.
聚焦<Industry>半导体</Industry>、<Industry>光电</Industry>和<Industry>高端阀门</Industry>。
形成以<Industry>水泵</Industry>、<Industry>食品</Industry>为主导的体系。
把<Industry>氢能</Industry>、<Industry>储能</Industry>作为重点培育的特色产业。
项目涵盖<Industry>新能源</Industry>、<Industry>电梯部件</Industry>、<Industry>桑葚加工</Industry>等多种产业类型。
引进<Industry>化学药</Industry>及<Industry>药物中间体</Industry>等产业。
项目分属<Industry>纺织服装</Industry>、<Industry>家电智能制造</Industry>和<Industry>生物医药</Industry>。
资金投向<Industry>镍基新材料</Industry>、<Industry>氢能</Industry>两个方向。
覆盖<Industry>制冷空调设备</Industry>、<Industry>冷链</Industry>及<Industry>仓储物流</Industry>等领域。
组建<Industry>智能电器</Industry>、<Industry>绿色能源</Industry>、专业人才三大产业链招商专班。
发展<Industry>直播电商</Industry>等<Industry>平台经济</Industry>。
培育<Industry>低空飞行</Industry>、<Industry>房车露营</Industry>、<Industry>冰雪旅游</Industry>等消费。
<Industry name=金融>金融业</Industry>增加值增长7%，<Industry>氢能装备</Industry>企业达12家。
瞄准<Industry>Micro LED</Industry>、<Industry>车载显示</Industry>等细分赛道。
<Platform>云岭<Industry>菌草新材料</Industry>产业基地</Platform>开工。
<Industry>水泵</Industry>、<Industry>食品</Industry>齐头并进，做强<Industry>新一代电子信息</Industry>制造业。
<Platform>北港<Industry>化工</Industry>园区</Platform>开园，<Industry>吉他</Industry>链再添新企业。
<Industry>油茶</Industry>、<Industry>天麻</Industry>成为富民产业，招商引资成为主导产业。
# Industries: what only looks like one.
培育5个世界级、7个区域级产业集群，打造新增长极和产业高地。
发挥完整产业链优势、超大规模市场优势，实现产业新集聚。
空间成本的经济性、要素的匹配性更强，加快未来产业布局。
市政协主席、<Industry name=面粉>面粉产业链</Industry>链长到会。
更新改造燃气管道，做好人才交流等方面工作。
# Policies: known, quoted, titled; rhetoric is none.
深入推进<Policy>双招双引</Policy>，落实<Policy>链长制</Policy>。
开展<Policy name=云帆行动>“云帆”行动</Policy>，实施<Policy name=雏鹰计划>“雏鹰”计划</Policy>。
出台<Policy name=平阳县招商引资若干意见>《平阳县招商引资若干意见》</Policy>。
践行<Policy name=四下基层>“四下基层”</Policy>。
实施<Policy>企业上市行动计划</Policy>。
实施<Policy>民风涵养工程</Policy>、<Policy>乡音传承提质工程</Policy>、<Policy>邻里互助行动</Policy>。
自<Policy>渔港焕新三年行动</Policy>启动以来，以<Policy name=港城同兴>“港城同兴”</Policy>为抓手，出台<Policy name=平阳县乡货推荐目录>《平阳县乡货推荐目录》</Policy>。
深化落实<Policy>口岸扩能提升战略</Policy>，打好<Policy>春季攻坚战役</Policy>、<Policy>秋季增产战役</Policy>。
推进<Policy>渔业改革综合试点</Policy>，实施<Policy name=法律四进工程>法律“四进”工程</Policy>。
推行<Policy name=一镇一品>“一镇一品”</Policy>，落实<Policy name=三个不变>“三个不变”</Policy>要求。
推广“<Policy>综合查一次</Policy>”等执法新模式，促进<Policy name=双港协同>“双港协同”</Policy>。
启动实施<Policy>消费提质行动</Policy>，推进<Policy>口岸环境提升工程</Policy>。
培育专精特新企业8家。
会议强调，要“跑起来”，下好“先手棋”。
《红楼梦》在<Region name=平阳县>平阳</Region>演出。
# What the text names again; a bare zone in a zone's paper, in a county's, and one of many.
<Organization>瑞达科技有限公司</Organization>投产。<Organization name=瑞达科技有限公司>该公司</Organization>去年产值12亿元。
<Project>瑞达水泵项目</Project>签约。<Project name=瑞达水泵项目>该项目</Project>总投资30亿元。
<Platform>云岭智造产业园</Platform>开工。<Platform name=云岭智造产业园>该园区</Platform>规划面积500亩。
<Platform>昆阳<Industry>机器人</Industry>小镇</Platform>开园。<Platform name=昆阳机器人小镇>小镇</Platform>规划面积3平方公里。
该公司去年产值12亿元，该项目总投资30亿元。
荆门高新区|<Platform name=荆门高新区>开发区</Platform>引进企业30家，<Platform name=荆门高新区>高新区</Platform>新增企业12家，<Platform name=荆门高新区>园区</Platform>入驻企业50家。
<Platform>浙江平阳经济开发区</Platform>扩区。<Platform name=浙江平阳经济开发区>经济开发区</Platform>新开工项目8个。
<Platform name=平阳经济开发区>经济开发区</Platform>新开工项目8个。
各经济开发区新开工项目8个，园区新引进企业30家。
在综合评价中，<Region name=平阳县>平阳</Region>高新区列省级园区第18位。
# What costs so much in brackets, what reaches a stage by a time, what a counted list names, what a company's 的 leads to.
<Project>北港压缩机智能化改造</Project>（投资3.1亿元）、<Project>润华二期</Project>、<Project>湘北鑫州再生铝</Project>（计划投资12亿元）6月前动工。
确保<Project>恒州四期</Project>上半年开工、<Project>苏华二期</Project>三季度试生产。
投产的两个项目是<Project>8万锭智能织造</Project>和<Project>众州塑料管件</Project>。
<Project>红州水库引调水工程</Project>可研获批。
# Bureaus that no register has, strings of initials that are words, a greeting, the joint before a county's committee.
<Organization name=平阳县重点项目服务中心>县重点项目服务中心</Organization>作了“回头看”。
争取中央预算内资金、专项债券3亿元，湘商回归项目19个，对各位来宾表示感谢。
沪蓉、包茂等高速在此交会。
# Companies that are counted or lead, and those joined by 以及; a fund told by its size; a county's builders.
同等条件下优先支持<Organization>平州铝业</Organization>、<Organization>桂州新材料</Organization>、<Organization>百州新型铝箔</Organization>三家链主企业。
县上设立10亿元<Fund>产业引导基金</Fund>。
该园由<Organization name=平阳县城投公司>县城投公司</Organization>代建。
# Belts and rings, a diversion of water; verbs and times of LAC's that belong to a name, and brackets in one.
深化<Platform>沿瓯江科创带</Platform>建设，加快建设<Platform>环太湖创新圈</Platform>，沿长江布局产业园。
<Project>引江济淮二期工程</Project>通水，<Platform>平阳现代物流城</Platform>开工。
<Platform>平阳县<Industry>汽车</Industry>拆解加工园</Platform>、<Platform>平阳箱包生产基地</Platform>、<Platform>平阳集中示范园区</Platform>扩建。
<Organization>江苏恒岭生物科技</Organization>计划投资8亿元，<Organization>云岭电力</Organization>投资建设风电场。
<Organization>瀚江达（九江）纤维有限公司</Organization>二期投产。
# What a county sets to a task, whose branch a body is, an outpost and the office at home; a description is no name.
<Organization name=平阳县优化营商环境工作领导小组>县优化营商环境工作领导小组</Organization>印发通知，<Organization name=平阳县招商促进中心>县招商促进中心</Organization>外出招商。
<Organization>平阳云海塑业有限公司</Organization><Project>编织袋成套生产线智能化升级扩能项目</Project>开工，正在实施的“<Project>吹膜生产线技术改造项目</Project>”总投资1.1亿元。
打造<Region name=成渝地区双城经济圈>成渝</Region>黄金水道，形成旅游金三角。会上了解草原马拉松、<Organization>中外运</Organization>、桩机进度等情况。
<Organization>国网平阳县供电公司</Organization>加快配套，会上成立招商专班。
<Platform><Region name=平阳县>平阳</Region>驻深圳招商服务中心</Platform>揭牌，<Organization name=平阳县招商服务中心>县招商服务中心</Organization>到会。
<Organization>南岭集团</Organization>是国家综合型产业集团。
# Industries that LAC cuts, by the number of their projects, in fused pairs behind a verb.
<Region name=平阳县>我县</Region><Industry name=预制菜>预制菜产业</Industry>产值达到30亿元，<Industry>中药材</Industry>种植面积达到50万亩。
其中<Industry>装备制造</Industry>项目6个、<Industry>食用菌</Industry>及<Industry>食品加工</Industry>项目5个，工业项目9个，阀门项目开工。
着力打造<Industry>水产品精深加工</Industry>、<Industry>新能源</Industry><Industry>新材料</Industry>等6条县域重点产业链。
# A government and whom it works with, who is asked to speak, whose plan a plan is, what counts its parts; trade names.
签约<Organization>平阳县人民政府</Organization><Organization>江城大学</Organization>专项合作，<Organization>平阳县人民政府</Organization>同<Organization>云岭爱达集团</Organization>签约，请县政协各位委员提出意见。
印发<Policy name=平阳经济开发区招商工作方案>《平阳经济开发区招商工作方案》</Policy>。
实施工业品牌、城市品质<Policy name=两大提升工程>“两大提升工程”</Policy>，推进<Policy name=双江区域战略合作>“双江”区域战略合作</Policy>。
今年，<Organization>江苏瀚盛源</Organization>增资扩产，<Organization>平阳控股</Organization>出资2亿元。
<Organization>云岭塑业有限公司</Organization>投资3.6亿元建设<Project>喷涂中心项目</Project>。
推进<Project>明远水利枢纽</Project>、<Project>云岭灌区改造</Project>等项目建设。
""".strip().splitlines()

# What the guide asks for and the grammars do not give yet: the case, and why.
MISSES = """
他对朝阳产业很有信心。|a common word that LAC takes for the city
<Region>青街畲族乡</Region>新增企业2家。|LAC parts the name of a township from its people's
""".strip().splitlines()
_TAG = re.compile(r"<(?P<close>/?)(?P<kind>[A-Z][a-z]+)(?: name=(?P<name>[^>]+))?>")


def unmarked(case):
    """Return the home, the text without its marks, and (begin, end, kind, name) of every mark."""
    home, _, case = case.rpartition("|")
    text, opened, names, at = "", [], [], 0
    for tag in _TAG.finditer(case):
        text, at = text + case[at : tag.start()], tag.end()
        if tag["close"]:
            begin, kind, name = opened.pop()
            assert kind == tag["kind"]
            names.append((begin, len(text), kind, name or text[begin:]))
        else:
            opened.append((len(text), tag["kind"], tag["name"]))
    assert not opened
    return home or "平阳县", text + case[at:], names


def found(home, text):
    return [(begin, end, kind, name.text) for begin, end, kind, name in marked(annotated(text, home), "names")]


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith("#")])
def test_names(case):
    home, text, names = unmarked(case)
    assert sorted(found(home, text)) == sorted(names)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case.split("|")[0], marks=pytest.mark.xfail(strict=True, reason=case.split("|")[1]))
        for case in MISSES
    ],
)
def test_names_missed(case):
    home, text, names = unmarked(case)
    assert sorted(found(home, text)) == sorted(names)


def test_a_region_carries_the_code_that_tells_it_from_its_namesakes():
    codes = {
        home: [name.code for *_, name in marked(annotated("鼓楼区新引进企业30家。", home), "names")]
        for home in ("南京市", "福州市", "开封市")
    }
    assert codes == {"南京市": ["320106"], "福州市": ["350102"], "开封市": ["410204"]}


def test_a_mention_is_every_name_as_printed():
    text = "缙云新建云岭产业园。该园区由缙云县运营。"
    found = [(m.form, m.name.text, text[m.quote.begin : m.quote.end]) for m in mentions(annotated(text))]
    assert found == [
        ("缙云", "缙云县", "缙云"),
        ("云岭产业园", "云岭产业园", "云岭产业园"),
        ("该园区", "云岭产业园", "该园区"),
        ("缙云县", "缙云县", "缙云县"),
    ]


def test_the_one_zone_of_a_paper_is_meant_however_far_back_it_was_named():
    far = "全县上下坚持创新，真抓实干。" * 32
    last = "高新区新开工项目8个。"
    one = found("平阳县", f"平阳高新技术产业开发区扩区。{far}{last}")
    assert one[-1][-1] == "平阳高新技术产业开发区"
    two = found("平阳县", f"平阳高新技术产业开发区、瑞安高新技术产业开发区扩区。{far}{last}")
    assert len(two) == len(one)
