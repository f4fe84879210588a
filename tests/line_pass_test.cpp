// The facts of a line: what the compiler counts and the machine counts, and what the properties say.
#include <galley/detail/line_pass.hpp>

#include "samples.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace {

using namespace galley::detail::page;

constexpr bool same_facts(const line_facts& a, const line_facts& b) {
    return a.shape == b.shape && a.size == b.size && a.width == b.width && a.set_width == b.set_width && a.first_char == b.first_char &&
           a.share_unit == b.share_unit && a.traits == b.traits && a.marks == b.marks && a.first_piece == b.first_piece &&
           a.set_piece == b.set_piece && a.spaces == b.spaces && a.gaps == b.gaps && a.ideographs == b.ideographs &&
           a.hanguls == b.hanguls && a.letters == b.letters && a.digits == b.digits && a.others == b.others && a.stops == b.stops &&
           a.first == b.first && a.last == b.last && a.peeled == b.peeled;
}

// Lines that the compiler has counted.
#define CHECK_LINE(text)                                                        \
    do {                                                                        \
        constexpr line_facts expected = facts_of(text);                         \
        const samples::exact_copy alone(text);                                  \
        CHECK(same_facts(facts_of(alone.view()), expected));                    \
    } while (false)

TEST_CASE("line facts: in constant expressions as at run time") {
    CHECK_LINE("河水绕着老城缓缓流过，两岸的石阶被踩得发亮。清早挑水的人走了，洗菜的人又来");
    CHECK_LINE("□ 本报记者 张小明 李大华 通讯员 王二（记者甲）摄影报道，共 1,234 字");
    CHECK_LINE("COMMUNITY パッケージの支援と、データベースの3.5GBの記録について……");
    CHECK_LINE("이 책은 엄청난 인기를 끌었고, 품절이 되기까지 4개월 밖에 걸리지 않았습니다.");
    CHECK_LINE("A plain English line, with (brackets) and \"quotes\", 1.5 million -- and more... of it");
    CHECK_LINE("构建矩阵构建矩阵“九通一平”“九通一平”㐀㐀䶿䷀ｱｲ\xE3\x80\x80\xE3\x80\x80  终");
    CHECK_LINE("ill-formed: \xE4\xB8 and \xFF and \xED\xA0\x80 and \xF0\x9F\x98 in one line of text \xE4");
}

/// Against the public properties, character by character.
TEST_CASE("line facts: random lines, cut off anywhere") {
    constexpr const char* parts[] = {"河", "本", "，", "。", "“", "”", "（", "a", "Z", "7", " ", "  ", "\xE3\x80\x80", "か", "ー", "한", "㐀", "\xC2\xAD",
                                     "é", "\xE4\xB8", "\xFF", "….", "..", "—", "-", "ﬁ", "⽂", "😀", "\xCC\x81"};
    std::mt19937 random(5);
    for (int i = 0; i < 4000; ++i) {
        std::string line = "河";
        const std::size_t size = random() % 200;
        while (line.size() < size) line += parts[random() % (sizeof parts / sizeof parts[0])];
        line += "水";
        const samples::exact_copy alone(line);
        const line_facts facts = facts_of(alone.view());
        unsigned characters = 0, ideographs = 0, digits = 0, width = 0;
        bool dateline = false;
        for (const char32_t c : galley::code_points(line)) {
            ++characters;
            ideographs += galley::kind_of(c) == galley::token_kind::han || galley::kind_of(c) == galley::token_kind::kana;
            digits += galley::kind_of(c) == galley::token_kind::digits;
            width += galley::quarter_ems(c);
            dateline = dateline || c == U'本';
        }
        REQUIRE(((facts.traits & trait_dateline) != 0) == dateline);
        REQUIRE(facts.width == width);
        REQUIRE(facts.ideographs == (ideographs < 255 ? ideographs : 255));
        REQUIRE(facts.digits == (digits < 255 ? digits : 255));
        REQUIRE(facts.size == line.size());
        REQUIRE(facts.last == edge::ideograph);
    }
}

}  // namespace
