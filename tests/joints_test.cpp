// What is measured about a space at a joint: between characters of two kinds, and between syllables of Hangul.
#include <galley/detail/hangul_joint.hpp>
#include <galley/detail/mixed_joint.hpp>
#include <galley/rejoin.hpp>

#include "table.hpp"
#include "windows.hpp"

#include <array>
#include <set>
#include <string>

namespace {

using namespace galley::detail::page;
using windows::page_window;

struct class_rows {
    joint_class kind;
    std::u32string_view characters;
};

constexpr class_rows classes[] = {
    {joint_class::ideograph, U"中䶿𠀀々"}, {joint_class::kana, U"かナーｱ"},        {joint_class::letter, U"aZéжΩ"},    {joint_class::digit, U"09５"},
    {joint_class::opener, U"（《「【"},     {joint_class::quote_opener, U"“‘"},     {joint_class::closer, U"）》」】"},  {joint_class::quote_closer, U"”’"},
    {joint_class::mark, U"，、；：·"},      {joint_class::stop, U"。！？"},          {joint_class::ascii_opener, U"([{"}, {joint_class::ascii_closer, U")]}"},
    {joint_class::ascii_mark, U".,:;!?"},  {joint_class::hyphen, U"-"},            {joint_class::slash, U"/\\_"},       {joint_class::dash, U"–—―…－〜～"},
    {joint_class::symbol, U"@#%&*+=<>^`|~€→😀"}, {joint_class::hangul, U"한ㄱ"},    {joint_class::other, U"\u0301\u3000"},
};

TEST_CASE("mixed joint: every character that a class is told by") {
    for (const class_rows& row : classes) {
        for (const char32_t c : row.characters) {
            CAPTURE(static_cast<unsigned>(c));
            CHECK(joint_class_of(c) == row.kind);
        }
    }
    static_assert(joint_class_of(U'中') == joint_class::ideograph && joint_class_of(U'-') == joint_class::hyphen);
}

TEST_CASE("mixed joint: what an ideograph beside a number says") {
    constexpr std::u32string_view companies[] = {U"你水a5", U"年月日时時分秒", U"第", U"节節章版页頁位级級", U"万萬亿億元円米吨噸公千克", U"个個名家次人项項户戶号號", U"为為是到至达達约約的"};
    for (int company = 0; company < 7; ++company) {
        for (const char32_t c : companies[company]) {
            CAPTURE(static_cast<unsigned>(c));
            CHECK(numeral_company(c) == company);
        }
    }
}

TEST_CASE("mixed joint: kana and marks stand solid and the rest is open") {
    constexpr char32_t of[] = {U'水', U'か', U'，', U'a', U'5', U'（', U'。', U'-'};
    for (const char32_t a : of) {
        for (const char32_t b : of) {
            const auto solid = [](char32_t c) { return c == U'か' || c == U'，'; };
            const bool closed = (solid(a) && (solid(b) || b == U'水')) || (a == U'水' && solid(b));
            CAPTURE(static_cast<unsigned>(a));
            CAPTURE(static_cast<unsigned>(b));
            CHECK(is_open_joint(a, b) == !closed);
        }
    }
}

TEST_CASE("mixed joint: names and credits") {
    static_assert(name_at("本报记者", "周远") == 1 && name_at("水渠通了。", "记者周远") == 2 && name_at("水渠", "通了") == 0);
    CHECK(name_at("責任編輯", "周远") == 1);
    CHECK(name_at("", "") == 0);
}

struct run_row {
    std::string_view text;
    int size, space, beyond, company;
};

constexpr int number_of_class(joint_class c) { return static_cast<int>(c); }

// The end of the text counts as a symbol.
constexpr run_row behind[] = {
    {"水渠", 0, 0, number_of_class(joint_class::ideograph), 0},
    {"年底", 0, 0, number_of_class(joint_class::ideograph), 1},
    {"PPT制作", 3, 0, number_of_class(joint_class::ideograph), 0},
    {"43.36%的人", 6, 0, number_of_class(joint_class::ideograph), 6},
    {"5 年底", 1, 1, number_of_class(joint_class::ideograph), 1},
    {"5 ", 1, 1, number_of_class(joint_class::symbol), 0},
    {"v1.2-3/a，水", 8, 0, number_of_class(joint_class::mark), 0},
    {"PPT", 3, 0, number_of_class(joint_class::symbol), 0},
    {"（水", 0, 0, number_of_class(joint_class::opener), 0},
    {"", 0, 0, number_of_class(joint_class::symbol), 0},
};

constexpr joint_evidence run_behind(std::string_view text) {
    joint_evidence e;
    gather_run_behind(e, text);
    return e;
}

TEST_CASE("mixed joint: the run behind and what is beyond it") {
    for (const run_row& row : behind) {
        CAPTURE(row.text);
        const samples::exact_copy alone(row.text);
        const joint_evidence e = run_behind(alone.view());
        CHECK(e[jv_after_run] == row.size);
        CHECK(e[jv_space_behind_run] == row.space);
        CHECK(e[jv_behind_run] == row.beyond);
        CHECK(e[jv_after_company] == row.company);
    }
    const std::string endless(100, 'a');
    CHECK(run_behind(endless + "年")[jv_after_run] == 64);  // no further is looked
    CHECK(run_behind(endless + "年")[jv_after_company] == 0);
}

constexpr run_row before[] = {
    {"水渠", 0, 0, 0, 0}, {"年", 0, 0, 0, 1}, {"第5", 1, 0, 0, 2}, {"第 5", 1, 1, 0, 2}, {"约43.36", 5, 0, 0, 6}, {"5", 1, 0, 0, 0}, {"", 0, 0, 0, 0}, {"一 ABC", 3, 1, 0, 0}, {" 5", 1, 1, 0, 0},
};

TEST_CASE("mixed joint: the run before and what is beyond it") {
    for (const run_row& row : before) {
        CAPTURE(row.text);
        const samples::exact_copy alone(row.text);
        joint_evidence e;
        gather_run_before(e, alone.view());
        CHECK(e[jv_before_run] == row.size);
        CHECK(e[jv_space_before_run] == row.space);
        CHECK(e[jv_before_company] == row.company);
    }
    joint_evidence e;
    gather_run_before(e, "年" + std::string(100, 'a'));
    CHECK(e[jv_before_run] == 64);
    CHECK(e[jv_before_company] == 0);
}

TEST_CASE("mixed joint: all that is measured of one joint") {
    const page_window window("水a水（5 月\n使用 PPT水\n制作a，b\n水水水水水水水水\n");
    page_state page;
    page.brackets.read("（“");
    for (int i = 0; i < 2; ++i) page.spacing.read("用 PPT 水");
    page.spacing.read("用PPT");
    const joint_evidence e = gather_joint(window.behind(1), page, window.content(1), window.content(2));
    CHECK(e[jv_before] == number_of_class(joint_class::ideograph));
    CHECK(e[jv_after] == number_of_class(joint_class::ideograph));
    CHECK(e[jv_rule] == 0);
    CHECK(e[jv_recent_spaced] == 0);  // of Han and Han nothing is counted
    CHECK(e[jv_letters_spaced] == 80);
    CHECK(e[jv_digits_spaced] == -1);
    CHECK(e[jv_same_spaced] == 1);
    CHECK(e[jv_same_closed] == 1);
    CHECK(e[jv_next_spaced] == 0);
    CHECK(e[jv_next_closed] == 1);
    CHECK(e[jv_depth] == 2);
    CHECK(e[jv_short_of_longest] == window[1].width - 32);
    CHECK(e[jv_room] == 32 - window[1].width - 4);
    CHECK(e[jv_letters_a] == window[1].share(3));
    CHECK(e[jv_letters_b] == window[2].share(2));
    CHECK(e[jv_ideographs_a] == window[1].share(3));
    CHECK(e[jv_ideographs_b] == window[2].share(2));
    CHECK(e[jv_spaces_a] == window[1].share(1));
    CHECK(e[jv_digits_b] == 0);
    const joint_evidence mixed = gather_joint(window.behind(0), page, "用", "PPT");
    CHECK(mixed[jv_recent_spaced] == 2);
    CHECK(mixed[jv_recent_closed] == 1);
    CHECK(mixed[jv_rule] == 1);
}

// ---- Hangul

TEST_CASE("hangul joint: the syllables at the ends of texts") {
    static_assert(last_syllables("그는 책을") == "책을" && last_syllables("책을.") == "" && last_syllables("") == "" && last_syllables("책") == "책");
    static_assert(first_syllables("읽었다.") == "읽었다" && first_syllables("a읽") == "" && first_syllables("") == "" && first_syllables("책") == "책");
    for (const std::string_view text : {"水책", "ㄱ책", "\xFF책", "책\xEC\xB1"}) {
        const samples::exact_copy alone(text);
        CHECK(last_syllables(alone.view()).size() <= 3);
        CHECK(first_syllables(alone.view()).size() <= 3);
    }
}

/// Counts what it is told, and knows all of it.
struct told {
    static constexpr galley::lexicon_kind kind = galley::lexicon_kind::exact;
    static constexpr bool holds(galley::word_class) noexcept { return true; }
    void insert(galley::word_class, galley::word_key key) noexcept { keys.insert(key); }
    bool contains(galley::word_class, galley::word_key key) const noexcept { return keys.count(key) != 0; }
    std::set<galley::word_key> keys;
};

TEST_CASE("hangul joint: of a line the words between its first and its last are learnt") {
    told words;
    hangul_words::read_line("시장 골목의 오래된 책방은 아", words);
    CHECK(words.keys.size() == 3);
    CHECK(hangul_words::knows("골목의", {}, words) == 1);
    CHECK(hangul_words::knows("골목", "의", words) == 1);   // the halves of a word are the word
    CHECK(hangul_words::knows("책방", "은", words) == 1);
    CHECK(hangul_words::knows("시장", {}, words) == 0);
    CHECK(hangul_words::knows("아", {}, words) == 0);
    hangul_words::read_line("그는 참 a좋은 둘도, 없다", words);   // one syllable, no syllable first, a mark behind
    CHECK(words.keys.size() == 4);
    CHECK(hangul_words::knows("둘도", {}, words) == 1);
    hangul_words::read_line("하나", words);
    hangul_words::read_line("", words);
    CHECK(words.keys.size() == 4);
    told same;
    read_hangul_words("시장 골목의 오래된 책방은 아\n\n그는 참 a좋은 둘도, 없다", same);
    CHECK(same.keys == words.keys);
    told lengths;
    hangul_words::insert(samples::repeat("가", 16), lengths);  // 48 bytes are looked at
    hangul_words::insert(samples::repeat("가", 17), lengths);
    CHECK(lengths.keys.size() == 1);
}

TEST_CASE("hangul joint: the syllables at a break") {
    const auto edges = [](std::string_view left, std::string_view right) {
        const word_edges e = edges_of(left, right);
        return std::array<int, 4>{e.before_last, e.last, e.first, e.second};
    };
    CHECK(edges("가각", "갂갃") == std::array<int, 4>{1, 2, 3, 4});
    CHECK(edges("힣가", "힣") == std::array<int, 4>{11172, 1, 11172, 0});
    CHECK(edges("각", "가나다") == std::array<int, 4>{0, 2, 1, 1177});
    CHECK(edges("", "") == std::array<int, 4>{0, 0, 0, 0});
}

TEST_CASE("hangul joint: endings of words speak for a space and beginnings of their second halves against one") {
    const auto left = [](std::string_view text) { return left_edge_weight(edges_of(text, "가")); };
    const auto right = [](std::string_view text) { return right_edge_weight(edges_of("가", text)); };
    for (const std::string_view text : {"에서는", "하였고", "도시를", "책은", "으로"}) {
        CAPTURE(text);
        CHECK(left(text) > 0);
    }
    for (const std::string_view text : {"하였습", "대통", "없"}) {
        CAPTURE(text);
        CHECK(left(text) < 0);
    }
    for (const std::string_view text : {"에서", "니다", "습니", "를", "했다"}) {
        CAPTURE(text);
        CHECK(right(text) < 0);
    }
    for (const std::string_view text : {"있는", "그러나", "때문에"}) {
        CAPTURE(text);
        CHECK(right(text) > 0);
    }
    for (std::uint32_t feature = 0; feature < 5000; ++feature) {
        const int weight = edge_weight(feature);
        CHECK_UNARY(weight >= -7 && weight <= 7);
    }
}

TEST_CASE("hangul joint: a page that breaks words is remembered") {
    const std::string_view torn = "마을 사람들은 오랫동안 기다렸습\n니다 그리고 아무 말도 하지 않았\n습니다 저녁에는 모두 집으로 돌아\n갔습니다 비가 내리기 시작했습\n니다 아이들은 잠이 들었다\n";
    const auto torn_words = [](std::string_view text) {
        const page_window window(text);
        rejoiner rejoiner;
        for (std::uint32_t i = 0; i <= 4; ++i) rejoiner.push(window[i]);
        for (std::size_t i = 0; i < 4; ++i) {
            rejoiner.read(window.content(i));
            rejoiner.decide(window.content(i), window.content(i + 1), galley::no_lexicon());
        }
        return rejoiner.page().torn_words;
    };
    CHECK(torn_words(torn).yes >= 3);
    CHECK(torn_words(torn).no == 0);
    const std::string_view whole = "마을 사람들은 오랫동안 눈을\n기다렸다 그리고 아무 말도\n하지 않았고 저녁에는 모두 집으로\n돌아갔는데 비가 내리기\n시작했다 아이들은 잠이 들었다\n";
    CHECK(torn_words(whole).yes == 0);
    CHECK(torn_words(whole).no >= 3);
}

TEST_CASE("hangul joint: all that is measured of one joint") {
    // Widths 44, 41, 36 and a headline of 80: the longest that counts is 44.
    const page_window window("가나다라 가나다라마바\n가나다라a가나 다라마\n가나다라마 바사아\n가나다라마바사아자차카타파하가나다라마바\n");
    CHECK(window[0].width == 42);
    CHECK(window[1].width == 40);
    CHECK(window[2].width == 34);
    CHECK(window[3].width == 80);
    galley::no_lexicon none;
    const hangul_evidence e = gather_hangul(window.behind(1), {}, window.content(1), window.content(2), none);
    CHECK(e[hv_left_length] == 3);
    CHECK(e[hv_right_length] == 5);
    CHECK(e[hv_left_on_line] == -2);
    CHECK(e[hv_room] == 42 - 40 - 20);
    CHECK(e[hv_full] == 75);  // 42, 40 and the 80 reach 37; 34 does not
    CHECK(e[hv_spaces] == 100 / 9);
    CHECK(e[hv_joined_known] == -1);
    CHECK(e[hv_left_known] == -1);
    const word_edges edges = edges_of("다라마", "가나다라마");
    CHECK(e[hv_left] == left_edge_weight(edges));
    CHECK(e[hv_right] == right_edge_weight(edges));
    CHECK(e[hv_edges] == left_edge_weight(edges) + right_edge_weight(edges));
    CHECK(e[hv_torn] == -1);
    page_state page;
    page.torn_words = {3, 1};
    told words;
    hangul_words::insert("다라마가나다라마", words);
    hangul_words::insert("가나다라마", words);
    const hangul_evidence asked = gather_hangul(window.behind(1), page, window.content(1), window.content(2), words);
    CHECK(asked[hv_joined_known] == 1);
    CHECK(asked[hv_left_known] == 0);
    CHECK(asked[hv_right_known] == 1);
    CHECK(asked[hv_torn] == 75);
    const page_window latin("a b\nc d\n");
    const hangul_evidence nothing = gather_hangul(latin.behind(0), {}, latin.content(0), latin.content(1), none);
    CHECK(nothing[hv_full] == 0);
    CHECK(nothing[hv_spaces] == 0);
}

}  // namespace
