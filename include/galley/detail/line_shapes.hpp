// galley: what a line is by its look alone: a byline, a dateline, a list item, a page number.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_SHAPES_HPP
#define GALLEY_DETAIL_LINE_SHAPES_HPP

#include <galley/config.hpp>
#include <galley/detail/line_facts.hpp>
#include <galley/detail/line_words.hpp>
#include <galley/detail/text.hpp>
#include <galley/unicode.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

GALLEY_NAMESPACE_BEGIN
namespace detail::page {

/// Bits of line_facts::shape. Several may hold.
enum line_shape : std::uint32_t {
    shape_byline = 1,        ///< □ 本报记者 甲 乙; 김지영 기자
    shape_dateline = 2,      ///< 本报讯, 新华社…电: opens an article
    shape_jump_to = 4,       ///< （下转第三版） at the end or alone
    shape_jump_from = 8,     ///< （上接第一版） at the beginning
    shape_item = 16,         ///< a list bullet
    shape_number_item = 32,  ///< 1.  (2)  3)  ①
    shape_section = 64,      ///< 一、 （一） 第三章: Han section numbers
    shape_dash = 128,        ///< —— at the beginning
    shape_markup = 256,      ///< Markdown: heading, table row, fence, rule
    shape_quote = 512,       ///< > of a quoting mail
    shape_credit = 1024,     ///< 某某 摄, （某某供图）: short, at the end
    shape_folio = 2048,      ///< a page number alone
    shape_leader = 4096,     ///< dots that lead to a page number
    shape_open_dateline = 8192,   ///< a dateline that ends the line or reaches its 讯 or 电
    shape_editor = 16384,    ///< 责任编辑, 来源: tail furniture
    shape_label = 32768,     ///< a short label that ends in a colon
    shape_digit_mark = 65536,    ///< ends in a digit and one of . : / - ~
    shape_jump_alone = 131072,   ///< （下转 at the beginning
    shape_dots = 262144,     ///< .. or …… at the beginning
    shape_unit = 524288,     ///< a scale, a currency or % at the beginning
    shape_caption = 1048576, ///< 图为, 写真=, Photo: at the beginning
    shape_contact = 2097152, ///< an e-mail address and little else
    shape_enclosed = 4194304,///< the whole line stands in one pair of brackets
    shape_date = 8388608,    ///< a date with its day of the week: a running head
    shape_capitals = 16777216,   ///< a word in capitals at the beginning, others behind it: LONDON —, NOTE
    shape_heading = 33554432,    ///< 2.1 and a space, 第 4 章: numbers of headings; or of what is measured or cited
};

inline constexpr std::uint32_t article_shape_bits = shape_byline | shape_dateline | shape_jump_to | shape_jump_from | shape_credit | shape_open_dateline |
                                                    shape_editor | shape_jump_alone | shape_caption | shape_contact;
inline constexpr std::uint32_t list_shape_bits = shape_item | shape_number_item | shape_section | shape_dash;

/// Skips white space at the beginning.
constexpr std::string_view skip_blanks(std::string_view text) noexcept {
    while (!text.empty()) {
        const decoded character = utf8_decode(text.data(), text.data() + text.size());
        if (!is_blank(character.code_point)) break;
        text = tail(text, character.size);
    }
    return text;
}

constexpr bool is_byline(std::string_view content, unsigned width, char32_t first) noexcept {
    if (width > 30 * 4) return false;
    const bool boxed = is_bullet(first) || first == 0x56D7 || first == 0x53E3 || first == 0x2610;  // 囗 口 ☐: how □ is misread
    std::string_view rest = boxed ? skip_blanks(tail(content, utf8_size(first))) : content;
    if (first == 0xFF08 || first == U'(') rest = tail(rest, utf8_size(first));
    if (author_words.at_start(rest) != 0) return width <= 16 * 4;
    const std::size_t word = reporter_words.at_start(rest);
    if (word == 0) return width <= 24 * 4 && starts_with(rest, "By ") && rest.size() > 3 && rest[3] >= 'A' && rest[3] <= 'Z' && !contains(rest, ". ");
    const bool sentence = contains(content, "。") || contains(content, "，") || contains(content, "：");
    return !sentence && !report_ends.at_end(content) && width - 4 * (word / 3) <= 24 * 4;
}

/// A name and what its bearer does, at the line's end: 김지영 기자, 記者 of Taiwan's papers (記者王敏／臺北報導).
constexpr bool ends_as_byline(std::string_view content, unsigned width) noexcept {
    if (reporter_ends.at_end(content) == 0 || width > 16 * 4) return false;
    return !contains(content, "。") && !contains(content, "，") && !contains(content, "：");
}

/// [한빛일보 … 기자], (서울=…) … 기자 =, 【東京=…】, （中央社…電）, 〔記者…報導〕 at the beginning. Round brackets alone on the line are
/// the end of an article.
constexpr std::size_t bracketed_dateline_size(std::string_view reach) noexcept {
    if (reach[0] == '[') {
        const std::size_t end = find_text(reach, "]");
        return end == not_found || !contains(head(reach, end), "기자") ? 0 : end + 1;
    }
    if (reach[0] == '(') {
        const std::size_t close = find_text(reach, ")"), reporter = find_text(reach, "기자");
        if (close == not_found || reporter == not_found || reporter < close) return 0;
        const std::size_t end = find_text(tail(reach, reporter), "=");
        return end == not_found ? 0 : reporter + end + 1;
    }
    const bool square = starts_with(reach, "【");
    const std::string_view closing = square ? "】" : starts_with(reach, "〔") ? "〕" : starts_with(reach, "（") ? "）" : "";
    const std::size_t end = closing.empty() ? not_found : find_text(reach, closing);
    if (end == not_found) return 0;
    const std::string_view inside = head(reach, end);
    if (square && (contains(inside, "＝") || contains(inside, "記者"))) return end + closing.size();
    const bool reported = contains(inside, "社") || contains(inside, "记者") || contains(inside, "記者") || contains(inside, "本报讯") || contains(inside, "本報訊");
    return reported && dateline_closings.at_end(inside) != 0 && reach.size() > end + closing.size() ? end + closing.size() : 0;
}

/// Length of a dateline's head that begins the line: 本报讯, 新华社北京6月18日电, [한빛일보 …]. 0: none.
constexpr std::size_t dateline_size(std::string_view content) noexcept {
    const std::size_t plain = own_datelines.at_start(content);
    if (plain != 0) return plain;
    const std::size_t agency = agencies.at_start(content);
    const std::string_view reach = head(content, 90);
    if (agency != 0) {
        std::size_t at = agency;
        while (at < reach.size()) {
            const std::string_view rest = tail(reach, at);
            const std::size_t mark = dateline_ends.at_start(rest);
            if (mark != 0) return at + mark;
            if (dateline_stops.at_start(rest) != 0) return 0;
            at += utf8_decode(rest.data(), rest.data() + rest.size()).size;
        }
    }
    return bracketed_dateline_size(reach);
}

/// An agency or a paper at the line's beginning whose 讯 or 电 may have gone to the next line.
constexpr bool is_open_dateline(std::string_view content) noexcept {
    if (own_datelines.at_start(content) != 0) return false;
    const std::size_t agency = open_agencies.at_start(content);
    return agency != 0 && !contains(content, "。") && !contains(content, "，") && dateline_size(content) == 0;
}

constexpr bool is_jump(std::string_view text) noexcept {
    return contains(text, "版") || contains(text, "页") || contains(text, "頁") || contains(text, "面") || contains(text, "면");
}

/// Length of a letter or a small Roman number that counts: a, B, iv.
constexpr std::size_t letter_number_size(std::string_view text) noexcept {
    std::size_t size = 0;
    while (size < text.size() && (text[size] == 'i' || text[size] == 'v' || text[size] == 'x')) ++size;
    if (size != 0) return size;
    const unsigned letter = text.empty() ? 0U : octet(text[0]) | 0x20U;
    return letter >= 'a' && letter <= 'z' ? 1 : 0;
}

/// Length of 1. 1) (1) (a) (iv) ① 1、 at the beginning, 0 when there is none. A decimal (1.5) is none.
constexpr std::size_t number_item_size(std::string_view content) noexcept {
    const char32_t first = first_of(content);
    if ((first >= 0x2460 && first <= 0x249B) || (first >= 0x2776 && first <= 0x2793)) return 3;
    std::size_t at = first == U'(' || first == 0xFF08 ? utf8_size(first) : 0;
    const std::size_t opened = at;
    while (at < content.size() && at < opened + 3 && content[at] >= '0' && content[at] <= '9') ++at;
    if (at == opened && opened != 0) at += letter_number_size(tail(content, at));
    if (at == opened || at == content.size()) return 0;
    const std::string_view rest = tail(content, at);
    const std::size_t mark = opened != 0 ? closing_marks.at_start(rest) : item_marks.at_start(rest);
    if (mark == 0) return 0;
    const std::string_view behind = tail(rest, mark);
    const bool decimal = rest[0] == '.' && !behind.empty() && behind[0] >= '0' && behind[0] <= '9';
    return decimal ? 0 : at + mark;
}

/// 一、 （一） 第三章 at the beginning.
constexpr bool is_section(std::string_view content) noexcept {
    const std::size_t opened = section_openers.at_start(content);
    std::size_t at = opened;
    std::size_t count = 0;
    while (const std::size_t digit = numerals.at_start(tail(content, at))) {
        at += digit;
        if (++count > 4) return false;
    }
    if (count == 0) return false;
    const std::string_view rest = tail(content, at);
    if (opened == 0) return section_marks.at_start(rest) != 0;
    if (starts_with(content, "第")) return section_names.at_start(rest) != 0;
    return closing_marks.at_start(rest) != 0;
}

/// Digits of ASCII from `at` on, three at most.
constexpr std::size_t digits_at(std::string_view text, std::size_t at) noexcept {
    std::size_t size = 0;
    while (size < 4 && at + size < text.size() && text[at + size] >= '0' && text[at + size] <= '9') ++size;
    return size < 4 ? size : 0;
}

/// 2.1 and 8.2.4. before a space, 第4章, 第 4 章 at the beginning.
constexpr bool is_heading_number(std::string_view content) noexcept {
    constexpr std::string_view ordinal = "第";
    const bool named = starts_with(content, ordinal);
    std::size_t at = !named ? 0 : ordinal.size() + (content.size() > ordinal.size() && content[ordinal.size()] == ' ');
    std::size_t parts = 0;
    for (std::size_t size = digits_at(content, at); size != 0; size = digits_at(content, at)) {
        at += size;
        ++parts;
        if (named || at == content.size() || content[at] != '.') break;
        ++at;
    }
    if (parts == 0 || at == content.size()) return false;
    return named ? section_names.at_start(tail(content, at + (content[at] == ' '))) != 0 : parts > 1 && content[at] == ' ';
}

constexpr bool is_rule(std::string_view content) noexcept {
    const char mark = content[0];
    if (content.size() < 3 || (mark != '-' && mark != '=' && mark != '*' && mark != '_' && mark != '~' && mark != '+')) return false;
    for (const char c : content) {
        if (c != mark && c != '-' && c != '=' && c != '+' && c != ' ') return false;
    }
    return true;
}

/// `# heading`, `| row |`, fences, rules.
constexpr bool is_markup(std::string_view content) noexcept {
    if (content[0] == '#') {
        std::size_t at = 0;
        while (at < content.size() && content[at] == '#') ++at;
        return at <= 6 && at < content.size() && content[at] == ' ';
    }
    if (content[0] == '|') return content.size() > 1 && content[content.size() - 1] == '|';
    return starts_with(content, "```") || starts_with(content, "~~~") || is_rule(content) || starts_with(content, "![");
}

constexpr bool is_ascii_item(std::string_view content) noexcept {
    const char mark = content[0];
    return (mark == '*' || mark == '-' || mark == '+') && content.size() > 1 && content[1] == ' ';
}

/// A page number: digits, and blanks, dashes and words for pages around: 12, - 12 -, — 12 —, 3/12, 第 12 页, Page 3 of 12.
constexpr bool is_folio(std::string_view content) noexcept {
    std::size_t digits = 0;
    for (std::size_t at = 0; at < content.size();) {
        const std::string_view rest = tail(content, at);
        if (const std::size_t word = folio_words.at_start(rest)) {
            at += word;
            continue;
        }
        const char32_t c = first_of(rest);
        const bool digit = c >= U'0' && c <= U'9';
        digits += digit;
        if (!digit && c != U' ' && c != U'/' && c != U'.' && c != U'·' && edge_of(c) != edge::dash) return false;
        at += utf8_size(c);
    }
    return digits != 0 && digits <= 8;
}

/// （下转第三版） somewhere in the line.
constexpr bool ends_in_jump(std::string_view content) noexcept {
    const std::size_t plain = find_text(content, "下转");
    const std::size_t to = plain != not_found ? plain : find_text(content, "下轉");
    return to != not_found && is_jump(tail(content, to));
}

/// The first bracket closes at the line's end.
constexpr bool is_enclosed(std::string_view content) noexcept {
    const std::string_view inside = tail(content, 3);
    return starts_with(content, "（") && inside.size() >= 3 && find_text(inside, "）") == inside.size() - 3;
}

/// 星期四, 木曜日, 목요일 within the line.
constexpr bool has_weekday(std::string_view content) noexcept {
    return contains(content, "星期") || contains(content, "曜日") || contains(content, "요일");
}

/// The last word is an e-mail address.
constexpr bool is_contact(std::string_view content) noexcept {
    const std::size_t at = find_text(content, "@");
    if (at == not_found || at == 0 || content[at - 1] == ' ') return false;
    const std::string_view domain = tail(content, at);
    return contains(domain, ".") && !contains(domain, " ") && !ends_with(domain, ".");
}

/// Dots in a row, of one of four kinds: looked for all at once.
constexpr bool has_leader(std::string_view content) noexcept {
    const char* const last = content.data() + content.size();
    for (const char* at = content.data(); (at = skip_han(at, last)) != last; ++at) {
        if (*at != '.' && octet(*at) != 0xE2 && octet(*at) != 0xC2) continue;
        if (leaders.at_start(slice(at, last)) != 0) return true;
    }
    return false;
}

/// A caption that ends in who took the picture: Photo: Jane Doe, /사진=홍길동. The name is short.
constexpr bool ends_in_photo_credit(std::string_view content) noexcept {
    constexpr std::size_t longest_name = 40;
    for (std::size_t at = content.size(); at > 0 && content.size() - at < longest_name; --at) {
        if (content[at - 1] == ':' || content[at - 1] == '=') return photo_words.at_end(head(content, at - 1)) != 0;
    }
    return false;
}

/// Three or more capitals, and a space or a comma.
constexpr bool starts_in_capitals(std::string_view content) noexcept {
    std::size_t size = 0;
    while (size < content.size() && content[size] >= 'A' && content[size] <= 'Z') ++size;
    return size >= 3 && size < content.size() && (content[size] == ' ' || content[size] == ',');
}

constexpr unsigned item_shapes(std::string_view content, char32_t first) noexcept {
    unsigned shape = 0;
    if (is_bullet(first) || is_ascii_item(content)) shape |= shape_item;
    else if (number_item_size(content) != 0) shape |= shape_number_item;
    else if (is_section(content)) shape |= shape_section;
    else if (is_heading_number(content)) shape |= shape_heading;
    else if (dash_marks.at_start(content) != 0) shape |= shape_dash;
    if (content[0] == '>') shape |= shape_quote;
    if (is_markup(content)) shape |= shape_markup;
    return shape;
}

/// A scale or a currency that goes on from a number, and is not the head of a word (万科, 元旦): a unit, a mark or the line's
/// end follows.
constexpr bool starts_with_unit(std::string_view content) noexcept {
    if (sure_units.at_start(content) != 0) return true;
    const std::size_t size = unit_heads.at_start(content);
    if (size == 0) return false;
    const std::string_view rest = tail(content, size);
    const token_kind next = kind_of(first_of(rest));
    return rest.empty() || next == token_kind::punctuation || next == token_kind::space || next == token_kind::digits ||
           behind_units.at_start(rest) != 0;
}

/// What the line's first character may begin.
constexpr unsigned beginning_shapes(std::string_view content, unsigned width, char32_t first) noexcept {
    unsigned shape = item_shapes(content, first);
    if (jump_openers.at_start(content) != 0) shape |= shape_jump_alone;
    if (dots.at_start(content) != 0) shape |= shape_dots;
    if (starts_with_unit(content)) shape |= shape_unit;
    if (is_byline(content, width, first)) shape |= shape_byline;
    if (dateline_size(content) != 0) shape |= shape_dateline;
    else if (is_open_dateline(content)) shape |= shape_open_dateline;
    if (from_openers.at_start(content) != 0) shape |= shape_jump_from;
    if (starts_with(content, "Continued on")) shape |= shape_jump_to;
    if (editor_words.at_start(content) != 0 && width <= 30 * 4) shape |= shape_editor;
    if (caption_words.at_start(content) != 0) shape |= shape_caption;
    return shape;
}

constexpr bool ends_in_digit_mark(std::string_view content) noexcept {
    const std::size_t mark = digit_marks.at_end(content);
    if (mark == 0 || content.size() == mark) return false;
    return kind_of(last_of(head(content, content.size() - mark))) == token_kind::digits;
}

/// What the line's last character may end.
constexpr unsigned end_shapes(std::string_view content, unsigned width) noexcept {
    unsigned shape = 0;
    if (ends_as_byline(content, width)) shape |= shape_byline;
    if (ends_in_digit_mark(content)) shape |= shape_digit_mark;
    if (to_ends.at_end(content) != 0) shape |= shape_jump_to;
    if (from_ends.at_end(content) != 0) shape |= shape_jump_from;
    const std::size_t credit = width <= 24 * 4 ? credit_ends.at_end(content) : 0;
    if (credit != 0 && kind_of(last_of(head(content, content.size() - credit))) != token_kind::digits) shape |= shape_credit;  // 17摄|氏度
    if (width <= 10 * 4 && colons.at_end(content) != 0) shape |= shape_label;
    return shape;
}

/// What its counts make possible, whatever its ends are.
constexpr unsigned inner_shapes(std::string_view content, const line_facts& facts) noexcept {
    unsigned shape = 0;
    const unsigned width = facts.width;
    if (facts.digits != 0 && facts.letters + facts.ideographs + facts.hanguls <= 7 && width <= 12 * 4 && is_folio(content)) shape |= shape_folio;
    if ((facts.traits & trait_dots) != 0 && content.size() > 8 && has_leader(content)) shape |= shape_leader;
    if ((facts.traits & trait_brackets) != 0) {
        if (facts.last == edge::closer && ends_in_jump(content)) shape |= shape_jump_to;
        if (facts.first == edge::opener && facts.last == edge::closer && width <= 30 * 4 && is_enclosed(content)) shape |= shape_enclosed;
    }
    if (facts.hanguls != 0 && facts.spaces != 0 && width <= 24 * 4 && contains(content, " 기자 ")) shape |= shape_byline;
    const bool begins_as_date = facts.first == edge::digit || facts.first_byte == 0xE6;  // 星, 曜, 木
    if (begins_as_date && facts.digits >= 4 && facts.digits <= 12 && width <= 40 * 4 && has_weekday(content)) shape |= shape_date;
    if (facts.others != 0 && facts.letters + facts.hanguls >= 2 && ends_in_photo_credit(content)) shape |= shape_credit;
    if (facts.letters >= 4 && (facts.traits & trait_capitals) == 0 && starts_in_capitals(content)) shape |= shape_capitals;
    if (facts.others != 0 && facts.letters >= 6 && facts.ideographs == 0 && width <= 30 * 4 && is_contact(content)) shape |= shape_contact;
    return shape;
}

/// Characters, folded to so many bits: a character of the set is found, of the others one in ten.
struct character_set {
    std::uint32_t bits[32] = {};

    constexpr explicit character_set(std::string_view members) noexcept {
        const char* at = members.data();
        const char* const last = at + members.size();
        while (at != last) {
            const std::uint32_t place = place_of(utf8_next(at, last).code_point);
            bits[place / 32] |= std::uint32_t{1} << place % 32;
        }
    }
    constexpr bool contains(char32_t c) const noexcept { return (bits[place_of(c) / 32] >> place_of(c) % 32 & 1U) != 0; }

private:
    static constexpr std::uint32_t place_of(char32_t c) noexcept { return static_cast<std::uint32_t>(c) * 0x9E3779B1U >> 22; }
};

/// The ideographs and letters that begin or end one of the texts above. Every other kind of character is looked at.
inline constexpr character_set beginners{
    "本记記通特作译譯著实實图圖文撰新中央据據人光经經责責来编校版美制策編上下亿億万萬元円一二三四五六七八九十百〇零第囗口写"
    "억만조원사BCP"};
inline constexpr character_set enders{"자원者导導道속짐く摄攝图圖文影"};

/// Letters and ideographs that are in no text of the set have no shape, nor have quotation marks that open.
constexpr bool may_be_of(const character_set& set, char32_t c, edge kind) noexcept {
    switch (kind) {
        case edge::ideograph: case edge::hangul: case edge::upper: case edge::lower: return set.contains(c);
        case edge::opener: return c == U'(' || c == U'[' || c == 0xFF08 || c == 0x3010 || c == 0x3014;
        case edge::stop: case edge::comma: case edge::semicolon: return c == 0x2026 || c == U'!';
        default: return true;
    }
}

/// The shape bits of a line's content, which is not empty, from its text and what was counted in it.
constexpr std::uint32_t shape_of(std::string_view content, const line_facts& facts, char32_t first, char32_t last) noexcept {
    unsigned shape = inner_shapes(content, facts);
    if (may_be_of(beginners, first, facts.first)) shape |= beginning_shapes(content, facts.width, first);
    if (may_be_of(enders, last, facts.last)) shape |= end_shapes(content, facts.width);
    return shape;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_SHAPES_HPP
