// Tables of test rows. Every row is checked twice: in a static_assert, and at run time. There its text stands alone in an
// allocation, so that a sanitizer sees a read outside it, and then among others, which must make no difference.
#ifndef GALLEY_TESTS_TABLE_HPP
#define GALLEY_TESTS_TABLE_HPP

#include "samples.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>

namespace table {

/// A short text that can be written in a constant expression: how a test spells a result that it compares.
class note {
public:
    constexpr note& operator<<(std::string_view text) {
        for (const char c : text) put(c);
        return *this;
    }
    constexpr note& operator<<(std::size_t number) {
        if (number >= 10) *this << number / 10;
        put("0123456789"[number % 10]);
        return *this;
    }
    constexpr note& hex(char32_t number) {
        if (number >= 16) hex(number / 16);
        put("0123456789ABCDEF"[number % 16]);
        return *this;
    }
    /// Between the items of a list; nothing before the first one.
    constexpr note& space() { return size_ == 0 ? *this : *this << " "; }
    constexpr std::string_view view() const { return {text_, size_}; }

private:
    constexpr void put(char c) { text_[size_++] = c; }  // in a constant expression an overflow does not compile

    char text_[512]{};
    std::size_t size_ = 0;
};

constexpr bool operator==(const note& a, std::string_view b) { return a.view() == b; }
inline doctest::String toString(const note& text) {
    return doctest::String(text.view().data(), static_cast<unsigned>(text.view().size()));
}

/// Index of the first row for which `actual(row)` is not `row.*expected`; the number of rows when there is none.
template <class Row, std::size_t N, class Actual, class Expected>
constexpr std::size_t first_wrong(const Row (&rows)[N], Actual actual, Expected Row::*expected) {
    for (std::size_t i = 0; i != N; ++i) {
        if (!(actual(rows[i]) == rows[i].*expected)) return i;
    }
    return N;
}

template <class Row, class = void>
struct has_text : std::false_type {};
template <class Row>
struct has_text<Row, std::enable_if_t<std::is_same_v<decltype(Row::text), std::string_view>>> : std::true_type {};

/// What could join the first or the last character of a text if a function looked too far.
inline constexpr std::string_view neighbours[] = {"5", ",5", "a", "\n", "\r\n", "\x80\x80\x80", "\xE4\xB8", "\xCC\x81", "\xE4\xB8\xAD", " "};

template <class Row, std::size_t N, class Actual, class Expected>
void check(const Row (&rows)[N], Actual actual, Expected Row::*expected) {
    for (std::size_t i = 0; i != N; ++i) {
        CAPTURE(i);
        Row row = rows[i];
        if constexpr (has_text<Row>::value) {
            const std::string_view text = row.text;
            const samples::exact_copy alone(text);
            row.text = alone.view();
            CHECK(actual(row) == row.*expected);
            for (const std::string_view neighbour : neighbours) {
                CAPTURE(neighbour);
                const std::string among = std::string(neighbour).append(text).append(neighbour);
                row.text = std::string_view(among).substr(neighbour.size(), text.size());
                CHECK(actual(row) == row.*expected);
            }
        } else {
            CHECK(actual(row) == row.*expected);
        }
    }
}

}  // namespace table

/// `actual` is a constexpr function of a row, `expected` a pointer to the member that it must be equal to.
#define CHECK_ROWS(rows, actual, expected)                                                                        \
    static_assert(::table::first_wrong(rows, actual, expected) == std::size(rows), #actual " is wrong in " #rows); \
    ::table::check(rows, actual, expected)

#endif // GALLEY_TESTS_TABLE_HPP
