// Lines that are rows by their text: fields, records, prices, items with letters.
#include <galley/detail/row_rules.hpp>
#include <galley/reflow.hpp>

#include "table.hpp"
#include "windows.hpp"

#include <string>

namespace {

using namespace galley::detail::page;
using windows::page_window;

struct field_row {
    std::string_view text;
    bool field;
};

constexpr field_row fields[] = {
    {"开工时间：2008年9月", true}, {"氏名：周遠", true},       {"Subject: minutes", true},  {"水渠长度:三百里", true},   {"port = 8080", true},
    {"debug=true", true},          {"资金（万元）：43", true}, {"담당자: 김지영", true},    {"水：三百里", false},       {"12:30 开工", false},
    {"http://example.org", false}, {"std::string", false},     {"a == b", false},           {"水渠=三百里", false},      {"（开工时间：9月）", false},
    {"开工时间、地点：待定", false}, {"the port = 8080 of it is free to use now", false}, {"many words stand before: this", false}, {"third: the nails that come from the smith", false},
    {"Third: the nails that come from the smith", true},
    {"河水绕着老城缓缓流过两岸：水", false}, {"水渠", false},
};

TEST_CASE("row rules: a field's name and its colon") {
    for (const field_row& row : fields) {
        CAPTURE(row.text);
        CHECK(is_field(facts_of(row.text), row.text) == row.field);
    }
    static_assert(is_field(facts_of(fields[0].text), fields[0].text) && !is_field(facts_of(fields[9].text), fields[9].text));
}

bool are(bool (*rule)(const lines_around&, std::string_view, std::string_view), std::string_view text) {
    const page_window page(text);
    return rule(page.behind(0), page.content(0), page.content(1));
}

TEST_CASE("row rules: fields below each other") {
    const auto parted = [](std::string_view text) { return are(are_fields, text); };
    CHECK(parted("开工时间：2008年9月\n水渠长度：三百里\n"));
    CHECK(parted("[server]\nhost = example.org\n"));
    CHECK_FALSE(parted("开工时间：2008年9月，\n水渠长度：三百里\n"));
    CHECK_FALSE(parted("开工时间：2008年9月\n  水渠长度：三百里\n"));
    CHECK_FALSE(parted("开工时间，2008年9月\n水渠长度：三百里\n"));
    CHECK(parted("县长周远：水渠三百\n工人李明：我们知道\n"));
    CHECK_FALSE(parted("县长周远：水渠三百\n工人李明：我们知道\n河水绕着老城缓缓\n流过石阶被踩得亮\n清早挑水的人来了\n"));  // a narrow column
    CHECK(parted("县长周远：水渠\n工人李明：我们知道\n河水绕着老城缓缓\n流过石阶被踩得亮\n清早挑水的人来了\n洗菜的人也来了呢\n"));
}

TEST_CASE("row rules: records of as many fields") {
    const auto parted = [](std::string_view text) { return are(are_records, text); };
    CHECK(parted("1,周远,2019-03-01\n2,李明,2020-07-15\n"));
    CHECK(parted("编号,姓名,日期\n2,李明,2020-07-15\n"));
    CHECK_FALSE(parted("编号,姓名\n2,李明\n"));                        // too few
    CHECK_FALSE(parted("编号,姓名,日期\n2,李明,2020,07\n"));           // not as many
    CHECK_FALSE(parted("编号,姓名,日期\n三,李明,昨天\n"));             // no figures
    CHECK_FALSE(parted("one, two, 3\nfour, five, 6\n"));               // words
    CHECK_FALSE(parted("编号,姓名,日期\n三,李明3,昨天\n"));            // nor a field of them alone
    CHECK_FALSE(parted("清早,水来,3\n洗菜,人来,日子,\n"));
    CHECK_FALSE(parted("编号,姓名，日期,4\n2,李明,2020,5\n"));
    CHECK_FALSE(parted("编号,姓名,日期\n2,李明,abcdefghijklmnopqrstuvwxyz\n"));
}

TEST_CASE("row rules: three prices below each other") {
    const auto parted = [](std::string_view text) {
        const page_window page(text);
        return are_priced(page.behind(0), page.content(0));
    };
    CHECK(parted("비빔밥 9,000원\n공기밥 1,000원\n냉면 9,500원\n"));
    CHECK(parted("Tea 3.50\nCoffee 4.20\nWater 1\n"));
    CHECK_FALSE(parted("비빔밥 9,000원\n공기밥 1,000원\n"));
    CHECK_FALSE(parted("비빔밥 9,000원\n공기밥 1,000원\n냉면은 없다\n"));
    CHECK_FALSE(parted("비빔밥 9,000개\n공기밥 1,000개\n냉면 9,500개\n"));
    CHECK_FALSE(parted("비빔밥 9,000원\n\n공기밥 1,000원\n냉면 9,500원\n"));
}

TEST_CASE("row rules: letters that count") {
    static_assert(count_on(U'A', U'B') && count_on(U'甲', U'乙') && count_on(U'가', U'나') && count_on(U'ア', U'イ'));
    static_assert(!count_on(U'B', U'A') && !count_on(U'A', U'C') && !count_on(U'癸', U'甲') && !count_on(U'x', U'水'));
    const auto parted = [](std::string_view text) { return are(is_next_letter, text); };
    CHECK(parted("甲、在编\n乙、聘用\n"));
    CHECK(parted("A. keep it\nB. sell it\n"));
    CHECK(parted("가. 직원\n나. 회원\n"));
    CHECK(parted("下列人员：\n甲、在编\n乙、聘用\n"));
    CHECK_FALSE(parted("下列人员：\n甲、在编\n丙、聘用\n"));
    CHECK_FALSE(parted("下列人员：\n乙、在编\n丙、聘用\n"));
    CHECK_FALSE(parted("A. keep it\nB) sell it\n"));
    CHECK_FALSE(parted("A.M. and\nB. sell it\n"));
    CHECK_FALSE(parted("Anna\nBert\n"));
    CHECK_FALSE(parted("A. keep it\n  B. sell it\n"));
    CHECK_FALSE(parted("甲\n乙\n"));
}

TEST_CASE("row rules: in whole texts") {
    const auto reflowed = [](std::string_view text) {
        std::string out;
        galley::reflow(text, [&](const galley::piece& p) { out += p.text; });
        return out;
    };
    CHECK(reflowed("社名：老城水利社\n成立：2008年9月\n负责：周远\n") == "社名：老城水利社\n\n成立：2008年9月\n\n负责：周远\n");
    CHECK(reflowed("编号,姓名,日期\n1,周远,2019-03-01\n2,李明,2020-07-15\n") == "编号,姓名,日期\n\n1,周远,2019-03-01\n\n2,李明,2020-07-15\n");
    CHECK(reflowed("下列人员可以参加：\n甲、在编人员\n乙、聘用人员\n丙、借调人员\n") == "下列人员可以参加：\n\n甲、在编人员\n\n乙、聘用人员\n\n丙、借调人员\n");
}

}  // namespace
