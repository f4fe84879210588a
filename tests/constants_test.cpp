// Tables that the compiler computes, computed once more by the machine: both must agree.
#include <galley/galley.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <iterator>

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
    constexpr std::size_t words = detail::words_in(detail::listed_words);
    CHECK(detail::words_in(detail::listed_words) == words);
    CHECK(same_bytes(detail::hash_sure_lists<words>(detail::listed_words), detail::listed_hashes));
    detail::frequent_word_sieve sieve = detail::sieve_of_frequent();  // no constant, else the compiler makes it once more
    CHECK(same_bytes(sieve, detail::frequent_sieve));
    CHECK(same_bytes(detail::sieve_of_listed(), detail::listed_sieve));
    unsigned set = 0;
    for (const std::uint8_t byte : sieve.bits) {
        for (unsigned bits = byte; bits != 0; bits &= bits - 1) ++set;
    }
    CHECK(set > 64);   // it knows words
    CHECK(set < 256);  // and turns most others away
}

TEST_CASE("constants: the tables of numerals") {
    using namespace detail::numeral;
    const symbol_table symbols;  // member by member: between them stands padding
    CHECK(same_bytes(symbols.entries, symbols_by_hash.entries));
    CHECK(same_bytes(symbols.starts, symbols_by_hash.starts));
    CHECK(symbols.longest == symbols_by_hash.longest);
    for (const symbol_entry& entry : numeral_symbols) {
        if (entry.code_point == 0) continue;
        const symbol_entry* const found = symbols_by_hash.find(entry.code_point);
        REQUIRE(found != nullptr);
        CHECK(found->symbol.value() == entry.symbol.value());
    }
    CHECK(symbols_by_hash.find(U'x') == nullptr);
#if GALLEY_NUMBER_HARDWARE_DOUBLE
    CHECK(same_bytes(make_power_table(), powers_of_five));
#endif
    const symbol_entry entry(0x4E07, numeral_class::scale, 4, 0);
    CHECK(entry.symbol.is(numeral_class::scale));
    CHECK(entry.symbol.value() == 4);
}

TEST_CASE("constants: the packed words of numerals") {
    using namespace detail::numeral;
    CHECK(count_unit_cells() == std::size(unit_table.cells));
    const packed_units units = pack_units();
    CHECK(same_bytes(units.cells, unit_table.cells));
    CHECK(same_bytes(units.starts, unit_table.starts));
    CHECK(same_bytes(units.loose, unit_table.loose));
    CHECK(unit_table.starts[packed_units::buckets] == std::size(unit_table.cells));
    std::size_t ends = 0, loose = 0, listed = 0, listed_loose = 0;
    for (const std::uint16_t cell : unit_table.cells) ends += (cell & last_cell) != 0;
    for (const std::uint8_t count : unit_table.loose) loose += count;
    for (const unit_list& list : unit_lists) {
        for (const char16_t* at = list.words; *at != 0; ++at) {
            listed_loose += list.type == unit_class::loose;
            listed += list.single || *at == u'|';
        }
    }
    CHECK(ends == listed);  // every word once
    CHECK(loose == listed_loose);
#if GALLEY_NUMBER_CJK
    CHECK(count_idiom_cells() == std::size(idiom_table.cells));
    const packed_idioms idioms = pack_idioms();  // member by member: between them stands padding
    CHECK(same_bytes(idioms.cells, idiom_table.cells));
    CHECK(same_bytes(idioms.starts, idiom_table.starts));
#if GALLEY_BLOCKS
    CHECK(same_bytes(idioms.neighbours, idiom_table.neighbours));
#endif
    CHECK(same_bytes(idioms.numerals, idiom_table.numerals));
    CHECK(idiom_table.starts[idiom_group_count * idiom_leads] == std::size(idiom_table.cells));
    for (std::size_t row = 0; row < idiom_group_count * idiom_leads; ++row) {
        const std::uint16_t* const end = idiom_table.cells + idiom_table.starts[row + 1];
        const std::uint16_t* at = idiom_table.cells + idiom_table.starts[row];
        unsigned before = 0;
        for (; at < end; at = skip_packed(at)) {
            const unsigned key = *at & ~unsigned{last_cell};
            CHECK(key >= before);  // in order
            CHECK(skip_packed(at) == at + packed_size(at));
            before = key;
        }
        CHECK(at == end);  // the last word ends where the row does
    }
#endif
}

TEST_CASE("constants: the weight of a passage's oldest character") {
    CHECK(detail::power(3, 0) == 1);
    CHECK(detail::power(3, 5) == 243);
    std::uint32_t expected = 1;
    for (int i = 0; i < 16; ++i) expected *= detail::passage_base;
    CHECK(detail::power(detail::passage_base, 16) == expected);
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

TEST_CASE("constants: the first bytes of tokens") { 
    CHECK(same_bytes(detail::make_first_octets(), detail::first_octet));
    CHECK(same_bytes(detail::make_lone_kinds(), detail::lone_kinds));
}

#if GALLEY_BLOCKS

TEST_CASE("constants: the tables of the kernels") {
    CHECK(same_bytes(detail::make_compress_numbers(), detail::compress_numbers));
    CHECK(same_bytes(detail::nibble_table_of(detail::ill_formed_pairs, 0), detail::pair_first_high));
    for (unsigned plane = 0; plane < 3; ++plane) CHECK(same_bytes(detail::ascii_plane(plane), detail::ascii_planes[plane]));
    for (unsigned plane = 0; plane < 4; ++plane) CHECK(same_bytes(detail::ascii_kind_plane(plane), detail::ascii_kind_planes[plane]));
    CHECK(same_bytes(detail::ascii_kind_of_code(), detail::ascii_kind_table));
    CHECK(same_bytes(detail::make_compress_table(), detail::compress_words));
    CHECK(same_bytes(detail::scalar::make_rows(), detail::scalar::transitions));
    CHECK(same_bytes(detail::scalar::make_steps(), detail::scalar::steps));
    CHECK(same_bytes(detail::scalar::make_ascii_classes(), detail::scalar::ascii_classes));
    CHECK(same_bytes(detail::scalar::make_class_table(), detail::scalar::bmp_classes));
    CHECK(same_bytes(detail::scalar::make_leads(), detail::scalar::leads));
#if GALLEY_KERNEL_AVX2
    CHECK(same_bytes(detail::avx2::make_literals(), detail::avx2::literals));
#endif
#if GALLEY_KERNEL_AVX512
    CHECK(same_bytes(detail::avx512::make_literals(), detail::avx512::literals));
#endif
}

#endif
