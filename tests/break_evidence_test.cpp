// The evidence about breaks: every piece of it against a plain evaluation over the window's lines.
#include <galley/detail/break_evidence.hpp>
#include <galley/rejoin.hpp>

#include "pages.hpp"
#include "table.hpp"
#include "windows.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace galley::detail::page;
using windows::page_window;

// ---- What a line opens, and what furniture it is

struct kind_row {
    std::string_view text;
    int opening, article;
};

constexpr kind_row kinds[] = {
    {"水渠通了", 0, 0},
    {"• 水渠", 1, 0},
    {"1. 水渠", 2, 0},
    {"一、水渠", 3, 0},
    {"——水渠", 4, 0},
    {"> water", 5, 0},
    {"# Water", 6, 0},
    {"本报记者 周远", 0, 1},
    {"周远 摄", 0, 2},
    {"2面に続く", 0, 3},
    {"（下转第三版）", 0, 4},
    {"▲上接第一版", 1, 5},
    {"责任编辑：周远", 0, 6},
    {"本报讯 水渠", 0, 7},
    {"新华社北京6月18", 0, 7},
    {"图为水渠", 0, 8},
    {"anna@example.org", 0, 9},
    {"— 3 —", 0, 10},
    {"2024年5月6日 星期一", 0, 11},
    {"前言 ………… 12", 0, 12},
    {"（全文）", 0, 13},
    {"……水渠", 0, 14},
    {"rain by 4.", 0, 15},
    {"亿元的水渠", 0, 16},
    {"主持人：", 0, 17},
};

TEST_CASE("break evidence: what lines open and are") {
    CHECK_ROWS(kinds, [](const kind_row& r) { return opening_of(facts_of(r.text)); }, &kind_row::opening);
    CHECK_ROWS(kinds, [](const kind_row& r) { return article_of(facts_of(r.text)); }, &kind_row::article);
}

// ---- All of it

/// The lines that a decision sees, as a list: `at[0]` stands before the break.
struct seen {
    explicit seen(const lines_around& lines) : first(lines.first()), last(lines.last()) {
        for (int i = first; i <= last; ++i) all.push_back(lines[i]);
    }
    bool has(int at) const { return at >= first && at <= last; }
    const line_facts& operator[](int at) const { return all[static_cast<std::size_t>(at - first)]; }
    int width(int at) const { return has(at) ? (*this)[at].width : 0; }
    template <class Get>
    std::vector<int> list(int from, int to, Get get) const {
        std::vector<int> out;
        for (int i = from; i <= to; ++i) out.push_back(get((*this)[i]));
        return out;
    }
    int first, last;
    std::vector<line_facts> all;
};

/// The middle and the share of the widest of the densest clusters.
cluster cluster_of(std::vector<int> widths) {
    std::sort(widths.begin(), widths.end());
    std::vector<int> best;
    for (const int least : widths) {
        std::vector<int> inside;
        std::copy_if(widths.begin(), widths.end(), std::back_inserter(inside), [&](int w) { return w >= least && w <= least + 7; });
        if (inside.size() >= best.size()) best = inside;
    }
    return best.empty() ? cluster{} : cluster{best[best.size() / 2], static_cast<int>(best.size() * 100 / widths.size())};
}

struct expectation {
    std::vector<std::pair<int, int>> values;  // name, before it is clipped
    void set(int name, int value) { values.emplace_back(name, value); }
};

expectation plainly(const seen& s, const page_state& page) {
    expectation e;
    const line_facts &a = s[0], &b = s[1];
    const line_facts none;
    const line_facts& c = s.has(2) ? s[2] : none;
    const auto raw = [](const line_facts& l) { return int{l.width}; };
    const auto tight = [](const line_facts& l) { return l.width - 2 * l.marks; };
    const auto set = [](const line_facts& l) { return int{l.set_width}; };
    const std::vector<int> widths = s.list(s.first, s.last, raw);
    const int longest = *std::max_element(widths.begin(), widths.end()), lines = static_cast<int>(widths.size());
    const auto like = [&](int width) { return static_cast<int>(std::count_if(widths.begin(), widths.end(), [&](int w) { return w >= width - 3 && w <= width + 4; })) * 100 / lines; };
    e.set(ev_b_less_a, b.width - a.width), e.set(ev_c_less_b, c.width - b.width);
    e.set(ev_z_less_a, s.width(-1) - a.width), e.set(ev_y_less_a, s.width(-2) - a.width), e.set(ev_d_less_a, s.width(3) - a.width);
    e.set(ev_a_width, a.width / 2), e.set(ev_b_width, b.width / 2), e.set(ev_c_width, c.width / 2);
    e.set(ev_b_less_a_tight, tight(b) - tight(a)), e.set(ev_c_less_a_tight, tight(c) - tight(a));
    e.set(ev_z_less_a_tight, (s.has(-1) ? tight(s[-1]) : 0) - tight(a));
    e.set(ev_a_longest, a.width - longest), e.set(ev_b_longest, b.width - longest);
    e.set(ev_like_a, like(a.width)), e.set(ev_like_b, like(b.width));
    e.set(ev_room_longest, longest - a.width - b.first_piece);
    e.set(ev_b_indent_change, b.indent - a.indent), e.set(ev_c_indent_change, c.indent - b.indent);
    e.set(ev_d_first, s.has(3) ? static_cast<int>(s[3].first) : 0);
    e.set(ev_z_peeled, s.has(-1) ? static_cast<int>(s[-1].peeled) : 0), e.set(ev_y_peeled, s.has(-2) ? static_cast<int>(s[-2].peeled) : 0);
    e.set(ev_z_article, s.has(-1) ? article_of(s[-1]) : 0);
    e.set(ev_same_first, a.first_char == b.first_char);
    e.set(ev_a_first_byte, a.first_byte < 128 ? a.first_byte : 127), e.set(ev_a_last_byte, a.last_byte < 128 ? a.last_byte : 127);
    const cluster all = cluster_of(widths), narrow = cluster_of(s.list(s.first, s.last, tight));
    const cluster past = cluster_of(s.list(s.first, 0, raw)), coming = cluster_of(s.list(1, s.last, raw)), edges = cluster_of(s.list(s.first, s.last, galley::detail::page::end_of)), proportional = cluster_of(s.list(s.first, s.last, set));
    e.set(ev_column, all.middle / 2), e.set(ev_column_share, all.share), e.set(ev_tight_share, narrow.share);
    e.set(ev_past_share, past.share), e.set(ev_coming_share, coming.share), e.set(ev_set_share, proportional.share);
    e.set(ev_a_column, a.width - all.middle), e.set(ev_c_column, s.width(2) - all.middle), e.set(ev_y_column, s.width(-2) - all.middle);
    e.set(ev_a_tight, tight(a) - narrow.middle), e.set(ev_a_past, a.width - past.middle), e.set(ev_b_coming, b.width - coming.middle);
    e.set(ev_room, all.middle - a.width - b.first_piece), e.set(ev_room_past, past.middle - a.width - b.first_piece);
    e.set(ev_a_set, a.set_width - proportional.middle), e.set(ev_room_set, proportional.middle - a.set_width - b.set_piece);
    e.set(ev_edge_share, edges.share), e.set(ev_a_edge, 2 * a.indent + a.width - edges.middle), e.set(ev_b_edge, 2 * b.indent + b.width - edges.middle);
    e.set(ev_room_edge, edges.middle - 2 * a.indent - a.width - b.first_piece);
    const auto is_short = [&](int at) { return s.has(at) && s[at].width * 4 < all.middle * 3; };
    int short_before = 0, short_behind = 0, since = 0, openings = 0, stops = 0, marked = 0, blank = 0;
    while (is_short(-short_before)) ++short_before;
    while (is_short(1 + short_behind)) ++short_behind;
    while (since < 9 && s.has(-since) && opening_of(s[-since]) == 0) ++since;
    std::vector<int> blanks, indents;
    for (int i = s.first; i <= s.last; ++i) {
        openings += opening_of(s[i]) != 0;
        stops += s[i].peeled == edge::stop || s[i].peeled == edge::period;
        marked += s[i].peeled == edge::stop || s[i].peeled == edge::period || s[i].peeled == edge::semicolon || s[i].peeled == edge::colon || s[i].peeled == edge::comma;
        indents.push_back(s[i].indent);
        if (i != s.first) blanks.push_back(s[i].blanks), blank += s[i].blanks != 0;
    }
    std::sort(blanks.begin(), blanks.end());
    const int usual = blanks[blanks.size() / 2], least = *std::min_element(indents.begin(), indents.end());
    e.set(ev_short_before, short_before), e.set(ev_short_behind, short_behind);
    e.set(ev_openings, openings), e.set(ev_since_opening, s.has(-since) ? since : 10);
    e.set(ev_stops_around, stops * 100 / lines), e.set(ev_marked_ends, marked * 100 / lines);
    e.set(ev_usual_blanks, usual), e.set(ev_blanks_over, b.blanks - usual), e.set(ev_blank_share, blank * 100 / static_cast<int>(blanks.size()));
    e.set(ev_a_indent_over, a.indent - least), e.set(ev_b_indent_over, b.indent - least);
    e.set(ev_page_column, a.width - page.column), e.set(ev_open_brackets, page.brackets.depth()), e.set(ev_lines_in_paragraph, page.lines_in_paragraph);
    const int first = 1 - page.lines_in_paragraph;
    e.set(ev_paragraph_first, first <= 0 && s.has(first) ? s[first].width - all.middle : 0);
    return e;
}

void check_window(const page_window& window, samples::random& random) {
    column_finder finder;
    for (std::uint32_t at = 0; at + 1 < window.lines().end(); ++at) {
        page_state page;
        page.column = static_cast<int>(random.below(120));
        page.lines_in_paragraph = static_cast<int>(random.below(12));
        page.brackets.read("(“[");
        const lines_around around = window.behind(at);
        const break_evidence found = gather(around, finder.find(around), page);
        for (const std::pair<int, int>& expected : plainly(seen(around), page).values) {
            const int name = expected.first;
            CAPTURE(name);
            CAPTURE(at);
            REQUIRE(found[name] == std::max(-128, std::min(127, expected.second)));
        }
    }
}

TEST_CASE("break evidence: random pages against a plain evaluation of every line") {
    samples::random random(41);
    for (const std::string_view page : pages::all) check_window(page_window(page), random);
    for (int round = 0; round < 120; ++round) {
        std::string text;
        for (std::size_t lines = 2 + random.below(28); lines != 0; --lines) {
            static constexpr std::string_view starts[] = {"", "", "", "", " ", "\u3000\u3000", "• ", "一、", "“"}, line_ends[] = {"\n", "\n", "\n", "。\n", "，\n", "\n\n", "\n\n\n", ":\n", "！”\n\f"};
            const std::string_view from = pages::all[random.below(std::size(pages::all))];
            text.append(starts[random.below(std::size(starts))]).append(samples::repeat("水", random.below(3) == 0 ? random.below(80) : 15 + random.below(2)));
            if (random.below(4) == 0) text += from.substr(random.below(from.size()), random.below(12));
            text.append("a").append(line_ends[random.below(std::size(line_ends))]);
        }
        CAPTURE(text);
        const page_window window(std::string_view(text).substr(0, text.size()));
        if (window.lines().end() < 32) check_window(window, random);
    }
}

TEST_CASE("break evidence: windows reach nine lines to both sides and not beyond the text") {
    const line_window window = windows::made_up(30, [](line_facts& line, int i) { line.width = static_cast<std::uint16_t>(i); });
    const lines_around middle(window, 15), start(window, 0), third(window, 3), end(window, 28);
    CHECK(middle.first() == -9);
    CHECK(middle.last() == 9);
    CHECK(middle[-9].width == 6);
    CHECK(middle[9].width == 24);
    CHECK(middle.longest() == 24);
    CHECK_FALSE(middle.has(10));
    CHECK_FALSE(middle.has(-10));
    CHECK(start.first() == 0);
    CHECK(third.first() == -3);
    CHECK(end.last() == 1);
    for (std::uint32_t before = 0; before < 29; ++before) CHECK(lines_around(window, before).last() == std::min(9, 29 - static_cast<int>(before)));
}

TEST_CASE("break evidence: a page that has shown little is not trusted") {
    const page_window window("水渠\n通了\n");
    page_state page;
    CHECK(gather(window.behind(0), column_finder().find(window.behind(0)), page)[ev_blank_trust] == -1);
    for (int i = 0; i < 3; ++i) page.blank_mid_sentence.count(true), page.paragraphs.count(false), page.stop_ends.count(true);
    page.kept_indent.count(true), page.kept_indent.count(true);
    page.indent_starts.count(false);
    break_evidence e = gather(window.behind(0), column_finder().find(window.behind(0)), page);
    for (const int name : {ev_blank_trust, ev_paragraph_share, ev_stop_trust, ev_kept_indent, ev_indent_trust}) CHECK(e[name] == -1);
    page.blank_mid_sentence.count(false), page.paragraphs.count(true), page.stop_ends.count(true), page.kept_indent.count(false), page.indent_starts.count(true);
    e = gather(window.behind(0), column_finder().find(window.behind(0)), page);
    CHECK(e[ev_blank_trust] == 75);
    CHECK(e[ev_paragraph_share] == 25);
    CHECK(e[ev_stop_trust] == 100);
    CHECK(e[ev_kept_indent] == 66);
    CHECK(e[ev_indent_trust] == 50);
}

template <bool Keeps>
void check_looks(samples::random& random) {
    line_window window;
    first_looks<Keeps> looks;
    std::uint32_t kept = 0;  // the first break that was not looked at
    for (int step = 0; step < 300; ++step) {
        if (random.below(6) == 0 && window.lines_ahead() > 1) {
            window.drop_last();
            looks.forget();
            kept = std::min(kept, window.end() - 1);
        }
        line_facts line;
        line.width = static_cast<std::uint16_t>(random.below(120));
        line.indent = static_cast<std::uint8_t>(random.below(4));
        window.push(line);
        for (; kept + 1 < window.end() && kept < window.current() + 4; ++kept) {
            break_evidence evidence;
            gather_lines(evidence, {window, kept});
            looks.keep({window, kept}, evidence);
        }
        if (window.lines_ahead() < 1 + static_cast<int>(random.below(12))) continue;
        const lines_around lines(window, window.current());
        const break_evidence found = looks.look(lines);
        break_evidence anew;
        gather_lines(anew, lines);
        for (int name = 0; name < evidence_count; ++name) REQUIRE(found[name] == anew[name]);
        window.advance();
    }
}

TEST_CASE("break evidence: a second look sees what there is by then") {
    samples::random random(17);
    check_looks<true>(random);
    check_looks<false>(random);
}

TEST_CASE("break evidence: every piece of it has a name of its own") {
    std::vector<std::string_view> names;
    for (int i = 0; i < evidence_count; ++i) names.push_back(name_of_evidence(i));
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK_FALSE(names.front().empty());
}

}  // namespace
