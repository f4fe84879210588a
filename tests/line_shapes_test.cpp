// What a line is by its look: an example of every shape, and lines that only seem to be one.
#include <galley/detail/line_pass.hpp>

#include "table.hpp"

namespace {

using namespace galley::detail::page;

struct shape_row {
    std::string_view text;
    std::uint32_t shape;
};

constexpr std::uint32_t shape_in(const shape_row& row) { return facts_of(row.text).shape; }

constexpr shape_row bylines[] = {
    {"□ 本报记者 周远", shape_byline | shape_item},
    {"口本报记者 周远 文/图", shape_byline},
    {"囗 本報記者 周遠", shape_byline},
    {"☐ 记者 周远", shape_byline},
    {"（记者 周远", shape_byline},
    {"(通讯员 林晓帆", shape_byline},
    {"编辑周远", 0},
    {"記者王敏／臺北報導", shape_byline},
    {"林晓帆 记者", shape_byline},
    {"김지영 기자", shape_byline},
    {"파리=김지영 특파원", shape_byline},
    {"글 김지영 기자 사진 박민수", shape_byline},
    {"By Anna Larsson", shape_byline},
    {"By the river", 0},
    {"By ", 0},
    {"作者：周远", shape_byline},
    {"译者：周远和通讯员林晓帆何川顾长明等", 0},                            // too long for names
    {"By Noon. It rained", 0},
    {"本报记者在现场看到，水渠通了。", 0},
    {"本报记者：水渠何时通水", 0},
    {"记者 周远 电", 0},
    {"记者 周远 报道：", shape_label},
    {"本报记者周远昨天清早从县里新修的水渠走到老城北门外的菜园子去", 0},  // too much follows
    {"昨天到场的还有从省城专程赶来的三家报社的记者", 0},                  // too long to be a name
    {"这条消息，来自记者", 0},
    {"他对我说：我是记者", 0},
    {"水渠。记者", 0},
    {"本报记者 周远，何川", 0},
    {"By anna larsson", 0},
};

TEST_CASE("line shapes: bylines") { CHECK_ROWS(bylines, shape_in, &shape_row::shape); }

constexpr shape_row datelines[] = {
    {"本报讯 县里新修的水渠通水", shape_dateline},
    {"新华社北京6月18日电 昨天", shape_dateline},
    {"中央社台北十八日電", shape_dateline},
    {"据新华社，水渠通水电", 0},                                          // a mark before the end of the head
    {"新华社北京6月18", shape_open_dateline},
    {"新华社说。水渠", 0},
    {"新华社北京，水渠", 0},
    {"[한빛일보 김지영 기자] 어제", shape_dateline},
    {"(서울=연합) 김지영 기자 = 어제", shape_dateline | shape_byline},
    {"[한빛일보 김지영 기자", shape_byline},
    {"[한빛일보] 어제", 0},
    {"【東京＝田中】昨日", shape_dateline},
    {"【記者王敏報導】昨天", shape_dateline},
    {"【お知らせ】昨日", 0},
    {"（中央社記者王敏台北8日電）昨天", shape_dateline},
    {"〔記者王敏／台北報導〕昨天", shape_dateline},
    {"【本報訊】昨天", shape_dateline},
    {"（据中央社电）", shape_enclosed},                                     // the end of an article
    {"（昨天通电的村）", shape_enclosed},
    {"（中央社記者王敏", 0},
    {"【東京＝田中", 0},
    {"本报北京昨天的", shape_open_dateline},
};

TEST_CASE("line shapes: datelines") { CHECK_ROWS(datelines, shape_in, &shape_row::shape); }

constexpr shape_row jumps[] = {
    {"（下转第三版）", shape_jump_alone | shape_jump_to | shape_enclosed},
    {"水渠通了。（下轉第三頁）", shape_jump_to},
    {"水渠（下转二页）", shape_jump_to},
    {"水渠（下轉二面）", shape_jump_to},
    {"水渠（下转2면）", shape_jump_to},
    {"水渠（下转天）", 0},
    {"（2面に続く）", shape_enclosed},
    {"2面に続く", shape_jump_to},
    {"(3면에서 계속)", shape_jump_to},
    {"(3면에 계속)", shape_jump_to},
    {"3면에 계속", shape_jump_to},
    {"Continued on page 3", shape_jump_to},
    {"Continued from page 1", shape_jump_from},
    {"（上接第一版）水渠", shape_jump_from},
    {"▲上接第一版", shape_jump_from | shape_item},
    {"1면에서 이어짐", shape_jump_from},
    {"1面から続く", shape_jump_from},
    {"（全文）", shape_enclosed},
    {"（一）水渠（二）", shape_section},                                    // two pairs of brackets
};

TEST_CASE("line shapes: jumps and brackets") { CHECK_ROWS(jumps, shape_in, &shape_row::shape); }

constexpr shape_row items[] = {
    {"• keys", shape_item},       {"▶新建", shape_item},     {"* keys", shape_item},   {"+ keys", shape_item},     {"*keys", 0},
    {"-", 0},                     {"- keys", shape_item},   {"1. keys", shape_number_item}, {"12) keys", shape_number_item},
    {"（2）水渠", shape_number_item}, {"(3) keys", shape_number_item}, {"(3 keys", 0},     {"(3. keys", 0},            {"3、水渠", shape_number_item},
    {"(a) keys", shape_number_item}, {"（B）水渠", shape_number_item}, {"(iv) keys", shape_number_item}, {"(ab) keys", 0}, {"(a keys", 0}, {"a) keys", 0}, {"(é) keys", 0},
    {"①水渠", shape_number_item}, {"❶水渠", shape_number_item}, {"1.5万人", 0},          {"1.keys", shape_number_item}, {"；水渠", 0}, {"1234. keys", 0},          {"3 keys", 0},
    {"一、水渠", shape_section},   {"十二．水渠", shape_section}, {"（一）水渠", shape_section}, {"(三)水渠", shape_section}, {"第三章 水渠", shape_section},
    {"2.1 Harbour", shape_heading}, {"8.2.4. 設置", shape_heading}, {"12.3 亿", shape_heading}, {"第4章 港", shape_heading}, {"第 12 节", shape_heading},
    {"2.1x", 0}, {"1234.5 m", 0}, {"第4天", 0}, {"第 章", 0}, {"2007 年", 0}, {"第", 0}, {"第 ", 0},
    {"第三天", 0},                 {"第五節", shape_section}, {"一条水渠", 0},            {"二〇〇〇〇、水渠", 0},     {"（一二水渠", 0},
    {"——水渠见闻", shape_dash},    {"--水渠", shape_dash},    {"—水渠", 0},
};

TEST_CASE("line shapes: items and sections") { CHECK_ROWS(items, shape_in, &shape_row::shape); }

constexpr shape_row markup[] = {
    {"# Heading", shape_markup},   {"###### Heading", shape_markup}, {"####### Heading", 0}, {"#tag", 0},          {"###", 0},
    {"| a | b |", shape_markup},   {"| a | b", 0},                  {"|", 0},
    {"```cpp", shape_markup},      {"~~~", shape_markup},            {"![a](b)", shape_markup},
    {"===", shape_markup},         {"==", 0},                        {"=== a", 0},         {"***", shape_markup}, {"---=", shape_markup | shape_dash}, {"+ = - +", shape_markup | shape_item}, {"~~-a", 0}, {"___", shape_markup},
    {"+---+---+", shape_markup},   {"> quoted", shape_quote},
};

TEST_CASE("line shapes: mark-up and mail") { CHECK_ROWS(markup, shape_in, &shape_row::shape); }

constexpr shape_row furniture[] = {
    {"12", shape_folio},           {"— 12 —", shape_folio},          {"3/12", shape_folio},  {"· 7 ·", shape_folio}, {"12 水", 0},
    {"第 12 页", shape_folio},     {"第12页 共30页", shape_folio},    {"Page 12 of 30", shape_folio}, {"~12~", shape_folio | shape_digit_mark},
    {"12 / 34 / 56 / 78", shape_folio}, {"12 / / / / / / / / / / 34", 0}, {"12 / / / / / / / / / 34", shape_folio},
    {"123456789", 0},              {"12,5", 0},
    {"Chapter One ........ 12", shape_leader}, {"Chapter . . . 12", shape_leader}, {"Chapter . . 12", 0}, {"前言 ………… 12", shape_leader}, {"前言····12", shape_leader},
    {"周远 摄", shape_credit},      {"（周远供图）", shape_credit | shape_enclosed}, {"写真は田中撮影", shape_credit | shape_caption},
    {"责任编辑：周远", shape_editor}, {"来源：晚报", shape_editor},
    {"来源：晚报记录了从县里新修的水渠走到老城北门外的菜园子去的路和水", 0},  // too long for furniture
    {"从县里新修的水渠走到老城北门外的菜园子去的那一张周远摄", 0},             // and for a credit
    {"图为新修的水渠", shape_caption}, {"사진=연합", shape_caption | shape_credit}, {"Photo: AP", shape_caption | shape_credit}, {"写真は水渠", shape_caption},
    {"主持人：", shape_label},      {"从县里新修的水渠到老城：", 0},      // too long for a label
    {"anna@example.org", shape_contact}, {"mail to anna@example.org", shape_contact}, {"@example.org", 0}, {"anna @example.org", 0},
    {"anna@example.org.", 0},      {"anna@example com", 0}, {"anna@example.o rg", 0},           {"anna@examplecom", 0}, {"a@b.c", 0},
    {"2024年5月6日 星期一", shape_date}, {"2024年5月6日 月曜日", shape_date}, {"2024년 5월 6일 월요일", shape_date}, {"2024年5月6日", 0},
    {"星期一 2024年5月6日", shape_date}, {"5月6日 星期一", 0},
};

TEST_CASE("line shapes: folios and leaders and credits and dates") { CHECK_ROWS(furniture, shape_in, &shape_row::shape); }

constexpr shape_row numbers[] = {
    {"LONDON, May", shape_capitals}, {"NOTE that it rains", shape_capitals}, {"AB test it is", 0}, {"NOTES", 0}, {"PPT制作 abcd", 0},
    {"亿元，比上年", shape_unit},   {"%的人", shape_unit},             {"万", shape_unit},     {"万，比上年", shape_unit}, {"万 人", shape_unit},
    {"万5千", shape_unit},         {"万吨水", shape_unit},            {"万科", 0},           {"元旦", 0},               {"元以上", shape_unit},
    {"원 이상", shape_unit},
    {"今年增加4.", shape_digit_mark}, {"電話は0123・", shape_digit_mark}, {"今年10:", shape_digit_mark | shape_label}, {"今年10：", shape_label}, {"今年-", 0}, {"-", 0}, {"今年3－", 0},
    {"..来了", shape_dots},         {"……来了", shape_dots},
};

TEST_CASE("line shapes: what goes on from a number and what breaks off in one") { CHECK_ROWS(numbers, shape_in, &shape_row::shape); }

/// The first and the last character decide whether the words are looked for at all: each word must be found by them.
TEST_CASE("line shapes: no word hides behind the sets of first and last characters") {
    for (const std::string_view word : {"本报记者", "本報記者", "特约通讯员", "实习记者", "實習記者", "特派记者", "編集委員", "文/", "图/", "圖文", "图文/", "撰文", "新华社记者", "人民网记者"}) {
        CAPTURE(word);
        if (reporter_words.at_start(word) != 0) CHECK((facts_of(std::string(word) + "周远").shape & shape_byline) != 0);
    }
    for (const std::string_view agency : {"新华社", "新華社", "中新社", "中新网", "中央社", "本报", "本報", "据新华社", "據新華社", "央视", "人民网", "新华网", "光明日报", "经济日报"}) {
        CAPTURE(agency);
        CHECK((facts_of(std::string(agency) + "北京电 昨天").shape & shape_dateline) != 0);
    }
    for (const std::string_view word : {"责任编辑", "責任編輯", "责编", "责任校对", "来源：", "编辑：", "校对：", "版式", "美编", "制图：", "策划："}) {
        CAPTURE(word);
        CHECK((facts_of(std::string(word) + "周远").shape & shape_editor) != 0);
    }
    for (const std::string_view word : {"图为", "圖為", "图：", "圖：", "写真＝", "写真は", "사진=", "/사진", "Photo:", "【写真"}) {
        CAPTURE(word);
        CHECK((facts_of(std::string(word) + "水").shape & shape_caption) != 0);
    }
    for (const std::string_view end : {"摄", "攝", "摄）", "攝）", "供图", "供图）", "供圖）", "制图", "制图）", "发）", "發）", "摄/文", "撮影）", "撮影"}) {
        CAPTURE(end);
        CHECK((facts_of("水" + std::string(end)).shape & shape_credit) != 0);
    }
    for (const std::string_view numeral : {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "〇", "零"}) {
        CAPTURE(numeral);
        CHECK((facts_of(std::string(numeral) + "、水").shape & shape_section) != 0);
    }
    for (const std::string_view unit : {"亿", "億", "억", "万", "萬", "만", "조", "元", "円", "원"}) {
        CAPTURE(unit);
        CHECK((facts_of(std::string(unit) + "，").shape & shape_unit) != 0);
    }
}

}  // namespace
