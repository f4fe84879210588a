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
    u"つ个亩人代件位個倍元克円冊册匹升双只台号名吨噸圆圓场場天头字审室家審对対對层屆届層岁幅年度座戶户戸所斤日月本条枚架栋株條棟棵楼樓"
    u"次步歲歳版畝种秒種章箇節篇米級組级组羽艘节號軒輛辆部間间隻雙頁項頭页顷项";

/// Those that support a digit, or 十, but not 百, 千, 万 alone (百花, 千村), nor 一 (一方, 一道), which often is an article.
inline constexpr char16_t loose_units[] =
    u"丈世両串乡份例便分刻副割区區卷厂县发叠口句员周員回团国圈國地块堆塊声处夜大套孔季孩宗寸尺局州巻市师幢床店张張成手批把折拳排支"
    u"斗旗旬时時晚曲朝期杆村束杠杯枝栏校样根桌档桶梯樣機款段毛泊派滴点營片环班環瓣瓶画畦番發盏盒盘盟省県眼码碗磅社票站笔筆等箱"
    u"类粒線縣线罐群羽者股胎胜勝敗败营處袋角负起趟足路軒輪轮连週遍道里重钱镇門関门队院隊階集類顿颗馆點";

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
    {u'一', u"些样般定切直道路线起律概向边同连旁身手头体统面方带时度流番端望何阵刻朝员伙色口己如块", u"统唯同单逐专均万惟不任归划这那哪某每另其初始为整合纯",
     u"3如-日3进-步3下-步3新-轮3-部分3-揽子3-把手3-下子3-家人3-家子4-家之言3-会儿3-阵子3-口气4-年到头4-年一度"
     u"4-天到晚5-天比一天3-次性3-个劲3-条心3-条龙4-本正经4-本万利3-代代4-家三口4-日千里3-字不4-头雾水4-步登天"
     u"4-步到位4-人得道4-点一滴4-分为二3-分子4-代天骄3-元化3-元论3-字排3-家亲3-对一2之-3-方面4-五一十"
     u"4より-層4-人暮ら3-戸建3も-度4-座难求4-日三秋3-米线4-名惊人"},
    {u'二', u"次手战踢把流重", u"无",
     u"3-条城3-度と4真っ-つ3不-家3-階堂3-人转3-里头3-连浩3-次元4-人世界3-元论"},
    {u'两', u"岸会侧翼极性栖口委院弹用江广淮湖汉宋晋面全高办横难亲情立样边旁者", u"",
     u"3-口子3-手抓3-下子3-面派4-个文明3-回事3-头热4-败俱伤3-码事4-把刷子"},
    {u'兩', u"岸會側翼極性棲口用江廣淮湖漢宋晉面全難", u"",
     u""},
    {u'三', u"农峡角星环思权清毛甲通轮门", u"再",
     u"4-天两头4-国演义3-国志4-国时期4-国鼎立3-角形3-角洲3长-角3珠-角3-里屯3-门峡3-台县3-字经4-股势力3-元桥"
     u"4-人成虎3-人行3-轮车3-重県4-日坊主3-輪車3-点水3-级跳4接二连-3再而-4-番五次4-头六臂5-七二十一4-五成群"
     u"4-足鼎立4-位一体3-元里3-国杀3-步曲"},
    {u'四', u"季周处海书库肢起散轮面部", u"",
     u"3-角い3-角形3-天王3-万十3-合院3-人帮4-世同堂3-处处4-大名著4-大皆空3-季豆4-季如春4-点一线4-级考试3-重奏"
     u"2-旬"},
    {u'五', u"輪四一岳官谷台常", u"",
     u"3-角星4-角大楼4-角大厦4-角大廈3-线谱3-家渠3-道口3-棵松6-十步笑百步4-代十国4-位一体3-十嵐3-十音3-所川"
     u"3-箇山4-大连池4-笔字型"},
    {u'六', u"朝根一级", u"",
     u"4-道轮回3-角形4-ヶ所村3-本木3-盘水3-盘山3-里桥"},
    {u'七', u"", u"",
     u"3-五三4-七八八4-零八落4-十二变3-台河3-里河4-项全能3-匹狼"},
    {u'八', u"卦仙旗股字路一重", u"",
     u"3-丈島3-起き3-百屋3-里桥3-角亭3-角楼4-大山人4-国联军3-里庄"},
    {u'九', u"州龙天", u"",
     u"3-一八5-九八十一3-重天3-连环"},
    {u'十', u"足字全", u"",
     u"3双-一3双-二2-分5-一黄金周3-字架4-有八九4-之八九3-里长6-万个为什么4-年寒窗4-年树木4-项全能3-三陵3-三经"
     u"4-二生肖4-二指肠4-二星座4-一长假4-一假期"},
    {u'百', u"姓货科般度花色年里战炼", u"",
     u"4-人一首4-家争鸣3-家姓4-家讲坛3-日咳4-日维新4-年大计4-年好合4-年树人4-年之后4-年不遇4-年孤独3-分比"
     u"4-步穿杨4-米飞人4-战百胜4-里挑一4-尺竿头4-万富翁4-团大战3-家号"},
    {u'千', u"秋万斤岛代歳", u"",
     u"3-斤顶3-百年4-家万户4-人一面4-篇一律3-层饼3-羽鶴3-层面3-年虫"},
    {u'万', u"岁歲歳能一分民事寿恶般有贯夫国万", u"",
     u"4-家灯火3-家乐4-家团圆3-户侯4-人空巷3-元户3-年历3-年青3-年筆2-代3-一失3-人迷"},
    {u'亿', u"万", u"",
     u"4-万富翁"},
    {u'零', u"件星散部用关", u"",
     u""},
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
