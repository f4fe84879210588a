// Reflow: lines that are the same, set apart or left out, and repairs at the edges of lines.
#include <galley/reflow.hpp>

#include "samples.hpp"
#include "table.hpp"

#include <string>
#include <vector>

namespace {

using galley::piece;
using galley::reflow_options;

std::string reflowed(std::string_view text, const reflow_options& options = {}) {
    const samples::exact_copy alone(text);
    std::string out;
    galley::reflow(alone.view(), [&](const piece& p) { out += p.text; }, options);
    return out;
}

std::size_t count_of(std::string_view part, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

// ---- Lines that are the same

TEST_CASE("reflow: of two equal lines one stays and of more all") {
    for (std::size_t copies = 1; copies <= 7; ++copies) {
        std::string text = "河水绕着老城\n\n";
        for (std::size_t i = 0; i < copies; ++i) text += "共建合作新平台\n";
        CAPTURE(copies);
        CHECK(count_of("共建合作新平台", reflowed(text)) == (copies == 2 ? 1 : copies));
        CHECK(count_of("共建合作新平台", reflowed(text + "\n两国代表昨天签署了协议。\n")) == (copies == 2 ? 1 : copies));
        reflow_options keep;
        keep.doubled_text = false;
        CHECK(count_of("共建合作新平台", reflowed(text, keep)) == copies);
    }
}

TEST_CASE("reflow: verse may say a line twice") {
    CHECK(count_of("河水绕着老城流", reflowed("河水绕着老城流\n河水绕着老城流\n石阶被人踩得亮\n清早有人来挑水\n")) == 2);
    CHECK(count_of("名称与类型如下", reflowed("各种参数都可以省略不写，如下所示：\n\n名称与类型如下\n名称与类型如下\n默认为空\n")) == 2);
    CHECK(count_of("共建合作新平台", reflowed("共建合作新平台\n共建合作新平台\n两国代表昨天签署协议，合作由此开始。\n")) == 1);
    CHECK(count_of("共建合作新平台", reflowed("共建合作新平台\n共建合作新平台\n本报记者 周远\n两国代表昨天签署了协议。\n")) == 1);
}

TEST_CASE("reflow: what repeats by nature is no copy") {
    for (const std::string_view line : {"共建合作。", "共建合作，", "▶新建项目", "三字题", "abcd efgh", "本报记者 周远", "一、共建合作"}) {
        const std::string text = std::string(line) + "\n" + std::string(line) + "\n\n两国代表昨天签署了协议。\n";
        CAPTURE(text);
        CHECK(count_of(line, reflowed(text)) == 2);
    }
    const std::string wide = samples::repeat("水渠", 20), wider = wide + "通";
    CHECK(count_of("水", reflowed(wide + "\n" + wide + "\n")) != 40);    // 40 ems
    CHECK(count_of("水", reflowed(wider + "\n" + wider + "\n")) == 40);  // and more
    CHECK(count_of("共建合作", reflowed("共建合作\n  共建合作\n\n两国代表。\n")) == 2);  // another indent
    CHECK(count_of("共建", reflowed("共建合作\n共建台平\n\n两国代表。\n")) == 2);
}

// ---- Lines that are set apart

constexpr std::string_view halves[] = {"河水绕着老城缓缓流过，两岸的石\n阶被踩得发亮。清早挑水的人走了，\n洗菜的人又来，日子就这样一天天\n",
                                       "过去，谁也没有觉得有什么不同，\n老城的故事大多从这条河开始讲起，\n讲到最后总要回到河边的那座老桥\n",
                                       "上来，桥上的石狮子已经看不清面\n目，桥下的流水却还是从前的样子，\n老人们坐在桥头等着过路的人来问\n",
                                       "路，问的人少了，他们就互相问起\n来，问今年的水比去年是高还是低，\n问来问去也没有人能够说得很清楚\n",
                                       "明白，只知道水还在流，桥还在，\n人还在，这样也就够了，不必再问下去。\n"};

TEST_CASE("reflow: heads in one sentence come behind it in order and none is lost") {
    for (std::size_t heads = 1; heads <= 4; ++heads) {
        std::string text, solid;
        for (std::size_t i = 0; i < heads; ++i) {
            text.append(halves[i]).append("\n— ").append(std::to_string(i + 1)).append(" —\n\n");
            solid.append(halves[i]);
        }
        text.append(halves[4]);
        const std::string out = reflowed(text);
        std::size_t before = 0;
        for (std::size_t i = 0; i < heads; ++i) {
            const std::string head = "— " + std::to_string(i + 1) + " —";
            CAPTURE(heads);
            CAPTURE(out);
            CHECK(count_of(head, out) == 1);
            const std::size_t place = out.find(head);
            CHECK(place > before);
            before = place;
        }
        if (heads > 3) continue;  // no more than three can wait: the fourth stays where it is
        CHECK(before > out.find("不必再问下去"));
        CHECK(count_of("\n\n— ", out) == heads);
        CHECK(count_of("\n\n", out) == heads);
    }
}

// ---- Lines that are left out

TEST_CASE("reflow: lines that are left out leave their blank lines to the next one") {
    constexpr std::string_view page = "共建合作新平台\n\n左边的一行\n两国代表昨天\n";
    const std::size_t begin = page.find("左边");
    const galley::text_span out{begin, begin + std::string_view("左边的一行").size()};
    reflow_options options;
    options.left_out = &out;
    options.left_out_count = 1;
    options.layout = galley::page_layout::blank_separated;
    CHECK(reflowed(page, options) == "共建合作新平台\n\n两国代表昨天\n");
    const auto result = galley::reflow(page, [](const piece&) {}, options);
    CHECK(result.left_out == 1);
    CHECK(result.lines == 2);
    const galley::text_span nearly{begin, begin + 3};  // a part of a line is no line
    options.left_out = &nearly;
    CHECK(reflowed(page, options) == "共建合作新平台\n\n左边的一行两国代表昨天\n");
}

TEST_CASE("reflow: the first part of a long line is left out without a seam") {
    const std::string line = samples::repeat("word ", 300), page = "共建合作\n" + line + "\n";
    reflow_options options;
    options.window_bytes = 512;  // parts of up to 128 bytes
    const std::size_t begin = page.find("word");
    const galley::text_span out{begin, begin + 128};
    options.left_out = &out;
    options.left_out_count = 1;
    std::size_t breaks = 0;
    std::string text;
    galley::reflow(page, [&](const piece& p) { text += p.text; }, options, [&](const galley::break_report&) { ++breaks; });
    CHECK(breaks == 1);  // between the heading and what is left of the line
    CHECK(count_of("word", text) < 300);
    CHECK(count_of("word", text) >= 300 - 26);
}

// ---- Repairs inside lines

struct row {
    std::string_view text, out;
};

void check_rows(std::initializer_list<row> rows, const reflow_options& options = {}) {
    for (const row& r : rows) {
        CAPTURE(r.text);
        CHECK(reflowed(r.text, options) == r.out);
    }
}

TEST_CASE("reflow: every ligature is opened") {
    check_rows({{"o\uFB00er o\uFB01x \uFB02ow o\uFB03ce ba\uFB04e e\uFB05 \uFB06op", "offer ofix flow office baffle est stop\n"}});
}

TEST_CASE("reflow: text printed twice in other scripts") {
    check_rows({{"デザインノートデザインノート", "デザインノート\n"},
                {"가나다라가나다라", "가나다라\n"},
                {"가나다가나다", "가나다가나다\n"},            // three characters are too few
                {"水渠通了水渠通", "水渠通了水渠通\n"},
                {"abcdabcd", "abcdabcd\n"}});
}

TEST_CASE("reflow: letter-spacing up to the line's end and no further than its kind") {
    check_rows({{"H E A D S", "HEADS\n"},
                {"H E A D S ab", "HEADS ab\n"},
                {"H E A D", "H E A D\n"},
                {"H E A D S  N O W", "HEADS N O W\n"},
                {"水 渠 通 了 水", "水渠通了水\n"},
                {"水 渠 a 通 了", "水 渠 a 通 了\n"},
                {"가 나 다 라 마 바", "가나다라마바\n"}});
}

TEST_CASE("reflow: full-width marks by what stands around them") {
    reflow_options wide;
    wide.wide_punctuation = true;
    check_rows({{"水渠,”通了", "水渠，”通了\n"},
                {"“水渠”,通了", "“水渠”，通了\n"},
                {"水渠(a)通了", "水渠(a)通了\n"},
                {"水渠(通了)a", "水渠（通了）a\n"},
                {"PPT(水渠)通了", "PPT（水渠）通了\n"},
                {"水渠(", "水渠(\n"},
                {",水渠", ",水渠\n"},
                {"水渠,", "水渠，\n"},
                {"水渠,a", "水渠,a\n"},
                {"a,水渠", "a,水渠\n"},
                {"かな.カナ;水", "かな。カナ；水\n"}},
               wide);
    check_rows({{"水渠,通了", "水渠,通了\n"}});
}

TEST_CASE("reflow: an article inside a line begins behind a stop or a wide space") {
    check_rows({{"水渠通了。本报讯（记者 何川）昨天", "水渠通了。\n\n本报讯（记者 何川）昨天\n"},
                {"水渠通了）本报讯　昨天", "水渠通了）\n\n本报讯 昨天\n"},
                {"水渠通了　本报讯（记者 何川）昨天", "水渠通了\n\n本报讯（记者 何川）昨天\n"},
                {"水渠通了 本網訊（记者", "水渠通了 本網訊（记者\n"},
                {"水渠本报讯（记者 何川）昨天", "水渠本报讯（记者 何川）昨天\n"},
                {"水渠通了。本报讯昨天", "水渠通了。本报讯昨天\n"},
                {"水渠通了。本报", "水渠通了。本报\n"}});
}

// ---- Switches

TEST_CASE("reflow: a torn number stays torn where its repair is off whatever the page does") {
    std::string page;
    for (int i = 0; i < 5; ++i) page += "河水绕着老城缓缓流过，两岸的石\n\n阶被踩得发亮。清早挑水的人走了，\n\n洗菜的人又来，日子就这样一天天\n\n过去，到位资金43.36\n\n亿元，谁也没有觉得有什么不同，\n\n";
    reflow_options off;
    off.torn_numbers = false;
    CHECK(count_of("43.36亿元", reflowed(page)) == 5);
    CHECK(count_of("43.36\n\n亿元", reflowed(page, off)) == 5);
}

}  // namespace
