// galley: what stands beside numerals: classifiers and units, which support them, and words that merely contain a numeral.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_LEXICON_HPP
#define GALLEY_DETAIL_NUMBER_LEXICON_HPP

#include <galley/config.hpp>

#include <cstddef>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

#if GALLEY_NUMBER_CJK
/// Classifiers and measures of one character that make a number of any numeral, even of 百, 万 or 亿 alone.
inline constexpr char16_t firm_units[] =
    u"つ个亩人代件位個倍元克円冊册匹升双只台号名吨噸圆圓场場天头字审室家審对対對层屆届層岁幅年度座戶户戸所斤日月本条枚架栋株條棟棵"
    u"次步歲歳版畝种秒種章箇節篇米級組级组羽艘节號軒輛辆部間间隻雙頁項頭页顷项";

/// Those that support a digit, or 十, but not 百, 千, 万 alone (百花, 千村), nor 一 (一方, 一道), which often is an article.
inline constexpr char16_t loose_units[] =
    u"丈世両串乡份例便党分刻副割区區卷厂县发叠口句员周員回团国圈國地块堆塊声处夜大套孔季孩宗寸尺局州巻市师幢床店张張成手批把折拳排支"
    u"斗旗旬时時晚曲朝期杆村束杠杯枝栏校样根桌档桶梯楼樓樣機款段毛泊派滴点營片环班環瓣瓶画畦番發盏盒盘盟省県眼码碗磅社票站笔筆等箱"
    u"类粒線縣线罐群羽者股胎胜勝敗败营處袋角负起趟足路軒輪轮连週遍道里重钱镇門関门队院隊階集類顿颗馆點黨";

/// Units and classifiers of several characters, those with the same first character together, the longest first.
inline constexpr char16_t long_units[] =
    u"か国|か所|か月|ウォン|カロリー|カ国|カ年|カ所|カ月|キロ|グラム|セット|センチ|トン|ドル|バイト|バレル|"
    u"パーセント|パック|ビット|ヘクタール|ヘルツ|ページ|ボルト|ポイント|ポンド|ミリ|メートル|ユーロ|リットル|ルーブル|ワット|ヵ月|ヶ国|"
    u"ヶ所|ヶ月|丁目|世帯|世紀|世纪|両目|个百分点|个人|个月|产业|人民币|人份|人口|人次|代表队|件次|伏特|個百分點|個月|像素|元人民币|兆帕|兆瓦|兆赫|光年|克拉|党派|"
    u"公克|公分|公升|公吨|公尺|公担|公斤|公里|公顷|分米|分贝|分鐘|分钟|分間|列次|加仑|勝目|千瓦时|千瓦時|千伏|千克|千卡|千帕|千焦|千瓦|千米|千赫|华氏度|单位|单元|"
    u"卢布|厘米|口井|口人|台币|台次|号文|号楼|号线|号車|号馆|吨位|周岁|周年|回合|地州|地市|场次|坚戈|字节|季度|学年|学期|安培|安打|家次|小时|小時|小组|小节|层次|"
    u"届次|層樓|市亩|市斤|帕斯卡|平方|年代|年度|年级|年間|店舗|强赛|得点|微米|户次|打席|"
    u"打数|打点|批次|部门|部門|拠点|摄氏度|方面|日元|日圆|日間|星期|時間|本塁打|条线|架次|欧元|比特|毫克|毫升|毫米|法郎|海里|港元|港币|点半|点整|点钟|焦耳|牛顿|环节|班次|番地|"
    u"番目|番線|百分点|百帕|盎司|省区|省市|礼拜|种类|秒钟|秒間|立方|箇所|箇月|系列|纳米|美元|美分|英亩|英寸|英尺|英里|英镑|華氏度|"
    u"試合|議席|赫兹|車両|车次|车道|辆次|连冠|连胜|连败|連勝|連敗|週間|部分|銭|门类|阶段|韩元|领域|马力|马赫|";

/// A word that is no number although it holds a numeral: where the numeral stands is implied.
struct idiom_group {
    char16_t numeral;
    const char16_t* after;   ///< characters that make such a word with the numeral before them: 一致
    const char16_t* before;  ///< ... with the numeral behind them: 统一
    const char16_t* words;   ///< longer ones, each with its length before it and '-' in place of the numeral: 3进-步
};

// Adverbs, conjunctions and pronouns with 一; set phrases of general dictionaries; chemical and technical terms;
// well-known places, feasts, institutions and books. A numeral that a unit reaching further follows is not covered (十分钟).
inline constexpr idiom_group idiom_groups[] = {
    {u'一', u"些致道路线線起旦律贯样樣般概向定切直边再味瞥瞬共同齐齊连生心举经并旁身手头体體统面方带时時度流行番端昔望应何阵刻朝隅斑员勺伙色气口窝目空己如若块", u"统唯同单逐专均万惟不任归划这那哪某每另其初始为整合纯",
     u"3如-日3进-步3下-步3新-轮3上-轮3-部分3-揽子3-把手3-把抓3-家人3-家子4-家之言3-下子3-会儿"
     u"3-阵子3-辈子3-口气4-年到头4-年一度4-天到晚5-天比一天3-次性3-个劲3-条心3-条龙4-本正经"
     u"4-本万利3-代代4-家三口3-米线4-日千里4-日三秋3-字不4-头雾水3-步步4-步登天4-步到位4-名惊人"
     u"4-人得道4-座难求4-票难求4-票否决4-事无成4-国两制4-点一滴4-波三折4-分为二3-分子"
     u"4-代天骄3-元化3-元论3-字排3-家亲3-对一"
     u"2之-4第-时间3-方面4-五一十4-体两翼4-窗通办5-方水土养3-席话4より-層4-人暮ら3-戸建3も-度"},
    {u'二', u"次胡手维氧郎战踢婚锅把楞货流黄房奶重", u"无",
     u"3-条城3-度と4真っ-つ3不-家3-階堂3-人转3-维码3-里头3-连浩3-次元4-人世界3-元论4-话不说"},
    {u'两', u"岸会侧翼极性栖口委院弹用江广淮湖汉宋晋面全高办横难亲情立样边旁者", u"",
     u"3-口子3-手抓3-下子4-把刷子3-面派4-面三刀4-个文明3-回事3-头热4-败俱伤3-码事"},
    {u'兩', u"岸會側翼極性棲口用江廣淮湖漢宋晉面全難", u"",
     u""},
    {u'三', u"农峡角亚明星军包防伏菱维藩江沙环思昧权观教皇清毛甲通鲜文轮门产好无废", u"再",
     u"4-天两头4-国演义3-国志4-国时期4-国鼎立3-国杀3-角形3-角洲3长-角3珠-角3-明治3-里屯3-门峡3-台县"
     u"3-字经4-股势力3-元里3-元桥4-人成虎3-人行3-明市3-轮车3-重県4-日坊主3-輪車3-点水3-级跳3-步曲"
     u"4接二连-3再而-4-言两语4-番五次4-头六臂5-七二十一4-五成群4-足鼎立4-位一体4-顾茅庐4-更半夜4-令五申"},
    {u'四', u"季川方周处海邻平书库肢溢射起通散轮面化部", u"",
     u"3-角い3-角形3-天王3-万十3-合院3-边形3-人帮4-世同堂3-方区3-处处3-面体4-大名著4-大皆空5-两拨千斤3-季豆4-季如春"
     u"4-点一线4-级考试4-分五裂3-重奏2-旬"},
    {u'五', u"輪四一行岳嶽官谷金台粮羊指脏臟彩味毒保香洲花常莲険", u"",
     u"3-角星4-角大楼4-角大厦4-角大廈3-线谱3-家渠3-里坡4-大连池3-道口3-棵松4-星红旗3-星级3-笔字4-笔输入3-加二"
     u"6-十步笑百步4-代十国4-体投地4-位一体3-十嵐3-十音3-所川3-箇山"},
    {u'六', u"朝合神艺安根亲欲一级", u"",
     u"4-道轮回3-角形4-ヶ所村3-本木3-盘水3-盘山3-里桥4-神无主3-边形"},
    {u'七', u"夕绝律窍情", u"",
     u"3-五三4-七八八4-零八落4-十二变3-台河3-里河3-匹狼2-喜3-星级4-项全能4-言绝句4-言律诗3-色花"},
    {u'八', u"卦仙旗股宝達达字方路音一重", u"",
     u"3-丈島3-起き3-百屋3-里庄3-里桥3-角亭3-角楼4-大山人4-国联军3-音盒5-级大狂风"},
    {u'九', u"江寨州泉龙龍霄天华洲", u"",
     u"3-里堤3-一八4-三学社5-九八十一3-重天3-宫格3-连环3-尾狐"},
    {u'十', u"足佳字全堰恶", u"",
     u"3双-一3双-二2-分5-一黄金周4-一假期4-一长假3-字架4-有八九4-之八九3-里长3-里坡4-万火急"
     u"6-万个为什么4-年寒窗4-年树木4-项全能3-三陵3-三经4-二生肖4-二指肠4-二星座"},
    {u'百', u"姓货貨科般合度花事感忙态灵搭越色强年里战炼", u"",
     u"4-人一首4-家争鸣3-家姓3-家号4-家讲坛3-家乐3-日咳4-日维新4-年大计4-年好合4-年树人4-年之后4-年不遇"
     u"4-年孤独3-分比3-分率4-发百中3-叶窗4-步穿杨4-米飞人4-口莫辩4-战百胜4-折不挠4-里挑一4-尺竿头4-万富翁"
     u"3-老汇4-团大战"},
    {u'千', u"古秋万禧金斤岛佛代歳", u"",
     u"3-斤顶3-年虫4-年之恋3-户区3-百年4-家万户4-人一面4-人千面4-篇一律4-头万绪4-山万水3-层饼2-张"
     u"3-羽鶴3-里马3-层面4-手观音"},
    {u'万', u"岁歲歳里物象能一分达科众紧难民事圣寿幸恶状般方向有古贯丈夫豪通青国州宁荣万兴福德", u"",
     u"4-家灯火3-家乐4-家团圆3-户侯4-人空巷3-元户3-年历3-年青3-年筆4-年长青3-人迷4-里无云2-代3-维网"
     u"3-用表3-步走3-圣节4-变不离4-紫千红3-一失"},
    {u'亿', u"万", u"",
     u"4-万富翁3-万斯"},
    {u'零', u"容售碳件食距工星散花钱担基部头和首接增跑用关线", u"",
     u"3-点击4-打碎敲3-起点3-排放"},
};

/// Behind any digit: chemistry (二氧化碳, 三氯), kinship (三叔), school subjects.
inline constexpr char16_t never_units[] = u"氧氯硫氟氮甲乙丙丁苯醇价哥姐嫂叔爷奶弟妹妈爸婶姨姑舅娘郎";
#endif

/// Units that another unit may follow to make one: 平方米, キログラム, 킬로미터.
inline constexpr char16_t unit_prefixes[] = u"平方|立方|キロ|センチ|ミリ|킬로|센티|밀리|";

#if GALLEY_NUMBER_HANGUL
/// Korean counters and units, in the order of long_units.
inline constexpr char16_t korean_units[] =
    u"가구|가지|개국|개사|개소|개월|개|거래일|건|경기|곡|골|곳|관왕|권|그램|그루|급|기|남매|년대|년|달러|대회|대|도시|도|득점|등|라운드|리터|마리|명|미터|"
    u"밀리|박|배|번째|번|벌|병|분기|분|살|석|세기|세|센티|승|시간|시|쌍|안타|엔|연승|연패|원|월|위|유로|이닝|인분|인|일|자리|작품|잔|장|점|제곱미터|종|"
    u"주년|주일|주|줄|쪽|차례|차|채|척|초|층|켤레|킬로|타수|타점|톤|통|패|퍼센트|페이지|편|평방미터|평|포인트|포기|프로|학년|헥타르|형제|호|홈런|"
    u"회|";
#endif

/// Latin units, a whole run of letters; in the order of long_units.
inline constexpr char16_t latin_units[] =
    u"A|Gbps|GHz|GB|GW|Hz|KB|L|Mbps|MHz|MPa|MB|MW|TWh|TB|TW|V|W|X|am|bp|cm²|cm|dB|ft|g|hPa|ha|h|kcal|kHz|kPa|kWh|km2|"
    u"km²|kB|kJ|kV|kW|kg|km|lb|mAh|min|mol|mph|m2|m3|mL|mg|ml|mm|ms|m²|m³|m|nm|ns|oz|pm|pt|p|s|t|x|°C|μL|μg|μm|";

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_LEXICON_HPP
