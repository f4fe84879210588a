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
    CHECK(detail::hash_power(4) == detail::hash_base_4);
    CHECK(detail::words_in("") == 0);
    CHECK(detail::words_in("a bc d") == 3);
    constexpr std::size_t words = detail::words_in(detail::conjunction_words);
    CHECK(detail::words_in(detail::conjunction_words) == words);
    CHECK(same_bytes(detail::hash_lists<words>(detail::conjunction_words), detail::conjunctions));
    constexpr auto made = detail::hash_list<2>("well half");
    const auto again = detail::hash_list<2>("well half");
    CHECK(same_bytes(made, again));
    CHECK(again.has(detail::hash_text("half")));
    CHECK_FALSE(again.has(detail::hash_text("quarter")));
}

TEST_CASE("constants: the tables of numerals") {
    using namespace detail::numeral;
    CHECK(same_bytes(make_symbol_index(), numeral_index));
    CHECK(symbols_are_apart());
    constexpr char16_t list[] = u"km|kg|t|";
    constexpr auto made = make_word_index<count_words(list)>(list);
    CHECK(count_words(list) == 3);
    CHECK(same_bytes(make_word_index<3>(list), made));
    CHECK(made.starts[2] == 6);
    const symbol_entry entry(0x4E07, numeral_class::scale, 4, 0);
    CHECK(entry.symbol.is(numeral_class::scale));
    CHECK(entry.symbol.value() == 4);
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
