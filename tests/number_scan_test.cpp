// Numbers in running text. Every table runs at run time and in a static_assert.
// SPDX-License-Identifier: BSL-1.0
#include <galley/number.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using galley::approximation;
using galley::number_kind;
using galley::strength;

/// The texts of all numbers found, each with its value, as "3.2万=32000 5~8=5..8".
constexpr std::size_t list_capacity = 512;
struct list {
    char text[list_capacity] = {};
    std::size_t size = 0;

    constexpr void append(std::string_view part) {
        for (const char c : part) {
            if (size < list_capacity) text[size++] = c;
        }
    }
    constexpr std::string_view view() const { return {text, size}; }
};

constexpr void append_value(list& out, const galley::number& value) {
    char buffer[galley::decimal_string_size] = {};
    const auto written = galley::to_decimal_string(value, buffer, buffer + sizeof buffer);
    out.append(written ? written.value : std::string_view("?"));
}

constexpr list describe(std::string_view text, const galley::number_options& options = {}) {
    list out;
    for (const galley::found_number& n : galley::numbers(text, options)) {
        if (out.size != 0) out.append(" ");
        out.append(n.text);
        out.append("=");
        append_value(out, n.value);
        if (n.is_range) {
            out.append("..");
            append_value(out, n.upper);
        }
    }
    return out;
}

struct scan_row {
    std::string_view text;
    std::string_view found;
};

template <std::size_t Size>
constexpr bool all_pass(const scan_row (&rows)[Size]) {
    for (const scan_row& row : rows) {
        if (describe(row.text).view() != row.found) return false;
    }
    return true;
}

template <std::size_t Size>
void check_all(const scan_row (&rows)[Size]) {
    for (const scan_row& row : rows) {
        CAPTURE(row.text);
        CHECK(std::string(describe(row.text).view()) == row.found);
    }
}

constexpr scan_row plain[] = {
    {"", ""},
    {"no figures here", ""},
    {"12 eggs and 3.5 kg", "12=12 3.5=3.5"},
    {"from 3e5， to 1.5E3（a） and 2E2\xEF", "3e5=300000 1.5E3=1500 2E2=200"},  // what follows an exponent is no part of it
    {"192.0.2.1 is a host", "192=192 0=0 2=2 1=1"},
    {"see http://example.org/p?id=42 for 7 more", "7=7"},
    {"H2O, PI3K and B12 are names", ""},
    {"between 20~100 of them, 5-8 at once", "20~100=20..100 5-8=5..8"},
    {"call 555-1234-99 or 1-800-222", "555=555 1234=1234 99=99 1=1 800=800 222=222"},
    {"it fell to -4 and rose by +3", "-4=-4 3=3"},
    {"1,2345 is two", "1=1 2345=2345"},
    {"1,234,5678 and 1'2345 are two each", "1,234=1234 5678=5678 1=1 2345=2345"},
    {"...9", "9=9"},
    {"1.234.567,89 or 12,34,567.5 but 1.234,567", "1.234.567,89=1234567.89 12,34,567.5=1234567.5 1.234=1.234 567=567"},
    {"a 29km road, 2 m long, 5x faster", "29=29 2=2 5=5"},
    {"cut by 12.5 -3.1%", "12.5=12.5 -3.1%=-3.1"},
    {"by 5%-7%. See pp. 45-67.", "5%-7%=5..7 45-67=45..67"},
    {"call (555) 123-4567 or 0571-8888", "555=555 123=123 4567=4567 0571=571 8888=8888"},
    {"the low was \u221215 C, not 7\u22125", "\u221215=-15 7=7 5=5"},
    {"ran 100m in 9 s, 221B or \u20AC5B, 1\u00BD hours", "100=100 9=9 221B=221000000000 5B=5000000000 1\u00BD=3/2"},
    {"9-8-7 and 6/5/4, 3,2,1", "9=9 8=8 7=7 6=6 5=5 4=4 3=3 2=2 1=1"},
    {"007-08-9", "007=7 08=8 9=9"},
    {"\xEF\xBC\x8E\xEF\xBC\x95 \xEF\xBC\x8E\xEF\xBC\x8E""7", "\xEF\xBC\x8E\xEF\xBC\x95=0.5 7=7"},
    {"2 \xEF\xBC\x91/4", "2 \xEF\xBC\x91/4=9/4"},
    {"\xEF\xBC\x99\xEF\xBC\x9A\xEF\xBC\x90\xEF\xBC\x8F", "\xEF\xBC\x99=9 \xEF\xBC\x90=0"},  // what stands beside the full-width digits
};
static_assert(all_pass(plain));

#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL || GALLEY_NUMBER_WORDS
constexpr scan_row english[] = {
    {"the 3rd of 7, the 20th century", "3rd=3 7=7 20th=20"},
    {"mid-1990s, pre-2008, COVID-19, F-16", "1990=1990 2008=2008"},
    {"cost $3.5bn, a loan of €20m, a 100m dash, 2tn", "3.5bn=3500000000 20m=20000000 100=100 2tn=2000000000000"},
    {"52.5/100 and 3,000/100, not 7/8/2024", "52.5/100=52.5/100 3,000/100=3000/100 7=7 8=8 2024=2024"},
};
static_assert(all_pass(english));
#endif

#if GALLEY_NUMBER_WORDS
constexpr scan_row torn_words[] = {
    {"worth 6.5 mil-\nlion, up 3 per\ncent", "6.5 mil-\nlion=6500000 3 per\ncent=3"},
    {"at 4 point 05 volts, 3 points down, 2 pointers, 1.5 point 2", "4 point 05=4.05 3=3 2=2 1.5=1.5 2=2"},
};
static_assert(all_pass(torn_words));
#endif

#if GALLEY_NUMBER_CJK
constexpr scan_row sentences[] = {
    {"今年粮食产量达3.2万吨，比去年多五百吨。", "3.2万=32000 五百=500"},
    {"投资12.5\n\n亿元，占比7.5%。", "12.5\n\n亿=1250000000 7.5%=7.5"},
    {"读书20\n余年，藏书四十\n多箱", "20=20 四十=40"},
    {"三月五日至八日，第二届展会迎来十余家企业。", "三=3 五日至八=5..8 二=2 十=10"},
    {"两三个孩子，十五六岁，身高一到两米。", "两三=2..3 十五六=15..16 一到两=1..2"},
    {"“十三五”期间建成上百座桥，耗资数十亿元。", "百=100 数十亿=1000000000"},
    {"会议于下午两点二十分开始，三点一刻结束，一时半散会", "两=2 二十=20 三=3 一时半=1.5"},
    {"两成半不满意；四千九百九十九块九，三块半", "两成半=25 四千九百九十九=4999 三块半=3.5"},
    {"力争在2\n030年前", "2\n030=2030"},
    {"现有1\n5万个岗位", "1=1 5万=50000"},
    {"全县今年新增的就业岗位共1\n5万个，其中为增长18.0\n6%，截至去年底的5\n2024年", "1=1 5万=50000 18.0\n6%=18.06 5=5 2024=2024"},
    {"装机50万千瓦，长3千米。", "50万=500000 3=3"},
    {"一是修路，二是架桥。", "一=1 二=2"},
    {"甲线、乙线之外还有一线、二线。", "一=1 二=2"},
    {"气温降到零下五度，半年未见。", "零下五=-5 半=1/2"},
    {"朝は氷点下5度だった。", "氷点下5=-5"},
    {"三重県と四万十川の二人。", "二=2"},
    {"a $5B deal on the 5G network", "5B=5000000000"},
    {"门高两米三，他身高1米75，花了三块五；水深三米，五人。", "两米三=2.3 1米75=1.75 三块五=3.5 三=3 五=5"},
    {"工期两年半，开会一个半小时，跑完用了10秒05；一年半载。", "两年半=2.5 一个半=1.5 10秒05=10.05 一=1"},
    {"气温-6～27℃，夜间-22℃～-15℃；东风-41，歼-20。", "-6～27=-6..27 -22℃～-15=-22..-15"},
    {"降价5.\n2%，增产3\n.6万吨，列入2015.\n20%", "5.\n2%=5.2 3\n.6万=36000 2015=2015 20%=20"},
    {"营业收入（亿元）；单位：万元；亿元以上项目", "亿=100000000"},
    {"主队二比一胜，又以三比零胜", "二=2 一=1 三=3 零=0"},
    {"两军对垒，两被告到庭，两岸、两侧", "两=2 两=2"},
    {"\xE2\xBC\x80种，\xE2\xBC\x97\xE2\xBC\x86个，19\xE2\xBD\x87", "\xE2\xBC\x80=1 \xE2\xBC\x97\xE2\xBC\x86=12 19=19"},
    {"二00五年，二０二０年，一九六0年代，一两年，一两千人，一两酒", "二00五=2005 二０二０=2020 一九六0=1960 一两=1..2 一两千=1000..2000"},
    {"人均减负41.5元，负41.5元", "41.5=41.5 负41.5=-41.5"},
    {"上百年历史，五张百元钞票", "百=100 五=5 百=100"},
    {"輸油管道一线开工，煤矿一线、地铁一线通车，走进一线", "一=1 一=1"},
    {"零十", "零十=10"},
    {"0百人", "0百=0"},
    {"温差+三", "三=3"},
    {"水务局等四部门，两党两国，鲁豫皖三省一市，跻身四强，强势", "四=4 两=2 两=2 三=3 四=4"},
    {"十四届二次会议、委员会二次全会；二次污染", "十四=14 二=2 二=2"},
    {"（本台）：3日到7日有雨，1—9月指数降至-4.5点，版本：1.2-7", "3日到7=3..7 1—9=1..9 -4.5=-4.5 1.2=1.2 7=7"},
    {"上午一时冲动，下午一时许，下午一时三刻", "一=1 一=1 三=3"},
    {"一楼有半月刊、半年报，等了半年、半个月", "一=1 半=1/2 半=1/2"},
    {"今年全市新修水渠和道路共计12\n60条，灌溉良田三千余亩的工程，\n惠及六村。", "12\n60=1260 三千=3000 六=6"},
    {"今年全市新修水渠共计达到16,25\n0米，灌溉良田三百余亩的工程，\n惠及2,345,6\n78人", "16,25\n0=16250 三百=300 2,345=2345 6=6 78=78"},
    {"本条例还规定，按照第3,5\n12条的要求执行此事", "3=3 5=5 12=12"},
    {"1班期末平均分数为98\n2班期末平均分数为95\n3班期末平均分数为91\n", "1=1 98=98 2=2 95=95 3=3 91=91"},
    {"第一章绪论与研究背景1\n1.1研究背景及意义说明1\n1.2国内外研究现状综述3", "一=1 1=1 1.1=1.1 1=1 1.2=1.2 3=3"},
    {"会议时间为2024年6月18\n19日闭幕的会议由他主持", "2024=2024 6=6 18=18 19=19"},
    {"北京市海淀区中关村大街27\n100080北京市海淀区邮局", "27=27 100080=100080"},
    {"参观人数已达5万\n3个月后，900万\n5个区，1.5亿\n3%的增长，100万\n12日", "5万=50000 3=3 900万=9000000 5=5 1.5亿=150000000 3%=3 100万=1000000 12=12"},
    {"星期二\n十五日，周五\n十几位专家，第二\n十人，高二\n十名，二\n十届", "十五=15 十几=10 二=2 十=10 十=10 二\n十=20"},
    {"本市水利年报20\n24家企业今天在会上介绍了新修水渠的经过", "20=20 24=24"},
};
static_assert(all_pass(sentences));

constexpr scan_row idioms[] = {
    {"一座难求，一日三秋，三国杀，五大连池，十一长假，千年虫，九连环，万人迷，两把刷子", ""},
    {"他十分满意，一心一意，从不三心二意。", ""},
    {"万一下雨，千万别忘了带伞。", ""},
    {"山路七上八下，人群四面八方涌来。", ""},
    {"统一部署，进\n一步落实，一\n致通过。", ""},
    {"从北京到四川，经三门峡和九江。", ""},
    {"读《三国演义》，看百花齐放，听千家万户。", ""},
    {"亚欧大陆的十字路口，参加队伍，放肆收拾。", ""},
    {"二氧化碳和三氯甲烷", ""},
    {"一方面修路，“六一”联欢，五位一体，一五一十地说。", ""},
    {"二二八纪念馆，九二一地震，周三休息，星期五上班。", ""},
    {"一成不变，一波三折，五花八门，七零八落，百折不挠，两败俱伤，三足鼎立", ""},
    {"有一成不满意，打八折，五花、八门", "一成=10 八折=80 八=8"},
    {"等了十分钟，用了一点钟。", "十=10 一=1"},
    {"共一百零一万一千人", "一百零一万一千=1011000"},
    {"一幅幅画，一盏盏灯，两岸一家亲，一字排开，一对一，第一时间赶到", ""},
};
static_assert(all_pass(idioms));

constexpr scan_row japanese[] = {
    {"人口は九万四人です。", "九万四=90004"},
    {"三分の一が終わり、五・二倍になった。", "三分の一=1/3 五・二=5.2"},
    {"千二百三十四円と５０万円です。", "千二百三十四=1234 ５０万=500000"},
    {"１０から２０までの数", "１０から２０まで=10..20"},
    {"答えは四で、五ではないです。", "四=4 五=5"},
    {"六から七", "六から七=6..7"},
    {"２．５ｅ－３です", "２．５ｅ－３=0.0025"},
    {"株価は０・３２％高で、売上高は１・５倍になった。", "０・３２％=0.32 １・５=1.5"},
    {"打率は３割１分、何千人も来た。", "３割１分=31 何千=1000"},
    {"三成五 6月公布", "三成五=35 6=6"},
    {"五輪のため六本木へ。二次電流と一部の人。", ""},
    {"二重奏を二度と、一戸建てに。四角い万年筆、千羽鶴、百人一首、七五三", ""},
    {"番号はプラス一の三三三です。", "一=1 三三三=333"},
    {"一時は千代田区丸の内一丁目、午後一時", "一=1 一=1"},
    {"2と3、7と8/15は休み", "2=2 3=3 7=7 8/15=8/15"},
    {"十一月三日月曜日、二人前、一種の危険物、三成半年内、一千块三包", "十一=11 三=3 二=2 一=1 三成=30 半=1/2 一千=1000"},
    {"0.5-1万元，0.05-0.12毫克，10.05-12元，师生比1:15，(1) 3-5天", "0.5-1万=5000..10000 0.05-0.12=0.05..0.12 10.05-12=10.05..12 1=1 15=15 1=1 3-5=3..5"},
    {"女排亚洲杯决赛中国女排队3比2\n9月1日晚，油价周五收盘价上涨至80\n\n20日上午", "3=3 2=2 9=9 1=1 80=80 20=20"},
    {"到2025年、2\n030年全部建成", "2025=2025 2\n030=2030"},
    {"四対三で勝ち、千数百人が三日坊主、七転び八起き", "四=4 三=3 千数百=1100"},
    {"四勝二敗、震度五強、内容が一部変わる、ガラス一面", "四=4 二=2 五=5"},
    {"くじの三等が当たり、三等分する。", "三等=3 三=3"},
};
static_assert(all_pass(japanese));
#endif

#if GALLEY_NUMBER_HANGUL
constexpr scan_row korean[] = {
    {"삼백오십 명이 모였다.", "삼백오십=350"},
    {"이천이십사년 오월 이십일에 만났다.", "이천이십사=2024 오=5 이십=20"},
    {"이 일은 사실 오이와 구두 이야기다.", ""},
    {"인구는 5만 2천 명이다.", "5만 2천=52000"},
    {"조 영 희 기 자, 만 18세, 연 4%", "18=18 4%=4"},
    {"조건과 경기, 책의 구조, 천사와 만일", ""},
    {"오만 원을 수십 명에게, 제2차 회의, 3분기", "오만=50000 수십=10 2=2 3=3"},
    {"3년 반 동안, 일등석", "3년 반=3.5"},
    {"15만∼20만 명, 일 년이, 이 년, 백만장자", "15만∼20만=150000..200000 일=1"},
    {"0은 영이다, 할 일이다", "0=0 영=0"},
    {"제5조 제1항과 제 12 조에 따라 약 5조 원을", "5=5 1=1 12=12 5조=5000000000000"},
    {"모두 18억 6천\n만 원을, 7천\n만 명이, 약 3천\n만 18세", "18억 6천\n만=1860000000 7천\n만=70000000 3천=3000 18=18"},
    {"기온은 영하 7도, 천 원짜리.", "영하 7=-7 천=1000"},
    {"예산은 68억이다. 백만이 넘는 사람, 만점이에요, 바이러스 백신, 영천시와 영등포", "68억=6800000000 백만=1000000"},
    {"모두 3천 2백 38개, 1조2천\n411억 원", "3천 2백=3200 38=38 1조2천\n411억=1241100000000"},
    {"매출은 3억\n5명이 정가 5천 10% 할인, 5천 12개월, 버스 5백 3번", "3억=300000000 5=5 5천=5000 10%=10 5천=5000 12=12 5백=500 3=3"},
    {"2024\n백 교수는, 15\n천 대표는, 답은 삼십이다", "2024=2024 15=15 삼십이=32"},
    {"1반 학생들의 평균 점수는 98\n2반 학생들의 평균 점수는 95\n", "1=1 98=98 2=2 95=95"},
    {"약 5만\n2024년에, 2025\n만남의 광장", "5만=50000 2024=2024 2025=2025"},
};
static_assert(all_pass(korean));
#endif

galley::found_number first(std::string_view text) {
    for (const galley::found_number& n : galley::numbers(text)) return n;
    return {};
}

}  // namespace

/// Whether the numbers of a text are of these kinds, a letter each: c, o, %, permille p, fraction f, y, m, d, decade D, digits #.
constexpr bool has_kinds(std::string_view text, std::string_view kinds) {
    std::size_t at = 0;
    for (const galley::found_number& n : galley::numbers(text)) {
        if (at == kinds.size() || kinds[at++] != "co%pfymdD#"[static_cast<std::size_t>(n.value.kind)]) return false;
    }
    return at == kinds.size();
}

TEST_CASE("numbers are found in running text") {
    check_all(plain);
#if GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL || GALLEY_NUMBER_WORDS
    check_all(english);
#endif
#if GALLEY_NUMBER_WORDS
    check_all(torn_words);
#endif
#if GALLEY_NUMBER_CJK
    check_all(sentences);
    check_all(idioms);
    check_all(japanese);
#endif
#if GALLEY_NUMBER_HANGUL
    check_all(korean);
#endif
}

TEST_CASE("weak evidence is there for those who ask") {
    galley::number_options options;
    options.minimum = strength::weak;
    CHECK(describe("PI3K", options).view() == "3=3");
#if GALLEY_NUMBER_CJK
    CHECK(describe("统一", options).view() == "一=1");
    CHECK(describe("一块9", options).view() == "一块9=1.9");  // the idiom ends inside
#endif
    options.minimum = strength::strong;
    CHECK(describe("12 and 13", options).view() == "12=12 13=13");
}

TEST_CASE("symbols and Roman numerals are options") {
    galley::number_options options;
    CHECK(describe("\xE2\x91\xA2 \xE2\x85\xA3").view().empty());
    options.symbols = true;
    options.roman = true;
    CHECK(describe("\xE2\x91\xA2 \xE2\x85\xA3", options).view() == "\xE2\x91\xA2=3 \xE2\x85\xA3=4");
#if GALLEY_NUMBER_WORDS
    CHECK(describe("Louis XIV, part III; I mix CIVIL law, XIIII and XIVa", options).view() == "XIV=14 III=3");
#endif
}

#if GALLEY_NUMBER_WORDS
TEST_CASE("native words are an option") {
    galley::number_options options;
    options.native_words = true;
#if GALLEY_NUMBER_CJK
    CHECK(describe("りんごがひとつ、ゼロではない。おひとつ", options).view() == "ひとつ=1 ゼロ=0");
    CHECK(describe("りんご ひとつ", options).view() == "ひとつ=1");
    CHECK(describe("ひとつ").view().empty());
#endif
#if GALLEY_NUMBER_HANGUL
    CHECK(describe("사과 한 개, 스물다섯 살, 하나", options).view() == "한=1 스물다섯=25 하나=1");
    CHECK(describe("한국 두부 세계 네모", options).view().empty());
#endif
}
#endif

#if GALLEY_NUMBER_CJK
TEST_CASE("what 兆 means is an option") {
    galley::number_options options;
    CHECK(describe("三兆", options).view() == "三兆=3000000000000");
    options.zhao_is_million = true;
    CHECK(describe("三兆", options).view() == "三兆=3000000");
}
#endif

#if GALLEY_NUMBER_WORDS
TEST_CASE("English number words are an option") {
    galley::number_options options;
    CHECK(describe("twenty-three hats").view().empty());
    options.english_words = true;
    CHECK(describe("Twenty-three hats, one of them red, and two hundred and five thousand and six pins", options).view() ==
          "Twenty-three=23 two hundred and five thousand and six=205006");
    CHECK(describe("often someone tensed; nine ten; 5 million", options).view() == "nine=9 ten=10 5 million=5000000");
    CHECK(describe("two thirds, one-half, three quarters, five hundredths", options).view() == "two thirds=2/3 one-half=1/2 three quarters=3/4 five hundredths=5/100");
    CHECK(describe("the forty-second of two hundred and first, thirty third", options).view() == "forty-second=42 two hundred and first=201 thirty third=33");
    CHECK(describe("one second, two seconds, six second, three third, eight halving", options).view() == "two=2 six=6 three=3 eight=8");
    for (const galley::found_number& n : galley::numbers("forty-second", options)) CHECK(n.value.kind == number_kind::ordinal);
}
#endif

#if GALLEY_NUMBER_CJK
TEST_CASE("unit, scale and approximation are kept apart from the value") {
    const auto sum = first("约6.5亿美元");
    CHECK(sum.text == "6.5亿");
    CHECK(sum.scale == "亿");
    CHECK(sum.unit == "美元");
    CHECK(sum.approx == approximation::about);
    CHECK(first("超三千人").approx == approximation::more);
    CHECK(first("不到48小时").approx == approximation::less);
    CHECK(first("400多家").approx == approximation::more);
    CHECK(first("400多家").unit == "家");
    CHECK(first("60%以上").approx == approximation::at_least);
    CHECK(first("近三年").approx == approximation::exact);
    CHECK(first("不超过10%").approx == approximation::at_most);
    CHECK(first("不超10%").approx == approximation::at_most);
    CHECK(first("不少于50人").approx == approximation::at_least);
    CHECK(first("少于50人").approx == approximation::less);
    CHECK(first("およそ100人").approx == approximation::about);
    CHECK(first("100人近く").approx == approximation::less);
    CHECK(first("二〇三〇年").value.kind == number_kind::year);
    CHECK(first("12月").value.kind == number_kind::month);
    CHECK(first("90年代").value.kind == number_kind::decade);
}

TEST_CASE("digits that a mark joins are names and dates") {
    CHECK(has_kinds("400-820-8820, 010-6552, (010) 6552-9988, A1234-56", "#########"));
    CHECK(has_kinds("at 9:05, 14:35:10 but 3:2 and 2:75, 1:15, 52:54:00:12", "#####cccccc####"));
    CHECK(has_kinds("2024-01-15, 2024/1/5, 12/31/2023, 2024.1.5", "ymdymd###ymd"));
    CHECK(has_kinds("192.168.0.1, 6\u00B725, 10/7 and 1990-2000", "######fc"));
    CHECK(has_kinds("5-8 or 8-5", "ccc"));
}

TEST_CASE("a unit inside a number is its unit") {
    CHECK(first("身高一米八").unit == "米");
    CHECK(first("一个半小时").unit == "小时");
    CHECK(first("两年半").unit == "年");
#if GALLEY_NUMBER_HANGUL
    CHECK(first("30대 회계사").unit == "대");
    CHECK(first("30 p.m.").unit.empty());
    CHECK(first("12平方キロメートル").unit == "平方キロメートル");
    CHECK(first("7立方分米").unit == "立方分米");
    CHECK(first("5밀리리터").unit == "밀리리터");
    CHECK(first("3キロ先").unit == "キロ");
#endif
    CHECK(first("in the 1990s").value.kind == number_kind::decade);
    CHECK(first("in the 1990s").unit.empty());
}

#if GALLEY_NUMBER_WORDS
TEST_CASE("English words qualify a value") {
    CHECK(first("about 40").approx == approximation::about);
    CHECK(first("more than\n$5").approx == approximation::more);
    CHECK(first("fewer than 20").approx == approximation::less);
    CHECK(first("up to 15").approx == approximation::at_most);
    CHECK(first("rover 15").approx == approximation::exact);
}
#endif

TEST_CASE("ranges share unit and scale") {
    const auto range = first("一到两千万元");
    CHECK(range.is_range);
    CHECK(range.shared_scale);
    CHECK(galley::to_int64(range.value).value == 10000000);
    CHECK(galley::to_int64(range.upper).value == 20000000);
    CHECK(first("2021年—2024年").is_range);
    CHECK_FALSE(first("1日至6月").is_range);
    CHECK(first("三万又7/8").scale.empty());
    CHECK(first("3又万").scale.empty());  // nothing is left of a fraction that was none
    for (const char* const text : {"十二삼", "二삼", "十二三", "三五百"}) {
        const auto n = first(text);
        CHECK((n.is_range || n.upper.mantissa == n.value.mantissa));
    }
}

TEST_CASE("a line break inside a number is reported") {
    CHECK(first("12.5\n亿元").torn);
    CHECK_FALSE(first("12.5亿\n元").torn);
    CHECK(first("12.5亿\n元").unit == "元");
    CHECK(first("12.5\n\n\n亿元").text == "12.5");
    CHECK(first("7\xC2\xA0万元").text == "7\xC2\xA0万");
    CHECK(describe("共二十\n三名，历时三百五\n十天，二〇二\n五年").view() == "二十\n三=23 三百五\n十=350 二〇二\n五=2025");
    CHECK(describe("第二十\n三、加强").view() == "二十=20 三=3");
    CHECK(describe("第二\n十一次，第七\n十点，之一\n十分").view() == "二\n十一=21 七=7 十=10");
    CHECK(describe("3600\n多万亩，70多\n万株，8亿千\n瓦。二\n是").view() == "3600\n多万=36000000 70多\n万=700000 8亿=800000000 二=2");
    CHECK(first("12.5\r亿元").torn);
}
#endif

TEST_CASE("a currency sign belongs to the digits that it touches") {
    std::string units;
    for (const galley::found_number& n : galley::numbers("$5 \xE2\x82\xAC""1.5 and 6 \xE2\x82\xAC, 7\xC2\xA3 8 $9")) units += std::string(n.unit) + ' ';
    CHECK(units == "$ \xE2\x82\xAC \xE2\x82\xAC \xC2\xA3  $ ");
}

TEST_CASE("iterators are equal where they stand on the same number") {
    const auto range = galley::numbers("12 and 34");
    auto first = range.begin(), second = range.begin();
    CHECK(first == second);
    CHECK(first != range.end());
    ++second;
    CHECK(first != second);
    CHECK(second->text == "34");
    ++first;
    CHECK(first == second);
    first++;
    CHECK(first == range.end());
    CHECK(range.end() == range.end());
    CHECK(second != range.end());
}

#if GALLEY_NUMBER_CJK
TEST_CASE("kana settle the language of the numerals around them and of no others") {
    std::string text = "三万二枚のカード、九万四";
    for (int i = 0; i < 3; ++i) text += "，自本行起皆以中文书写，前后相距既远，不复受其影响，当各从其例，共九万四";
    text += "ひらがな";
    CHECK(describe(text).view() == "三万二=30002 九万四=90004 九万四=94000 九万四=94000 九万四=90004");
}
#endif

TEST_CASE("overflow keeps the span") {
    const std::string text = "x " + std::string(60, '7') + " y";
    const auto n = first(text);
    CHECK(n.value.overflow);
    CHECK(n.text.size() == 60);
}

TEST_CASE("ill-formed bytes end a numeral and are passed over") {
    CHECK(describe("12\xE4\xB8 34\xFF""56\xED\xA0\x80""7\xF5").view() == "12=12 34=34 56=56 7=7");
    CHECK(describe("\xE4\xB8").view().empty());
}
