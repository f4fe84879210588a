// Which spaces between Han, kana and their marks are layout's or recognition's, and which the writer's.
#include <galley/detail/line_pass.hpp>
#include <galley/detail/page_state.hpp>
#include <galley/detail/solid_spaces.hpp>
#include <galley/reflow.hpp>

#include "samples.hpp"
#include "table.hpp"

#include <string>

namespace {

using namespace galley::detail::page;

TEST_CASE("solid spaces: kinds of characters") {
    for (const char32_t c : U"水㐀𠀀々かナーｱ") {
        if (c != 0) CHECK(solid_kind_of(c) == solid_kind::character);
    }
    for (const char32_t c : U"，。、：）”’…—") {
        if (c != 0) CHECK(solid_kind_of(c) == solid_kind::mark);
    }
    for (const char32_t c : U"（《「“‘") {
        if (c != 0) CHECK(solid_kind_of(c) == solid_kind::opener);
    }
    for (const char32_t c : U"a5,.(한é%\u3000") {
        if (c != 0) CHECK(solid_kind_of(c) == solid_kind::none);
    }
    static_assert(solid_kind_of(U'水') == solid_kind::character);
}

struct stretched_row {
    std::string_view text;
    bool stretched;
};

constexpr stretched_row stretched[] = {
    {"，对 于 使 用 stable 套 件 的", true},
    {"软件包， 任 何 改 变 将引发作用", true},
    {"デーモンは30分 ご と に incoming/ を", true},
    {"开始 し ま す", true},
    {"软件包， 任 何 改变将引发作用", false},         // two in a row
    {"日期： 年 月 日。", false},                      // three to fill in
    {"对 于 使 用 套 件 的", false},                   // no running text
    {"王 刚、李 明 张晓红 赵 伟", false},              // names
    {"图为水渠边，欢声笑语。 王 刚 李 明 摄", false},  // the same, announced
    {"林 太郎、森 花子、原 一", false},
    {"ぼく は えき に いき ます。", false},            // written with spaces
    {"乌称打击 俄方证实 军舰受损，双方 谈判", false},
    {"a b c d e f，g h", false},
    {"한 국 어 를，한 다", false},
    {"水", false},
    {"", false},
};

constexpr bool stretches(const stretched_row& row) { return is_stretched(row.text); }

TEST_CASE("solid spaces: lines that justification has stretched") {
    static_assert(table::first_wrong(stretched, stretches, &stretched_row::stretched) == std::size(stretched));
    for (const stretched_row& row : stretched) {
        CAPTURE(row.text);
        const samples::exact_copy alone(row.text);
        CHECK(is_stretched(alone.view()) == row.stretched);
    }
}

struct space_row {
    std::string_view before, after;
    bool beside_mark, beside_digits, in_solid_text, around_cells;
};

constexpr space_row spaces[] = {
    {"水，", "河", true, false, true, true},
    {"水、", "a", true, false, false, false},
    {"水；", "河水", true, false, true, false},
    {"水", "。", true, false, true, true},
    {"a", "，", true, false, false, false},
    {"5%", "！", true, false, false, false},
    {"水。", "河水", false, false, true, false},   // before who took the picture
    {"水", "）", false, false, true, true},
    {"（", "）", false, false, true, false},       // to be filled in
    {"刘", "：", false, false, true, true},
    {"Hello，", "my", false, false, false, false},
    {"서울，", "부산", false, false, false, false},
    {"법", "。", false, false, false, false},
    {"河水", "河水", false, false, true, false},
    {"河 水", "河水", false, false, true, true},
    {"河水", "水 a", false, false, true, true},
    {"か", "な", false, false, true, true},
    {"“", "微", false, false, true, true},
    {"5", "月", false, true, false, false},
    {"共", "5", false, true, false, false},
    {"共", "5G", false, false, false, false},
    {"MP3", "播", false, false, false, false},
    {"Windows 10", "版", false, false, false, false},
    {"共有 10", "版", false, true, false, false},
    {"2.4.3", "网", false, false, false, false},
    {"长2.4", "米", false, true, false, false},
    {"〒100-0001", "东", false, true, false, false},
    {"100-0001", "东", false, false, false, false},
    {"共", "a", false, false, false, false},
    {"5", "5", false, false, false, false},
    {"한", "水", false, false, false, false},
    {"水\xE4\xB8", "河", false, false, false, false},
};

TEST_CASE("solid spaces: the company of a space") {
    for (const space_row& row : spaces) {
        CAPTURE(row.before);
        CAPTURE(row.after);
        const samples::exact_copy a(row.before), b(row.after);
        CHECK(is_beside_mark(a.view(), b.view()) == row.beside_mark);
        CHECK(layout_spaces{true, false, false}.hold(a.view(), b.view()) == row.beside_digits);
        CHECK(layout_spaces{false, true, false}.hold(a.view(), b.view()) == row.in_solid_text);
        CHECK(layout_spaces{false, false, true}.hold(a.view(), b.view()) == row.around_cells);
        CHECK_FALSE(layout_spaces{}.hold(a.view(), b.view()));
    }
    CHECK(layout_spaces{true, true, false}.hold("5", "）"));
    CHECK(layout_spaces{true, true, false}.hold("（", "5月"));
    CHECK_FALSE(layout_spaces{false, true, false}.hold("（", "5月"));
}

// ---- The page's habit

constexpr page_state after(std::initializer_list<std::string_view> lines, int times = 1) {
    page_state page;
    for (int i = 0; i < times; ++i) {
        for (const std::string_view line : lines) page.read_marks(facts_of(line));
    }
    return page;
}

TEST_CASE("solid spaces: a page that recognition has read") {
    static_assert(!page_state().has_stray_spaces());
    CHECK(after({"新华社 ，上 海六月", "假期 ，全国", "次 。今 ；年"}).has_stray_spaces());
    CHECK_FALSE(after({"新华社 ，上 海六月", "假期 ，全国", "次 。今；年"}).has_stray_spaces());
    // One mark of eight, and no fewer.
    CHECK(after({"水 ，水，水，水，水，水，水，水，"}, 4).has_stray_spaces());
    CHECK_FALSE(after({"水 ，水，水，水，水，水，水，水，水，"}, 4).has_stray_spaces());
    // What writers and layout do: names, dashes, quotation marks, brackets to be filled in, colons, full-width spaces, stretched lines.
    CHECK_FALSE(after({"本报记者 黄伟 陈明霞，", "应该 — 未经修改 — 如此", "在 ” 之后 ” 的 ” 里", "(9月6日) ，全国 (两次) ，", "水（ ）（ ）。", "主演 ：巩俐 葛优",
                       "名\u3000，水\u3000。", "名\u00A0，", "ㄱ ，", "ＡＢ ，", "甲 乙 丙 丁 戊 己 庚"}, 9).has_stray_spaces());
    // The latest marks count.
    page_state page = after({"水 ，水 。水 ，水 。"});
    for (int i = 0; i < 40; ++i) page.read_marks(facts_of("水，水。水，水。"));
    CHECK_FALSE(page.has_stray_spaces());
}

TEST_CASE("solid spaces: stray ones do not count to a line's width") {
    const line_facts spaced = facts_of("河 水 绕 ，着 a 城 5"), stray = facts_of("河 水 绕 ，着 a 城 5", true), solid = facts_of("河水绕，着 a 城 5");
    CHECK(stray.width == solid.width);
    CHECK(stray.set_width == solid.set_width);
    CHECK(stray.spaces == solid.spaces);
    CHECK(spaced.width == solid.width + 6);
    CHECK((stray.traits & trait_edits) != 0);
    CHECK(facts_of("河水，a", true).traits == facts_of("河水，a").traits);
    CHECK((facts_of("河水， 着").traits & trait_edits) != 0);
    CHECK((facts_of("a， 着").traits & trait_edits) != 0);
    CHECK((facts_of("河水 着").traits & trait_edits) == 0);
    CHECK(facts_of("\xCC\x81 水").stray_marks == 0);
    CHECK(facts_of("水 ，河").stray_marks == 1);
    CHECK(facts_of("か ？河").stray_marks == 1);
    CHECK(facts_of("a ，河").stray_marks == 0);
    CHECK(facts_of("） ，河").stray_marks == 0);
    CHECK(facts_of("水  ，河").stray_marks == 0);
    CHECK(facts_of("水\u3000，河").stray_marks == 0);
}

// ---- Whole pages

std::string reflowed(std::string_view text, bool closes = true) {
    galley::reflow_options options;
    options.solid_spaces = closes;
    std::string out;
    galley::reflow(text, [&](const galley::piece& p) { out += p.text; }, options);
    return out;
}

constexpr std::string_view recognised =
    "河 水 绕 着 老 城 缓 缓 流 过 ， 两 岸 的 石\n阶 被 踩 得 发 亮 。 3 月 5 日 清 早 ， 挑 水\n的 人 走 了 ， 洗 菜 的 人 又 来 ， 日 子 就 这\n样 一 天 天 过 去 ， 谁 也 没 有 在 意 ， 转 眼 又 到 3\n月 底 。\n";
constexpr std::string_view half_recognised =
    "河水 绕着老城 缓缓流过 ，两岸 的石\n阶被踩 得发亮。清早挑水的 人走了 ，\n洗菜的 人又来 ，日子就 这样一天天\n过去 ，谁 也没有在意。\n";

TEST_CASE("solid spaces: pages of recognised text, and lines that were stretched") {
    CHECK(reflowed(recognised) == "河水绕着老城缓缓流过，两岸的石阶被踩得发亮。3月5日清早，挑水的人走了，洗菜的人又来，日子就这样一天天过去，谁也没有在意，转眼又到3月底。\n");
    CHECK(reflowed(half_recognised) == "河水绕着老城缓缓流过，两岸的石阶被踩得发亮。清早挑水的人走了，洗菜的人又来，日子就这样一天天过去，谁也没有在意。\n");
    CHECK(reflowed(half_recognised, false) == "河水 绕着老城 缓缓流过 ，两岸 的石阶被踩 得发亮。清早挑水的 人走了 ，洗菜的 人又来 ，日子就 这样一天天过去 ，谁 也没有在意。\n");
    CHECK(reflowed("河水绕着老城缓缓流过，两岸的石阶\n被 踩 得 很 shiny 发 亮， 清 早挑水的\n人走了，洗菜的人又来，日子就这样\n过去。\n") ==
          "河水绕着老城缓缓流过，两岸的石阶被踩得很 shiny 发亮，清早挑水的人走了，洗菜的人又来，日子就这样过去。\n");
    CHECK(reflowed("图为水渠通水的一刻。 本报记者 王 彦 摄\n") == "图为水渠通水的一刻。 本报记者 王 彦 摄\n");
    CHECK(reflowed("水（ ）（ ）（ ）。\n") == "水（ ）（ ）（ ）。\n");
}

}  // namespace
