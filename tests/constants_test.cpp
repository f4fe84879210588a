// Tables that the compiler computes, computed once more by the machine: both must agree.
#include <galley/galley.hpp>

#include <doctest/doctest.h>

#include <cstring>

using namespace galley;

namespace {

template <class Table>
bool same_bytes(const Table& a, const Table& b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

}  // namespace

TEST_CASE("constants: the hashes of words") {
    CHECK(detail::words_in("") == 0);
    CHECK(detail::words_in("a bc d") == 3);
    constexpr std::size_t words = detail::words_in(detail::conjunction_words);
    CHECK(detail::words_in(detail::conjunction_words) == words);
    CHECK(same_bytes(detail::hash_lists<words>(detail::conjunction_words), detail::conjunctions));
}

TEST_CASE("constants: the tables of numerals") {
    using namespace detail::numeral;
    CHECK(same_bytes(make_symbol_index(), numeral_index));
    CHECK(symbols_are_apart());
#if GALLEY_NUMBER_HARDWARE_DOUBLE
    CHECK(same_bytes(make_power_table(), powers_of_five));
#endif
    const symbol_entry entry(0x4E07, numeral_class::scale, 4, 0);
    CHECK(entry.symbol.is(numeral_class::scale));
    CHECK(entry.symbol.value() == 4);
}

TEST_CASE("constants: the sets of characters and the words of line shapes") {
    using namespace detail::page;
    const character_set made("\u672C\u8BB0");
    CHECK(made.contains(U'\u672C'));
    CHECK(made.contains(U'\u8BB0'));
    CHECK_FALSE(character_set("").contains(U'\u672C'));
    const word_list list("ab|c|def");
    CHECK(list.at_start("abc") == 2);
    CHECK(list.at_start("c") == 1);
    CHECK(list.at_start("de") == 0);
    CHECK(list.at_start("") == 0);
    CHECK(list.at_end("xdef") == 3);
    CHECK(list.at_end("xde") == 0);
    CHECK(same_bytes(common_marks(), common_mark_bits));
    CHECK(same_bytes(ascii_facts(), detail::page::ascii));
}

#if GALLEY_BLOCKS

TEST_CASE("constants: the tables of the kernels") {
    CHECK(same_bytes(detail::nibble_table_of(detail::ill_formed_pairs, 0), detail::pair_first_high));
    for (unsigned plane = 0; plane < 3; ++plane) CHECK(same_bytes(detail::ascii_plane(plane), detail::ascii_planes[plane]));
    for (unsigned plane = 0; plane < 4; ++plane) CHECK(same_bytes(detail::ascii_kind_plane(plane), detail::ascii_kind_planes[plane]));
    CHECK(same_bytes(detail::ascii_kind_of_code(), detail::ascii_kind_table));
    CHECK(same_bytes(detail::make_compress_table(), detail::compress_words));
    CHECK(same_bytes(detail::scalar::make_rows(), detail::scalar::transitions));
    CHECK(same_bytes(detail::scalar::make_steps(), detail::scalar::steps));
    CHECK(same_bytes(detail::scalar::make_ascii_classes(), detail::scalar::ascii_classes));
#if GALLEY_KERNEL_AVX2
    CHECK(same_bytes(detail::avx2::make_literals(), detail::avx2::literals));
#endif
}

#endif
