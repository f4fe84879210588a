// galley: what a line is by its look alone: a byline, a dateline, a list item, a page number.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_LINE_SHAPES_HPP
#define GALLEY_DETAIL_LINE_SHAPES_HPP

#include <galley/config.hpp>
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
    shape_digit_mark = 65536,    ///< ends in a digit and one of . : /
    shape_jump_alone = 131072,   ///< （下转 at the beginning
    shape_dots = 262144,     ///< .. or …… at the beginning
    shape_unit = 524288,     ///< a scale, a currency or % at the beginning
};

inline constexpr std::uint32_t article_shape_bits = shape_byline | shape_dateline | shape_jump_to | shape_jump_from | shape_credit | shape_open_dateline |
                                                    shape_editor | shape_jump_alone;
inline constexpr std::uint32_t list_shape_bits = shape_item | shape_number_item | shape_section | shape_dash;

constexpr bool is_bullet(char32_t c) noexcept {
    switch (c) {
        case 0x2022: case 0x2023: case 0x2043: case 0x203B: case 0x25A0: case 0x25A1: case 0x25B2: case 0x25B3: case 0x25B6:
        case 0x25B8: case 0x25BA: case 0x25BC: case 0x25BD: case 0x25C6: case 0x25C7: case 0x25CB: case 0x25CE: case 0x25CF: case 0x25E6:
        case 0x2605: case 0x2606: case 0x2660: case 0x2663: case 0x2665: case 0x2666: case 0x25AA: case 0x25AB: case 0x2713:
        case 0x2714: case 0x27A4: case 0x2756: return true;
        default: return false;
    }
}

/// Skips white space at the beginning.
constexpr std::string_view skip_blanks(std::string_view text) noexcept {
    while (!text.empty()) {
        const decoded character = utf8_decode(text.data(), text.data() + text.size());
        if (!is_blank(character.code_point)) break;
        text = tail(text, character.size);
    }
    return text;
}

/// What introduces a reporter; a line that holds little else is a byline.
inline constexpr std::string_view reporter_words =
    "本报记者 本報記者 本报通讯员 本報通訊員 本报特约 本报实习 本刊记者 本刊記者 本台记者 新华社记者 新華社記者 人民网记者 记者 記者 通讯员 通訊員 "
    "特约通讯员 实习记者 实习生 特派记者 特派員 文/ 文／ 图/ 图／ 图文/ 撰文";

constexpr bool is_byline(std::string_view content, unsigned width, char32_t first) noexcept {
    if (width > 30 * 4) return false;
    const bool boxed = is_bullet(first) || first == 0x56D7 || first == 0x53E3 || first == 0x2610;  // 囗 口 ☐: how □ is misread
    std::string_view rest = boxed ? skip_blanks(tail(content, utf8_size(first))) : content;
    if (first == 0xFF08 || first == U'(') rest = tail(rest, utf8_size(first));
    const std::size_t word = starts_with_any(rest, reporter_words);
    const bool sentence = contains(content, "。") || contains(content, "，") || contains(content, "：");
    if (word != 0) return !sentence && !ends_with_any(content, "报道： 讯 电") && width - 4 * (word / 3) <= 24 * 4;
    if (ends_with_any(content, "기자 특파원 記者 记者")) return !sentence && width <= 16 * 4;
    return contains(content, " 기자 ") && width <= 24 * 4;
}

/// Length of a dateline's head that begins the line: 本报讯, 新华社北京6月18日电, [한빛일보 …]. 0: none.
constexpr std::size_t dateline_size(std::string_view content) noexcept {
    const std::size_t plain = starts_with_any(content, "本报讯 本報訊 本报电 本网讯 本網訊 本台讯 本刊讯 本报综合");
    if (plain != 0) return plain;
    const std::size_t agency = starts_with_any(content, "新华社 新華社 中新社 中新网 中央社 本报 本報 据新华社 據新華社 央视 人民网 新华网 光明日报 经济日报");
    const std::string_view reach = head(content, 90);
    if (agency != 0) {
        std::size_t at = agency;
        while (at < reach.size()) {
            const std::string_view rest = tail(reach, at);
            const std::size_t mark = starts_with_any(rest, "电 電 讯 訊");
            if (mark != 0) return at + mark;
            if (starts_with_any(rest, "， 。 、 ； ： “ 」 ”") != 0) return 0;
            at += utf8_decode(rest.data(), rest.data() + rest.size()).size;
        }
    }
    return 0;
}

/// An agency or a paper at the line's beginning whose 讯 or 电 may have gone to the next line.
constexpr bool is_open_dateline(std::string_view content) noexcept {
    if (starts_with_any(content, "本报讯 本報訊 本网讯") != 0) return false;
    const std::size_t agency = starts_with_any(content, "新华社 新華社 中新社 中央社 本报北京 本报上海");
    return agency != 0 && !contains(content, "。") && !contains(content, "，") && dateline_size(content) == 0;
}

constexpr bool is_jump(std::string_view text) noexcept {
    return contains(text, "版") || contains(text, "页") || contains(text, "頁") || contains(text, "面") || contains(text, "면");
}

/// Length of 1. 1) (1) ① 1、 at the beginning, 0 when there is none. A decimal (1.5) is none.
constexpr std::size_t number_item_size(std::string_view content) noexcept {
    const char32_t first = first_of(content);
    if ((first >= 0x2460 && first <= 0x249B) || (first >= 0x2776 && first <= 0x2793)) return 3;
    std::size_t at = first == U'(' || first == 0xFF08 ? utf8_size(first) : 0;
    const std::size_t opened = at;
    while (at < content.size() && at < opened + 3 && content[at] >= '0' && content[at] <= '9') ++at;
    if (at == opened || at == content.size()) return 0;
    const std::string_view rest = tail(content, at);
    const std::size_t mark = starts_with_any(rest, opened != 0 ? ") ）" : ". ) ） 、 ．");
    if (mark == 0) return 0;
    const std::string_view behind = tail(rest, mark);
    const bool decimal = rest[0] == '.' && !behind.empty() && behind[0] >= '0' && behind[0] <= '9';
    return decimal ? 0 : at + mark;
}

/// 一、 （一） 第三章 at the beginning.
constexpr bool is_section(std::string_view content) noexcept {
    constexpr std::string_view numerals = "一 二 三 四 五 六 七 八 九 十 百 〇 零";
    const std::size_t opened = starts_with_any(content, "（ ( 第");
    std::size_t at = opened;
    std::size_t count = 0;
    while (const std::size_t digit = starts_with_any(tail(content, at), numerals)) {
        at += digit;
        if (++count > 4) return false;
    }
    if (count == 0) return false;
    const std::string_view rest = tail(content, at);
    if (opened == 0) return starts_with_any(rest, "、 ．") != 0;
    if (starts_with(content, "第")) return starts_with_any(rest, "章 节 節 条 條 部分 编 編 回 卷") != 0;
    return starts_with_any(rest, "） )") != 0;
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

constexpr bool is_folio(std::string_view content) noexcept {
    std::size_t digits = 0;
    for (const char c : content) {
        const bool digit = c >= '0' && c <= '9';
        digits += digit;
        if (!digit && c != ' ' && c != '-' && c != '/' && c != '.') return false;
    }
    return digits != 0 && digits <= 8;
}

constexpr bool has_leader(std::string_view content) noexcept {
    return contains(content, "....") || contains(content, ". . . ") || contains(content, "………") || contains(content, "····");
}

constexpr std::uint16_t item_shapes(std::string_view content, char32_t first) noexcept {
    unsigned shape = 0;
    if (is_bullet(first) || is_ascii_item(content)) shape |= shape_item;
    else if (number_item_size(content) != 0) shape |= shape_number_item;
    else if (is_section(content)) shape |= shape_section;
    else if (starts_with_any(content, "—— ―― ── －－ --") != 0) shape |= shape_dash;
    if (content[0] == '>') shape |= shape_quote;
    if (is_markup(content)) shape |= shape_markup;
    return static_cast<std::uint16_t>(shape);
}

constexpr std::uint16_t article_shapes(std::string_view content, unsigned width, char32_t first) noexcept {
    unsigned shape = 0;
    if (is_byline(content, width, first)) shape |= shape_byline;
    if (dateline_size(content) != 0) shape |= shape_dateline;
    else if (is_open_dateline(content)) shape |= shape_open_dateline;
    const std::size_t to = find_text(content, "下转");
    if ((to != not_found && is_jump(tail(content, to))) || ends_with_any(content, "에서 계속) 에 계속)") != 0) shape |= shape_jump_to;
    if (starts_with_any(content, "（上接 (上接 【上接 ▲上接 ■上接 上接第 ▶上接") != 0 || contains(content, "면에서 이어짐")) shape |= shape_jump_from;
    const bool marked = ends_with_any(content, "摄 攝 摄） 攝） 供图 供图） 供圖） 制图 制图） 发） 發） 摄/文") != 0;
    if (marked && width <= 24 * 4) shape |= shape_credit;
    if (starts_with_any(content, "责任编辑 責任編輯 责编 责任校对 来源： 编辑： 校对： 版式 美编 制图： 策划：") != 0 && width <= 30 * 4) shape |= shape_editor;
    return static_cast<std::uint16_t>(shape);
}

constexpr bool ends_in_digit_mark(std::string_view content) noexcept {
    const std::size_t mark = ends_with_any(content, ". : / ．");
    if (mark == 0 || content.size() == mark) return false;
    return kind_of(last_of(head(content, content.size() - mark))) == token_kind::digits;
}

/// A scale or a currency that goes on from a number, and is not the head of a word (万科, 元旦): a unit, a mark or the line's
/// end follows.
constexpr bool starts_with_unit(std::string_view content) noexcept {
    if (starts_with_any(content, "亿 億 억 % ％") != 0) return true;
    const std::size_t size = starts_with_any(content, "万 萬 만 조 元 円 원");
    if (size == 0) return false;
    const std::string_view rest = tail(content, size);
    const token_kind next = kind_of(first_of(rest));
    return rest.empty() || next == token_kind::punctuation || next == token_kind::space || next == token_kind::digits ||
           starts_with_any(rest, "元 円 원 美 人 亩 畝 吨 噸 户 戶 个 個 台 平 公 次 辆 輛 千 斤 只 株 以 左 多 余 餘") != 0;
}

/// The shape bits of a line's content, which is not empty; `width` in quarter ems.
constexpr std::uint32_t shape_of(std::string_view content, unsigned width) noexcept {
    const char32_t first = first_of(content);
    std::uint32_t shape = item_shapes(content, first);
    if (ends_in_digit_mark(content)) shape |= shape_digit_mark;
    if (starts_with_any(content, "（下转 (下转 （下轉") != 0) shape |= shape_jump_alone;
    if (starts_with_any(content, ".. ……") != 0) shape |= shape_dots;
    if (starts_with_unit(content)) shape |= shape_unit;
    if (width <= 12 * 4 && is_folio(content)) shape |= shape_folio;
    if (content.size() > 8 && has_leader(content)) shape |= shape_leader;
    shape |= article_shapes(content, width, first);
    if (width <= 10 * 4 && ends_with_any(content, "： :") != 0) shape |= shape_label;
    return shape;
}

}  // namespace detail::page
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_LINE_SHAPES_HPP
