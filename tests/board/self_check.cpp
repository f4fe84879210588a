// SPDX-License-Identifier: BSL-1.0
#include "self_check.hpp"

#include "checker.hpp"

#include <galley/galley.hpp>

namespace board {
namespace {

// ---- utf8.hpp -------------------------------------------------------------------------------------------------------

// Length of the well-formed prefix, code points, and the sum of what was decoded.
constexpr row utf8_rows[] = {
    {"", "0 0 0"},
    {"plain ASCII, longer than a few words of the machine", "51 51 4536"},
    {"plain ASCII and \xFF behind", "16 24 67479"},
    {"\xE4\xB8\xAD\xE6\x96\x87, \xC3\xA9\xF0\x9F\x98\x80", "14 6 174825"},
    {"\xE4\xB8", "0 1 65533"},
    {"\xE4\xB8\xAD\xED\xA0\x80", "3 4 216612"},
    {"\xF0\x9F\x98\x41\xC0\x80", "0 4 196664"},
};

std::size_t sum_of_stream(std::string_view text, std::size_t chunk) {
    std::size_t sum = 0;
    const auto add = [&sum](galley::decoded c) { sum += c.code_point; };
    galley::utf8_stream_decoder decoder;
    for (; text.size() > chunk; text.remove_prefix(chunk)) decoder.push({text.data(), chunk}, add);
    decoder.push(text, add);
    decoder.finish(add);
    return sum;
}

void spell_utf8(std::string_view text, note& out) {
    std::size_t sum = 0;
    for (const char32_t c : galley::code_points(text)) sum += c;
    out << galley::utf8_valid_prefix(text) << ' ' << galley::utf8_count(text) << ' ' << sum;
    for (std::size_t chunk = 1; chunk < 6; ++chunk)
        if (sum_of_stream(text, chunk) != sum) out << " but the stream differs";
    const auto view = galley::code_points(text);
    for (auto at = view.end(); at != view.begin();) sum -= *--at;
    if (sum != 0) out << " but backwards differs";
}

void spell_again(std::string_view text, note& out) {
    for (const char32_t c : galley::code_points(text)) {
        char bytes[4];
        out << std::string_view(bytes, static_cast<std::size_t>(galley::utf8_encode(c, bytes) - bytes));
    }
}

constexpr row encode_rows[] = {
    {"a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80", "a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80"},
    {"\x80", "\xEF\xBF\xBD"},
};

// ---- unicode.hpp and tokenizer.hpp ----------------------------------------------------------------------------------

constexpr row token_rows[] = {
    {"Galley 3,000.5!", "word 6, space 1, digits 7, punctuation 1"},
    {"共建“一带一路”", "han 6, punctuation 3, han 12, punctuation 3"},
    {"テキストは\r\n한국어", "kana 15, line_break 2, hangul 9"},
    {"Привет, κόσμε №1", "word 12, punctuation 1, space 1, word 10, space 1, symbol 3, digits 1"},
    {"e\xCC\x81t\xC3\xA9 \xE4\xB8", "word 6, space 1, invalid 2"},
    {"𠀀😀", "han 4, symbol 4"},
};

void spell_tokens(std::string_view text, note& out) {
    note again;
    galley::tokenize(text, [&again](galley::token t) { again << t.text; });
    if (again.view() != text) out << "tokens do not tile the text; ";
    std::size_t number = 0;
    for (const galley::token t : galley::tokens(text)) {
        if (number++ != 0) out << ", ";
        out << galley::name_of(t.kind) << ' ' << t.text.size();
    }
}

constexpr row width_rows[] = {{"Ab中，“”é\xCC\x81ｱ", "2 2 4 4 4 4 2 0 2 "}};

void spell_widths(std::string_view text, note& out) {
    for (const char32_t c : galley::code_points(text)) out << std::size_t{galley::quarter_ems(c)} << ' ';
}

// ---- number.hpp -----------------------------------------------------------------------------------------------------

constexpr row number_rows[] = {
    {"累计到位资金43.36亿元", "4336000000 元;"},
    {"全县三百二十里", "320 里;"},
    {"about 1,234.50 and -7", "1234.5 ;-7 ;"},
    {"3万5千人", "35000 人;"},
    {"no numbers", ""},
};

void spell_numbers(std::string_view text, note& out) {
    for (const galley::found_number& n : galley::numbers(text)) {
        char digits[galley::decimal_string_size];
        out << galley::to_decimal_string(n.value, digits, digits + sizeof digits).value << ' ' << n.unit << ';';
    }
}

// ---- lexicon.hpp and dehyphenate.hpp --------------------------------------------------------------------------------

constexpr row word_rows[] = {{"wrapped galley text", "yes no"}};

void spell_words(std::string_view text, note& out) {
    galley::bloom_lexicon<256> words;
    galley::read_words(text, words);
    out << (words.contains_word("galley") ? "yes" : "no") << ' ' << (words.contains_word("proof") ? "yes" : "no");
}

constexpr row hyphen_rows[] = {
    {"for exam-\nple, a hyphen", "for example,\na hyphen"},
    {"from 1990-\n2000 on", "from 1990-2000\non"},
    {"no hyphen\nhere", "no hyphen\nhere"},
};

void spell_dehyphenated(std::string_view text, note& out) {
    galley::dehyphenate(text, [&out](std::string_view slice) { out << slice; });
}

// ---- rejoin.hpp and reflow.hpp --------------------------------------------------------------------------------------

constexpr row join_rows[] = {
    {"共建\n“一带一路”", "共建“一带一路”\n"},
    {"hard\nwrapped\n\ntext", "hard wrapped\n\ntext\n"},
};

void spell_joined(std::string_view text, note& out) {
    galley::join_lines(text, [&out](std::string_view slice) { out << slice; });
}

constexpr row reflow_rows[] = {
    {"今年前五个月，全县新建水渠达到\n三百里，累计到位资金43.36\n\n亿元，比上年同期增加一倍，其中\n半数以上用在了最缺水的几个乡。\n",
     "今年前五个月，全县新建水渠达到三百里，累计到位资金43.36亿元，比上年同期增加一倍，其中半数以上用在了最缺水的几个乡。\n"},
    {"A line that was hard wrapped at some mea-\nsure of the page goes on in the next one\nuntil it ends here.\n",
     "A line that was hard wrapped at some measure of the page goes on in the next one until it ends here.\n"},
    {"", ""},
};

void spell_reflowed(std::string_view text, note& out) {
    galley::reflow(text, [&out](const galley::piece& p) { out << p.text; });
}

/// The same in a window, chunk by chunk.
void spell_streamed(std::string_view text, note& out) {
    const auto put = [&out](const galley::piece& p) { out << p.text; };
    galley::reflower<512> flow;
    for (std::size_t chunk = 1; !text.empty(); chunk = chunk * 3 % 31) {
        const std::size_t size = chunk < text.size() ? chunk : text.size();
        flow.push({text.data(), size}, put);
        text.remove_prefix(size);
    }
    flow.finish(put);
}

}  // namespace

bool self_check() {
    checker check;
    check.rows("utf8", utf8_rows, spell_utf8);
    check.rows("encode", encode_rows, spell_again);
    check.rows("tokenizer", token_rows, spell_tokens);
    check.rows("widths", width_rows, spell_widths);
    check.rows("number", number_rows, spell_numbers);
    check.rows("lexicon", word_rows, spell_words);
    check.rows("dehyphenate", hyphen_rows, spell_dehyphenated);
    check.rows("rejoin", join_rows, spell_joined);
    check.rows("reflow", reflow_rows, spell_reflowed);
    check.rows("reflow, streaming", reflow_rows, spell_streamed);
    return check.finish();
}

}  // namespace board

extern "C" int board_main() { return board::self_check() ? 0 : 1; }
