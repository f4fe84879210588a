// galley: the characters that numerals are written with.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_NUMBER_SYMBOLS_HPP
#define GALLEY_DETAIL_NUMBER_SYMBOLS_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN
namespace detail::numeral {

/// Apart from its caller in small images, whose stack frame it would enlarge.
#if GALLEY_BLOCKS
#define GALLEY_DETAIL_APART
#else
#define GALLEY_DETAIL_APART GALLEY_NOINLINE
#endif

enum class numeral_class : std::uint8_t {
    none,
    digit,  ///< value 0 to 9
    unit,   ///< 十 百 千: multiplies one digit by 10^value
    tens,   ///< 廿 卅 卌: value times ten in one character
    scale,  ///< 万 亿 兆: multiplies a whole section by 10^value
    few,    ///< 几 数: an unknown digit
    half,   ///< 半: a number of its own, before some units
};

inline constexpr std::uint8_t financial = 1;    ///< a form for cheques; most are words of their own (陆, 参, 伍)
inline constexpr std::uint8_t couple = 2;       ///< 两: first digit only, never in a string of digits
inline constexpr std::uint8_t string_only = 4;  ///< 幺: in a string of digits alone
inline constexpr std::uint8_t rare = 8;         ///< 京 and above: other words but for their place in a numeral
inline constexpr std::uint8_t hangul = 16;

/// What a character means in a numeral, in two bytes.
class numeral_symbol {
public:
    constexpr numeral_symbol() noexcept = default;
    constexpr numeral_symbol(numeral_class type, std::uint8_t value, unsigned flags) noexcept
        : bits_(static_cast<std::uint16_t>(static_cast<unsigned>(type) | flags << 3 | static_cast<unsigned>(value) << 8)) {}

    constexpr numeral_class type() const noexcept { return static_cast<numeral_class>(bits_ & 7); }
    constexpr std::uint8_t flags() const noexcept { return static_cast<std::uint8_t>(bits_ >> 3 & 31); }
    constexpr std::uint8_t value() const noexcept { return static_cast<std::uint8_t>(bits_ >> 8); }
    constexpr bool is(numeral_class wanted) const noexcept { return type() == wanted; }

private:
    std::uint16_t bits_ = 0;
};

struct symbol_entry {
    std::uint16_t code_point = 0;
    numeral_symbol symbol;

    constexpr symbol_entry() noexcept = default;
    constexpr symbol_entry(std::uint16_t c, numeral_class type, std::uint8_t value, unsigned flags) noexcept : code_point(c), symbol(type, value, flags) {}
};

// Sorted. Unicode's kNumeric properties hold more; these are the ones in use in zh, ja and ko.
inline constexpr symbol_entry numeral_symbols[] = {
#if GALLEY_NUMBER_CJK
    {0x25CB, numeral_class::digit, 0, 0},  // ○
    {0x3007, numeral_class::digit, 0, 0},  // 〇
    {0x4E00, numeral_class::digit, 1, 0},  // 一
    {0x4E03, numeral_class::digit, 7, 0},  // 七
    {0x4E07, numeral_class::scale, 4, 0},  // 万
    {0x4E09, numeral_class::digit, 3, 0},  // 三
    {0x4E24, numeral_class::digit, 2, couple},  // 两
    {0x4E5D, numeral_class::digit, 9, 0},  // 九
    {0x4E8C, numeral_class::digit, 2, 0},  // 二
    {0x4E94, numeral_class::digit, 5, 0},  // 五
    {0x4EAC, numeral_class::scale, 16, rare},  // 京
    {0x4EBF, numeral_class::scale, 8, 0},  // 亿
    {0x4EDF, numeral_class::unit, 3, financial},  // 仟
    {0x4F0D, numeral_class::digit, 5, financial},  // 伍
    {0x4F55, numeral_class::few, 1, 0},  // 何
    {0x4F70, numeral_class::unit, 2, financial},  // 佰
    {0x4FE9, numeral_class::digit, 2, couple},  // 俩
    {0x5006, numeral_class::digit, 2, couple},  // 倆
    {0x5104, numeral_class::scale, 8, 0},  // 億
    {0x5146, numeral_class::scale, 12, 0},  // 兆
    {0x5169, numeral_class::digit, 2, couple},  // 兩
    {0x516B, numeral_class::digit, 8, 0},  // 八
    {0x516D, numeral_class::digit, 6, 0},  // 六
    {0x51E0, numeral_class::few, 1, 0},  // 几
    {0x5341, numeral_class::unit, 1, 0},  // 十
    {0x5343, numeral_class::unit, 3, 0},  // 千
    {0x5344, numeral_class::tens, 2, 0},  // 卄
    {0x5345, numeral_class::tens, 3, 0},  // 卅
    {0x534A, numeral_class::half, 0, 0},  // 半
    {0x534C, numeral_class::tens, 4, 0},  // 卌
    {0x53C1, numeral_class::digit, 3, financial},  // 叁
    {0x53C2, numeral_class::digit, 3, financial},  // 参
    {0x53C3, numeral_class::digit, 3, financial},  // 參
    {0x53C4, numeral_class::digit, 3, financial},  // 叄
    {0x56DB, numeral_class::digit, 4, 0},  // 四
    {0x5793, numeral_class::scale, 20, rare},  // 垓
    {0x58F1, numeral_class::digit, 1, financial},  // 壱
    {0x58F9, numeral_class::digit, 1, financial},  // 壹
    {0x5E7A, numeral_class::digit, 1, string_only},  // 幺
    {0x5E7E, numeral_class::few, 1, 0},  // 幾
    {0x5EFF, numeral_class::tens, 2, 0},  // 廿
    {0x5F0D, numeral_class::digit, 2, financial},  // 弍
    {0x5F10, numeral_class::digit, 2, financial},  // 弐
    {0x62FE, numeral_class::unit, 1, financial},  // 拾
    {0x634C, numeral_class::digit, 8, financial},  // 捌
    {0x6570, numeral_class::few, 1, 0},  // 数
    {0x6578, numeral_class::few, 1, 0},  // 數
    {0x6700, numeral_class::none, 0, 0},  // 最 of 最初の
    {0x67D2, numeral_class::digit, 7, financial},  // 柒
    {0x6E9D, numeral_class::scale, 32, rare},  // 溝
    {0x6F97, numeral_class::scale, 36, rare},  // 澗
    {0x7396, numeral_class::digit, 9, financial},  // 玖
    {0x767E, numeral_class::unit, 2, 0},  // 百
    {0x79ED, numeral_class::scale, 24, rare},  // 秭
    {0x7A70, numeral_class::scale, 28, rare},  // 穰
    {0x8086, numeral_class::digit, 4, financial},  // 肆
    {0x842C, numeral_class::scale, 4, 0},  // 萬
    {0x8CAE, numeral_class::digit, 2, financial},  // 貮
    {0x8CB3, numeral_class::digit, 2, financial},  // 貳
    {0x8D30, numeral_class::digit, 2, financial},  // 贰
    {0x9646, numeral_class::digit, 6, financial},  // 陆
    {0x9678, numeral_class::digit, 6, financial},  // 陸
    {0x96F6, numeral_class::digit, 0, 0},  // 零
#endif
#if GALLEY_NUMBER_HANGUL
    {0xACBD, numeral_class::scale, 16, hangul},  // 경
    {0xAD6C, numeral_class::digit, 9, hangul},  // 구
    {0xB9CC, numeral_class::scale, 4, hangul},  // 만
    {0xBC18, numeral_class::half, 0, hangul},  // 반
    {0xBC31, numeral_class::unit, 2, hangul},  // 백
    {0xBA87, numeral_class::few, 1, hangul},  // 몇
    {0xC0AC, numeral_class::digit, 4, hangul},  // 사
    {0xC0BC, numeral_class::digit, 3, hangul},  // 삼
    {0xC218, numeral_class::few, 1, hangul},  // 수
    {0xC2ED, numeral_class::unit, 1, hangul},  // 십
    {0xC5B5, numeral_class::scale, 8, hangul},  // 억
    {0xC601, numeral_class::digit, 0, hangul},  // 영
    {0xC624, numeral_class::digit, 5, hangul},  // 오
    {0xC721, numeral_class::digit, 6, hangul},  // 육
    {0xC774, numeral_class::digit, 2, hangul},  // 이
    {0xC77C, numeral_class::digit, 1, hangul},  // 일
    {0xC870, numeral_class::scale, 12, hangul},  // 조
    {0xCC9C, numeral_class::unit, 3, hangul},  // 천
    {0xCE60, numeral_class::digit, 7, hangul},  // 칠
    {0xD314, numeral_class::digit, 8, hangul},  // 팔
#endif
    {0, numeral_class::none, 0, 0},  // never empty
};
inline constexpr std::size_t numeral_symbol_count = sizeof(numeral_symbols) / sizeof(numeral_symbols[0]);

/// No character below is one of them.
inline constexpr char32_t first_symbol = 0x25CB;

/// Whether numerals are read that are not made of the digits 0 to 9.
inline constexpr bool reads_numerals = GALLEY_NUMBER_CJK || GALLEY_NUMBER_HANGUL;

/// A radical of U+2E80 to U+2FDF and the character that it stands for where a font of a PDF file has mixed the two up.
struct radical_entry {
    std::uint16_t radical;
    std::uint16_t character;
};

// Those that numerals, units and marks beside them are written with.
inline constexpr radical_entry number_radicals[] = {
#if GALLEY_NUMBER_CJK
    {0x2ECB, 0x8F66}, {0x2ED4, 0x95E8}, {0x2EDA, 0x9875}, {0x2F00, 0x4E00}, {0x2F06, 0x4E8C}, {0x2F08, 0x4EBA}, {0x2F0B, 0x516B}, {0x2F12, 0x529B},
    {0x2F17, 0x5341}, {0x2F1D, 0x53E3}, {0x2F24, 0x5927}, {0x2F29, 0x5C0F}, {0x2F3E, 0x6237}, {0x2F44, 0x65A4}, {0x2F45, 0x65B9}, {0x2F47, 0x65E5},
    {0x2F49, 0x6708}, {0x2F64, 0x7528}, {0x2F6C, 0x76EE}, {0x2F76, 0x7C73}, {0x2F9E, 0x8ECA}, {0x2FA5, 0x91CC}, {0x2FAF, 0x9762},
#endif
    {0, 0},
};

/// The character itself, or what it stands for.
constexpr char32_t folded(char32_t c) noexcept {
    if (c - 0x2E80 < 0x160) {
        for (const radical_entry& entry : number_radicals) {
            if (entry.radical == c) return entry.character;
        }
    }
    return c;
}

/// The symbols by a hash of their code points; where tables may be larger, one for each value of the hash at most.
struct symbol_table {
    static constexpr unsigned bits = GALLEY_BLOCKS ? 8 : 6;
    symbol_entry entries[numeral_symbol_count];
    std::uint8_t starts[(std::size_t{1} << bits) + 1] = {};
    std::size_t longest = 0;  ///< the most that have the same hash

    /// The multiplier was found by trial.
    static constexpr std::size_t hash(char32_t c) noexcept { return static_cast<std::uint32_t>(static_cast<std::uint32_t>(c) * 0xF5F98AABU) >> (32 - bits); }

    constexpr symbol_table() noexcept : entries{} {
        std::size_t count = 0;
        for (std::size_t bucket = 0; bucket >> bits == 0; ++bucket) {
            for (const symbol_entry& entry : numeral_symbols) {
                if (entry.code_point != 0 && hash(entry.code_point) == bucket) entries[count++] = entry;
            }
            starts[bucket + 1] = static_cast<std::uint8_t>(count);
            if (count - starts[bucket] > longest) longest = count - starts[bucket];
        }
    }

    constexpr const symbol_entry* find(char32_t c) const noexcept {
        const symbol_entry* entry = entries + starts[hash(c)];
        if (GALLEY_BLOCKS) return entry->code_point == c ? entry : nullptr;
        for (const symbol_entry* const last = entries + starts[hash(c) + 1]; entry != last; ++entry) {
            if (entry->code_point == c) return entry;
        }
        return nullptr;
    }
};

inline constexpr symbol_table symbols_by_hash;
static_assert(!GALLEY_BLOCKS || symbols_by_hash.longest <= 1);

/// Whether a character is part of numerals, for the loop that sees every character.
constexpr bool is_symbol(char32_t c) noexcept { return reads_numerals && symbols_by_hash.find(c) != nullptr; }

/// The symbol of a character, of class none when it is not part of numerals.
constexpr numeral_symbol find_symbol(char32_t c) noexcept {
    if (!reads_numerals) return {};
    const symbol_entry* const entry = symbols_by_hash.find(folded(c));
    return entry != nullptr ? entry->symbol : numeral_symbol{};
}

/// 0 to 9 for ASCII and full-width digits, else -1.
constexpr int decimal_digit(char32_t c) noexcept {
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
    return -1;
}

/// 0 to 9 also for Han digits in their plain form.
constexpr int plain_digit(char32_t c) noexcept {
    const numeral_symbol symbol = find_symbol(c);
    return symbol.is(numeral_class::digit) && symbol.flags() == 0 ? symbol.value() : decimal_digit(c);
}

constexpr bool is_ascii_letter(char32_t c) noexcept { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

/// Latin, Greek and Cyrillic letters, and their full-width forms.
constexpr bool is_alphabetic(char32_t c) noexcept {
    return is_ascii_letter(c) || (c >= 0xC0 && c <= 0x52F && c != 0xD7 && c != 0xF7) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

/// Whether a character, but 0, is in a string.
constexpr bool contains(const char16_t* set, char32_t c) noexcept {
    for (; *set != 0; ++set) {
        if (*set == c) return true;
    }
    return false;
}

/// Finds out about most values that they are in no set, by one bit for each hash of those that are.
template <std::size_t Words>
class bit_filter {
public:
    constexpr void add(std::uint32_t value) noexcept { bits_[hash(value) >> 5] |= std::uint32_t{1} << (hash(value) & 31); }
    constexpr bool may_have(std::uint32_t value) const noexcept { return (bits_[hash(value) >> 5] >> (hash(value) & 31) & 1) != 0; }

private:
    static constexpr std::uint32_t hash(std::uint32_t value) noexcept { return (value ^ value >> 7) & (32 * Words - 1); }

    std::uint32_t bits_[Words] = {};
};

using character_filter = bit_filter<GALLEY_BLOCKS ? 8 : 4>;

/// A set of characters that is asked about for nearly every numeral: where tables may be larger, with a filter.
class char_set {
public:
    constexpr char_set(const char16_t* members) noexcept : members_(members) {
#if GALLEY_BLOCKS
        for (; *members != 0; ++members) filter_.add(*members);
#endif
    }

    constexpr bool has(char32_t c) const noexcept {
#if GALLEY_BLOCKS
        if (!filter_.may_have(c)) return false;
#endif
        return contains(members_, c);
    }

private:
    const char16_t* members_;
#if GALLEY_BLOCKS
    character_filter filter_;
#endif
};

constexpr bool is_currency(char32_t c) noexcept { return c == U'$' || c == 0xA3 || c == 0xA5 || c == 0xFFE5 || (c >= 0x20A0 && c <= 0x20BF); }
constexpr bool is_hangul(char32_t c) noexcept { return c >= 0xAC00 && c <= 0xD7A3; }
constexpr bool is_kana(char32_t c) noexcept { return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) || (c >= 0xFF66 && c <= 0xFF9F); }
constexpr bool is_han(char32_t c) noexcept {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 || c == 0x3007 || (c >= 0x20000 && c <= 0x323AF);
}
constexpr bool is_line_break(char32_t c) noexcept { return c == U'\n' || c == U'\r'; }
constexpr bool is_blank(char32_t c) noexcept { return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xA0; }

}  // namespace detail::numeral
GALLEY_NAMESPACE_END

#endif // GALLEY_DETAIL_NUMBER_SYMBOLS_HPP
