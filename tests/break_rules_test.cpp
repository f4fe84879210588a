// The breaks that the switches are about: each rule on both sides of each of its borders.
#include <galley/detail/break_rules.hpp>

#include "table.hpp"
#include "windows.hpp"

#include <string>

namespace {

using namespace galley::detail::page;
using windows::page_window;

TEST_CASE("break rules: a number runs into its unit") {
    const auto runs = [](std::string_view text) {
        const page_window page(text);
        return runs_into_unit(page[0], page[1]);
    };
    CHECK(runs("资金43.36\n亿元，比上年"));
    CHECK(runs("한국 5\n만 명"));
    CHECK_FALSE(runs("43.36\n亿元，比上年"));       // a number alone may be a folio
    CHECK_FALSE(runs("资金43.36万\n亿元，比上年"));
    CHECK_FALSE(runs("资金43.36\n元旦，比上年"));
}

TEST_CASE("break rules: characters one below the other") {
    const auto upright = [](std::string_view text, std::uint32_t at) { return stands_upright(page_window(text).behind(at)); };
    CHECK(upright("大\n橋\n長\n1\n2\n8\n公\n里\n，\n寬\n3\n0\n米\n", 3));
    CHECK_FALSE(upright("大\n橋\n長\n公\n里\n", 2));                                     // too few
    CHECK_FALSE(upright("是\n12\n否\n3\n是\n45\n否\n6\n是\n7\n", 2));                  // the cells of a table
    CHECK_FALSE(upright("日\n月\n火\n水\n木\n金\n土\n1\n2\n3\n4\n5\n6\n7\n8\n", 7));  // a calendar
}

TEST_CASE("break rules: words that are cut short end no sentence") {
    const auto runs = [](std::string_view text) {
        const page_window page(text);
        return runs_on_behind_short_word(page[0], page[1], page.content(0));
    };
    CHECK(runs("the entries of it are i.i.d.\ncomplex variables"));
    CHECK(runs("a number of cards, e.g.\nThe old one"));
    CHECK(runs("wie es langsam ist, z.B.\nKarten des Netzes"));
    CHECK(runs("was said of it by Prof.\nin the year"));
    CHECK_FALSE(runs("the entries of it are i.i.d.\nComplex variables"));
    CHECK_FALSE(runs("the entries of it are cut.\ncomplex variables"));
    CHECK_FALSE(runs("the entries of it are 1.2.\ncomplex variables"));
    CHECK_FALSE(runs("as they say ...\nuser1 came"));
    CHECK_FALSE(runs("U.S.\nintelligence"));
    CHECK_FALSE(runs("a number of cards, e.g.\n\nthe old one"));
    CHECK_FALSE(runs("a number of cards, e.g.\n- the old one"));
}

TEST_CASE("break rules: no line of words ends with an article before a capital") {
    const auto runs = [](std::string_view text) {
        const page_window page(text);
        return runs_on_behind_particle(page.behind(0), page.content(0));
    };
    CHECK(runs("kann sie von Hand kopiert werden und der\nTreiber fordert sie dann"));
    CHECK(runs("it was the king of\nFrance who came"));
    CHECK_FALSE(runs("kann sie von Hand kopiert werden oder\ntreiber fordert sie dann"));
    CHECK_FALSE(runs("kann sie von Hand kopiert werden\nTreiber fordert sie dann"));
    CHECK_FALSE(runs("the king of\nFrance who came here on a long way from the south"));  // short
    CHECK_FALSE(runs("it was the king of\n\nFrance who came"));
}

TEST_CASE("break rules: addresses that are cut behind a point") {
    CHECK(runs_on_in_address("see https://wiki.example.", "org/xorg/ for it"));
    CHECK(runs_on_in_address("见www.example.", "com的说明"));
    CHECK(runs_on_in_address("see https://www.", "example.org"));
    CHECK_FALSE(runs_on_in_address("see https://wiki.example.org.", "Other pages"));
    CHECK_FALSE(runs_on_in_address("see https://wiki.example.org.", "others are there"));
    CHECK_FALSE(runs_on_in_address("see the wiki.", "org/xorg/ is there"));
    CHECK_FALSE(runs_on_in_address("see https://wiki.example", "org/xorg/"));
    CHECK_FALSE(runs_on_in_address("see https://wiki.example.", ""));
}

TEST_CASE("break rules: blank lines part the paragraphs and full lines do not") {
    const auto line = [](std::string_view words, std::size_t size) {
        std::string text;
        while (text.size() < size) text += words;
        return text.substr(0, size - 1);
    };
    const std::string full = line("running words ", 72), stop = full + ".\n", other = "More " + line("words of it ", 66) + "\n";
    const page_state page;
    const auto runs = [&](const std::string& text) { return runs_on_between_blanks(page_window(text).behind(0), page); };
    CHECK(runs(stop + other + "\n" + other + "\n" + other));
    CHECK_FALSE(runs(stop + other + "\n" + other + other));                              // one blank line
    CHECK_FALSE(runs(line("words ", 50) + ".\n" + other + "\n" + other + "\n" + other));  // not full
    CHECK_FALSE(runs(full + "\n" + other + "\n" + other + "\n" + other));               // no stop
    CHECK_FALSE(runs(stop + "More\n\n" + other + "\n" + other));                        // a heading
    CHECK_FALSE(runs(stop + "  " + other + "\n" + other + "\n" + other));                // indented
    CHECK_FALSE(runs(stop + "1. " + other + "\n" + other + "\n" + other));               // an item
    const std::string narrow = line("running words ", 50) + ".\n", beside = "More " + line("words ", 44) + "\n";
    CHECK_FALSE(runs(narrow + beside + "\n" + beside + "\n" + beside));
}

TEST_CASE("break rules: clauses of words") {
    const auto parts = [](std::string_view text) {
        const page_window page(text);
        return parts_clauses(page[0], page[1]);
    };
    CHECK(parts("si on l'a demand\u00E9.\nLes options"));
    CHECK(parts("bien \u00AB / \u00BB.\nCela ne change rien"));
    CHECK_FALSE(parts("si on l'a demand\u00E9\nLes options"));
    CHECK_FALSE(parts("si on l'a demand\u00E9.\nles options"));
    CHECK_FALSE(parts("Tom Holt、\nWilliam Gibson"));
    CHECK_FALSE(parts("水渠.\nLes options"));
}

TEST_CASE("break rules: a number runs on behind its mark") {
    const auto runs = [](std::string_view text) {
        const page_window page(text);
        return runs_on_behind_mark(page[0], page[1]);
    };
    CHECK(runs("rose in the year by 4.\n1 percent"));
    CHECK(runs("昨天上午在老城10:\n30开始"));
    CHECK_FALSE(runs("rose in the year by 4\n1 percent"));
    CHECK_FALSE(runs("rose in the year by 4.\nMore"));
    CHECK_FALSE(runs("chapter 4.\n1 percent"));                  // 12 narrow characters hold no more than a list number
    CHECK(runs("chapters 144.\n1 percent"));
    CHECK_FALSE(runs("rose in the year by 4.\n 1 percent"));     // indented
    CHECK_FALSE(runs("rose in the year by 4.\n1. percent"));     // an item
}

TEST_CASE("break rules: the wrapped line of an item hangs where its text begins") {
    const auto wraps = [](std::string_view text) {
        const page_window page(text);
        return wraps_item(page[0], page[1], page.content(0));
    };
    CHECK(wraps("- keep the keys\n  at home"));
    CHECK(wraps("10. keep the keys\n    at home"));
    CHECK(wraps("  • 带好钥匙\n    和证件"));
    CHECK(wraps("①带好钥匙\n 和证件"));
    CHECK_FALSE(wraps("- keep the keys\n   at home"));
    CHECK_FALSE(wraps("- keep the keys\n at home"));
    CHECK_FALSE(wraps("- keep the keys\n\n  at home"));
    CHECK_FALSE(wraps("keep the keys\n  at home"));
    for (const std::string_view second : {"- at home", "1. at home", "一、在家", "——在家", "# at home", "> at home", "本报讯 在家", "－在家"}) {
        CAPTURE(second);
        CHECK_FALSE(wraps("- keep the keys\n  " + std::string(second)));
    }
    static_assert(text_column({}, "- keys", 2) == 2 && text_column({}, "12) keys", 2) == 4 && text_column({}, "•\u3000keys", 2) == 3 && text_column({}, "•\u3000keys", 4) == 4);
}

TEST_CASE("break rules: a word broken at its hyphen") {
    const auto runs = [](std::string_view text) {
        const page_window page(text);
        return runs_on_behind_hyphen(page[0], page[1]);
    };
    CHECK(runs("the exam-\nple"));
    CHECK_FALSE(runs("the exam-\nPle"));
    CHECK_FALSE(runs("the exam\nple"));
    CHECK_FALSE(runs("12-\nple"));
    CHECK_FALSE(runs("a-\nple"));
    CHECK(runs("ab-\nple"));
}

TEST_CASE("break rules: a stop that belongs to an abbreviation") {
    const auto runs = [](std::string_view text) {
        const page_window page(text);
        return runs_on_behind_abbreviation({page.lines(), page.lines().current()}, page.content(0));
    };
    CHECK(runs("that is known to Mr.\nHale"));
    CHECK(runs("\"Mrs.\nHale"));
    CHECK(runs("as we see (Fig.\n3 and below)"));
    CHECK(runs("see pp.\n12 and 13"));
    CHECK_FALSE(runs("No.\n12"));  // the head of a column
    CHECK_FALSE(runs("Did you read it? No.\n3 of the others had read it, and said so"));  // the line had room
    CHECK_FALSE(runs("that is known to Mr.\n\nHale"));
    CHECK_FALSE(runs("that is known to Mr.\nhale"));
    CHECK_FALSE(runs("that is known to Mr.\n  Hale"));
    CHECK_FALSE(runs("He said: No.\nHale"));
    CHECK_FALSE(runs("He said: No.\n1. Hale"));
    CHECK_FALSE(runs("He said to the elmr.\nHale"));
    CHECK_FALSE(runs("that is known\nHale"));
}

// ---- Running heads

constexpr std::string_view before = "河水绕着老城缓缓流过，两岸的石\n阶被踩得发亮。清早挑水的人走了，\n洗菜的人又来，日子就这样一天天\n";
constexpr std::string_view after = "过去，谁也没有觉得有什么不同。老\n";

bool interrupts(const std::string& first, std::string_view head, const std::string& second) {
    const std::string text = first + std::string(head) + second;
    const page_window page(text);
    const line_window& lines = page.lines();
    line_window without = lines;
    without.drop_last();
    return is_running_head(without.last(), lines.last()) && interrupts_sentence({without, without.end() - 2}, lines.last());
}

TEST_CASE("break rules: what interrupts a sentence stands apart on both sides between two halves of running text") {
    const std::string a(before), b(after);
    CHECK(interrupts(a, "\n— 3 —\n\n", b));
    CHECK(interrupts(a, "\n2024年5月6日 星期一\n\n", b));
    CHECK(interrupts(a, "\f3\n\n", b));
    CHECK(interrupts(a, "\n3\n\f", b));
    CHECK_FALSE(interrupts(a, "3\n\n", b));                    // not apart before
    CHECK_FALSE(interrupts(a, "\n3\n", b));                    // nor behind
    CHECK_FALSE(interrupts(a, "\n河边纪事\n\n", b));            // no head where no page ends
    CHECK(interrupts(a, "\f河边纪事\n\n", b));
    CHECK(interrupts(a, "\n河边纪事\n\f", b));
    CHECK_FALSE(interrupts(a, "\f河边纪事：\n\n", b));          // what ends in a mark is a sentence
    CHECK_FALSE(interrupts(a, "\f河边纪事。\n\n", b));
    CHECK_FALSE(interrupts(a, "\f一、河边纪事\n\n", b));
    CHECK_FALSE(interrupts(a + "这样。\n", "\n3\n\n", b));      // the sentence is over
    CHECK_FALSE(interrupts(a, "\n3\n\n", "Abc def\n"));        // another begins
    CHECK(interrupts(a, "\n3\n\n", "“过去，谁也没有觉得\n"));
    CHECK(interrupts(a, "\n3\n\n", "万里的路，谁也没有\n"));     // a unit's character is no shape of its own
    CHECK_FALSE(interrupts(a, "\n3\n\n", "一、过去，谁也没有\n"));
    CHECK_FALSE(interrupts(a, "\n3\n\n", "    过去，谁也没有\n"));
    CHECK(interrupts(a, "\n3\n\n", " 过去，谁也没有\n"));
    CHECK_FALSE(interrupts("洗菜的人又来，日子就这样一天天\n", "\n3\n\n", b));           // no line beside it is as wide
    CHECK_FALSE(interrupts("洗菜的人又来的\n日子就这样一天\n", "\n3\n\n", "过去的日子\n"));  // narrower than eight ems
    CHECK_FALSE(interrupts(a + "一天天过\n", "\n3\n\n", b));                              // a short line ends a paragraph
    CHECK_FALSE(interrupts(a, "\n3\n\n", std::string(after.substr(0, 45)) + "不同的老街和老城的故事大多都是这样\n"));  // far wider
}

TEST_CASE("break rules: a head has forty ems at most and three quarters of the longest line") {
    const std::string date = "2024年5月6日 星期一";  // nine and a half ems
    const auto with_head = [&](std::size_t column, std::size_t more) {
        const std::string line = samples::repeat("水", column);
        return interrupts(line + "\n" + line + "\n", "\n" + date + samples::repeat("版", more) + "\n\n", line);
    };
    CHECK(with_head(60, 30));
    CHECK_FALSE(with_head(60, 31));
    CHECK(with_head(40, 20));        // 29.5 of 40
    CHECK_FALSE(with_head(40, 21));
}

// ---- Rules about windows

TEST_CASE("break rules: a page is double spaced when blanks stand between nearly all of seven lines") {
    const auto spaced = [](int lines, int without) {
        const line_window window = windows::made_up(lines, [&](line_facts& line, int i) { line.blanks = i > without ? 1 : 0; });
        return is_double_spaced({window, 0});
    };
    CHECK_FALSE(spaced(6, 0));
    CHECK(spaced(7, 0));
    CHECK(spaced(8, 1));        // six of seven are 85 percent
    CHECK_FALSE(spaced(7, 1));  // five of six are not
    CHECK_FALSE(spaced(10, 2));
}

TEST_CASE("break rules: a line is short by an indent from one em to three and a quarter") {
    const auto looks = [](int missing) {
        const line_window window = windows::of_widths({64, 64 - missing, 40});
        return looks_short_by_an_indent({window, 0});
    };
    CHECK_FALSE(looks(3));
    CHECK(looks(4));
    CHECK(looks(8));
    CHECK(looks(13));
    CHECK_FALSE(looks(14));
}

TEST_CASE("break rules: the lines of one headline") {
    const auto are = [](std::string_view text, int lines_in_paragraph = 1, bool starts_after_blank = true) {
        const page_window window(text);
        page_state page;
        page.lines_in_paragraph = lines_in_paragraph;
        page.starts_after_blank = starts_after_blank;
        return are_headline_lines(window.behind(0), page);
    };
    CHECK(are("我市推进河湖治理\n取得新成效\n\n河水绕着老城"));
    CHECK(are("我市推进河湖治理\n取得新成效\n□本报记者 周远"));
    CHECK(are("我市推进河湖治理\n取得新成效\n本报讯 河水"));
    CHECK(are("我市推进河湖治理\n取得新成效\n\n河水绕着老城", 2));
    CHECK_FALSE(are("我市推进河湖治理\n取得新成效\n\n河水绕着老城", 3));
    CHECK_FALSE(are("我市推进河湖治理\n取得新成效\n\n河水绕着老城", 1, false));
    CHECK_FALSE(are("我市推进河湖治理\n取得新成效\n河水绕着老城"));
    CHECK_FALSE(are("我市推进河湖治理\n取得新成效"));
    CHECK_FALSE(are("我市推进河湖治理\n\n取得新成效\n\n河水绕着老城"));
    CHECK_FALSE(are("我市推进河湖治理。\n取得新成效\n\n河水绕着老城"));
    CHECK_FALSE(are("我市推进河湖治理\n取得新成效。\n\n河水绕着老城"));
    CHECK_FALSE(are("我市，推进，河湖，治理\n取得新成效\n\n河水绕着老城"));
    CHECK(are("我市，推进，河湖治理\n取得新成效\n\n河水绕着老城"));
    CHECK_FALSE(are(samples::repeat("水", 25) + "\n取得新成效\n\n河水绕着老城"));
    CHECK(are(samples::repeat("水", 24) + "\n取得新成效\n\n河水绕着老城"));
    CHECK_FALSE(are("我市治理\n取得新成效\n\n甲\n\n乙\n\n丙\n\n丁\n\n戊\n\n己\n\n庚"));  // blanks say nothing here
}

TEST_CASE("break rules: blank lines of letters and mail") {
    const auto parts = [](std::string_view text, bool healed = false, std::string_view open = "") {
        const page_window window(text);
        page_state page;
        page.blank_mid_sentence.count(healed);
        page.brackets.read(open);
        return parts_latin_paragraphs(window.behind(0), page);
    };
    CHECK(parts("It rained.\n\nThen it stopped"));
    CHECK(parts("Hi Bob\n\nThanks for the note that came"));
    CHECK_FALSE(parts("Thanks for the note that\n\ncame on Monday by train"));
    CHECK_FALSE(parts("It rained.\n\nThen it stopped", true));
    CHECK_FALSE(parts("It rained.\n\nThen it stopped", false, "(“"));
    CHECK_FALSE(parts("下雨了。\n\nThen it stopped"));
    CHECK_FALSE(parts("It rained.\n\n그리고 멈췄다"));
    CHECK_FALSE(parts("It rained.\n\n12"));
    CHECK(parts("eight letter\n\nThese are nineteens"));         // 12 of 19 are less than two thirds
    CHECK_FALSE(parts("eight letter\n\nThese are eighteen"));    // 12 of 18 are not
}

}  // namespace
