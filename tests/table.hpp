// Tables of test rows. Every row is checked twice: in a static_assert, and at run time on a copy of its text that ends
// where its allocation ends, so that a sanitizer sees a read behind it.
#ifndef GALLEY_TESTS_TABLE_HPP
#define GALLEY_TESTS_TABLE_HPP

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
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

template <class Row, std::size_t N, class Actual, class Expected>
void check(const Row (&rows)[N], Actual actual, Expected Row::*expected) {
    for (std::size_t i = 0; i != N; ++i) {
        CAPTURE(i);
        Row row = rows[i];
        std::unique_ptr<char[]> copy;
        if constexpr (has_text<Row>::value) {
            copy.reset(new char[row.text.size()]);
            std::copy(row.text.begin(), row.text.end(), copy.get());
            row.text = {copy.get(), row.text.size()};
        }
        CHECK(actual(row) == row.*expected);
    }
}

}  // namespace table

/// `actual` is a constexpr function of a row, `expected` a pointer to the member that it must be equal to.
#define CHECK_ROWS(rows, actual, expected)                                                                        \
    static_assert(::table::first_wrong(rows, actual, expected) == std::size(rows), #actual " is wrong in " #rows); \
    ::table::check(rows, actual, expected)

#endif // GALLEY_TESTS_TABLE_HPP
