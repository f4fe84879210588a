// galley: what stands beside numerals: classifiers and units, which support them, and words that merely contain a numeral.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_LEXICON_HPP
#define GALLEY_DETAIL_NUMBER_LEXICON_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail {

#if GALLEY_NUMBER_CJK
/// Classifiers and measures of one character that make a number of any numeral, even of 百, 万 or 亿 alone.
inline constexpr char16_t firm_units[] =
    u"个個箇元圆圓円年月日天岁歲歳吨噸克斤米升亩畝顷倍人名位家户戶项項次条條件种種场場台辆輛头頭只隻株棵座栋棟所间間度秒届屆级級号號版章节節本册冊部幅艘架枚篇页頁字步代匹室羽軒つ层層组組审審对對双雙対";

/// Those that support a digit, or 十, but not 百, 千, 万 alone (百花, 千村), nor 一 (一方, 一道), which often is an article.
inline constexpr char16_t loose_units[] =
    u"国國地站大期季旬周週宗例员員环環轮輪队隊连營营团班派类類批套副把根支枝颗粒块塊片段句卷盏束串群排股堆滴杯瓶碗盘盒箱袋桶罐床桌口张張样樣款道门門份笔筆省市县縣区區州镇乡村社校厂院馆店幢楼樓栏声遍趟回番顿拳发發世角毛钱寸尺丈磅刻时時点點夜晚足羽軒階等割画者旗盟师胎孩码手重圈成折分票杆處处起线線路関档梯杠胜负局集朝瓣孔眼叠畦";

/// Units and classifiers of several characters, those with the same first character together, the longest first.
inline constexpr char16_t long_units[] =
    u"か国|か所|か月|ウォン|カ国|カ所|カ月|キロメートル|キログラム|キロ|グラム|センチ|トン|ドル|パーセント|"
    u"ページ|ポンド|ミリリットル|ミリグラム|ミリ|メートル|ユーロ|リットル|ルーブル|ヵ月|ヶ国|ヶ所|ヶ月|丁目|世紀|"
    u"世纪|个百分点|个人|个月|产业|人民币|人份|人前|人口|人次|代表队|件次|伏特|個百分點|個月|像素|元人民币|"
    u"兆帕|兆瓦|兆赫|光年|克拉|公克|公分|公升|公吨|公尺|公担|公斤|公里|公顷|分米|分贝|分鐘|分钟|分間|列次|"
    u"加仑|千瓦时|千瓦時|千伏|千克|千卡|千帕|千焦|千瓦|千米|千赫|华氏度|单位|单元|卢布|厘米|口井|口人|台币|"
    u"台次|号文|号楼|号线|号馆|吨位|周岁|周年|回合|地州|地市|场次|坚戈|字节|季度|学年|学期|安培|家次|小时|"
    u"小時|小组|小节|层次|届次|層樓|市亩|市斤|帕斯卡|平方公里|平方千米|平方厘米|平方英里|平方米|平方|年代|年度|"
    u"年级|年間|强赛|微米|户次|批次|摄氏度|方面|日元|日圆|日間|星期|時間|条线|架次|欧元|比特|毫克|毫升|毫米|"
    u"法郎|海里|港元|港币|点半|点整|点钟|焦耳|牛顿|环节|班次|番地|番目|番線|百分点|百帕|盎司|省区|省市|礼拜|"
    u"种类|秒钟|秒間|立方公里|立方厘米|立方米|立方|箇所|箇月|系列|纳米|美元|美分|英亩|英寸|英尺|英里|英镑|"
    u"華氏度|赫兹|车次|车道|辆次|连冠|连胜|连败|週間|部分|门类|阶段|韩元|领域|马力|马赫|";

/// A word that is no number although it holds a numeral: where the numeral stands is implied.
struct idiom_group {
    char16_t numeral;
    const char16_t* after;   ///< characters that make such a word with the numeral before them: 一致
    const char16_t* before;  ///< ... with the numeral behind them: 统一
    const char16_t* words;   ///< longer ones, '-' in place of the numeral: 进-步
};

// Adverbs, conjunctions and pronouns with 一; set phrases of general dictionaries; chemical and technical terms;
// well-known places, feasts, institutions and books. A numeral that a unit reaching further follows is not covered (十分钟).
inline constexpr idiom_group idiom_groups[] = {
    {u'一', u"些致道路线線起旦律贯样樣般概向定切直边再味瞥瞬共同齐齊连生心举经并旁身手头体體统面方带时時度流行番端昔望应何阵刻朝隅斑员勺伙色气口窝目空己如若块", u"统唯同单逐专均万惟不任归划这那哪某每另其初始为整合纯",
     u"如-日|进-步|下-步|新-轮|上-轮|-部分|-揽子|-把手|-把抓|-家人|-家子|-家之言|-下子|-会儿|-点点|-阵子|"
     u"-辈子|-口气|-年到头|-年一度|-天到晚|-天比一天|-次性|-个劲|-条心|-条龙|-本正经|-本万利|-代代|"
     u"-家三口|-米线|-日千里|-日三秋|-字不|-头雾水|-步步|-步登天|-步到位|-名惊人|-人得道|-座难求|"
     u"-票难求|-票否决|-事无成|-国两制|-分为二|-分子|-个个|-次次|-家家|-年年|-天天|-根根|-座座|-条条|"
     u"-件件|-项项|-户户|-张张|-代天骄|-元化|-元论|星期-|礼拜-|周-|之-|第-时间|"},
    {u'二', u"胡手维氧郎战踢婚锅把楞货流黄房奶", u"无",
     u"-人转|-重性|-重奏|-维码|-次元|-人世界|-元论|星期-|礼拜-|周-|-话不说|"},
    {u'两', u"岸会侧翼极性栖口委院弹用江广淮湖汉宋晋面全高办横难亲情立样边旁者", u"",
     u"-口子|-手抓|-下子|-把刷子|-面派|-面三刀|-个文明|-回事|-头热|-码事|"},
    {u'兩', u"岸會側翼極性棲口用江廣淮湖漢宋晉面全難", u"",
     u""},
    {u'三', u"农峡角亚明星军包防伏菱维藩江沙环思昧权观省教皇清毛甲通鲜文轮门产好无废", u"再",
     u"-国演义|-国志|-国时期|-国鼎立|-国杀|-角形|-角洲|长-角|珠-角|-明治|-里屯|-门峡|-台县|-字经|"
     u"-股势力|-元里|-元桥|-人成虎|-人行|-明市|-轮车|-点水|-级跳|-步曲|星期-|礼拜-|周-|接二连-|"
     u"-言两语|-番五次|-头六臂|-位一体|-顾茅庐|-更半夜|-令五申|"},
    {u'四', u"川方周处海邻平书库肢溢射起通散轮面化部", u"",
     u"-合院|-边形|-人帮|-世同堂|-方区|-处处|-面体|-大名著|-大皆空|-两拨千斤|-季豆|-季如春|-点一线|"
     u"-级考试|星期-|礼拜-|周-|-分五裂|-重奏|-旬|"},
    {u'五', u"四一行岳嶽官谷金台粮羊指脏臟彩味毒保香洲花常莲険", u"",
     u"-角星|-角大楼|-线谱|-家渠|-里坡|-大连池|-道口|-棵松|-星红旗|-星级|-笔字|-笔输入|-加二|-十步笑|"
     u"-体投地|星期-|礼拜-|周-|"},
    {u'六', u"朝合神艺安根亲欲一级", u"",
     u"-盘水|-里桥|-神无主|星期-|礼拜-|周-|-边形|"},
    {u'七', u"夕绝律窍情", u"",
     u"-台河|-里河|-匹狼|-喜|-星级|-项全能|-言绝句|-言律诗|-色花|"},
    {u'八', u"卦仙旗股宝達达字方路音一", u"",
     u"-里庄|-里桥|-角亭|-角楼|-大山人|-国联军|-音盒|-级大狂风|"},
    {u'九', u"江寨州泉龙龍霄天华洲", u"",
     u"-里堤|-一八|-三学社|-重天|-宫格|-连环|-尾狐|"},
    {u'十', u"足佳字全堰恶", u"",
     u"双-一|双-二|-分|-一黄金周|-一假期|-一长假|-字架|-有八九|-之八九|-里长|-里坡|-万火急|-万个为什么|-年寒窗|"
     u"-年树木|-项全能|-三陵|-三经|-二生肖|-二指肠|-二星座|"},
    {u'百', u"姓货貨科般合度花事感忙态灵搭越色强年里战炼", u"",
     u"-家争鸣|-家姓|-家号|-家讲坛|-家乐|-日咳|-日维新|-年大计|-年好合|-年树人|-年之后|-年不遇|-年孤独|"
     u"-分比|-分率|-发百中|-叶窗|-步穿杨|-米飞人|-口莫辩|-战百胜|-里挑一|-尺竿头|-万富翁|-老汇|-团大战|"},
    {u'千', u"古秋万禧金斤岛佛", u"",
     u"-斤顶|-年虫|-年之恋|-户区|-百年|-家万户|-人一面|-人千面|-篇一律|-头万绪|-山万水|-层饼|-张|"
     u"-里马|-层面|-手观音|"},
    {u'万', u"岁歲里物象能一分达科众紧难民事圣寿幸恶状般方向有古贯丈夫豪通青国州宁荣万兴福德", u"",
     u"-家灯火|-家乐|-家团圆|-户侯|-人空巷|-元户|-年历|-年青|-年长青|-人迷|-里无云|-代|-维网|-用表|"
     u"-步走|-圣节|-变不离|-紫千红|-一失|"},
    {u'亿', u"万", u"",
     u"-万富翁|-万斯|"},
    {u'零', u"容售碳件食距工星散花钱担基部头和首接增跑用关线", u"",
     u"-点击|-打碎敲|-起点|-排放|"},
};

/// Behind any digit: chemistry (二氧化碳, 三氯), kinship (三叔), school subjects.
inline constexpr char16_t never_units[] = u"氧氯硫氟氮甲乙丙丁苯醇价哥姐嫂叔爷奶弟妹妈爸婶姨姑舅娘郎";
#endif

#if GALLEY_NUMBER_HANGUL
/// Korean counters and units, in the order of long_units.
inline constexpr char16_t korean_units[] =
    u"가지|개국|개월|개|건|곳|권|그램|그루|급|기|년대|년|달러|대|도시|도|등|리터|마리|명|미터|밀리그램|"
    u"배|번째|번|병|분|살|세기|세|센티미터|시간|시|엔|원|월|위|유로|인분|인|일|자리|잔|장|점|주년|주일|"
    u"주|쪽|차|채|척|초|층|킬로그램|킬로미터|킬로|톤|퍼센트|페이지|평|포인트|프로|학년|호|회|";
#endif

/// Whether a character is in a string.
constexpr bool contains(const char16_t* set, char32_t c) noexcept {
    for (; *set != 0; ++set) {
        if (*set == c) return true;
    }
    return false;
}

}  // namespace detail
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_LEXICON_HPP
