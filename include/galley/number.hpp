// galley: find numbers in running text and value them exactly.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_NUMBER_HPP
#define GALLEY_NUMBER_HPP

#include <galley/detail/number_convert.hpp>
#include <galley/detail/number_plain.hpp>
#include <galley/detail/number_scan.hpp>
#include <galley/detail/number_vocabulary.hpp>
#include <galley/detail/number_whole.hpp>

#include <iterator>

GALLEY_NAMESPACE_BEGIN

/// Reads one number: blanks, a sign, 第, the numeral with its scale and percent sign. `size` is how many bytes of the text
/// belong to it. `trailing_text` when more than blanks follow (the value is that of the prefix), `overflow` when the text is
/// a number whose value does not fit, `empty` or `invalid` when no number begins here, or a pair does (三五百). Linear.
constexpr result<number> parse_number(std::string_view text, const number_options& options = {}) noexcept;

/// The numbers of a text, in order, found while you iterate: `for (const found_number& n : numbers(text))`. Any bytes will do;
/// an ill-formed sequence ends a numeral. Holds no memory; the text must outlive the range. Linear as a whole.
class number_range;
constexpr number_range numbers(std::string_view text, const number_options& options = {}) noexcept;

/// The value as an integer: `invalid` when it has a fraction, `overflow` when it does not fit.
constexpr result<std::int64_t> to_int64(const number& value) noexcept { return detail::numeral::convert_to_int64(value); }

/// The nearest double, ties to even; infinity with `overflow` above the largest; `overflow` also when the number itself did.
constexpr result<double> to_double(const number& value) noexcept { return detail::numeral::convert_to_double(value); }

/// Characters that `to_decimal_string` writes at most.
inline constexpr std::size_t decimal_string_size = 96;

/// Writes the exact value: `-0.25`, `4336000000`, `1/3`; with an exponent (`1e400`) where more than 40 zeros would be needed.
/// `parse_number` reads all of it back as the same value.
/// `value` is the slice of the buffer that was written; `overflow` when the buffer is too short or the number overflowed,
/// `invalid` when it is indefinite.
constexpr result<std::string_view> to_decimal_string(const number& value, char* first, char* last) noexcept {
    return detail::numeral::write_decimal(value, first, last);
}

class number_range {
public:
    class iterator {
    public:
        using value_type = found_number;
        using difference_type = std::ptrdiff_t;
        using reference = const found_number&;
        using pointer = const found_number*;
        using iterator_category = std::input_iterator_tag;

        constexpr iterator() = default;
        constexpr iterator(std::string_view text, const number_options& options) noexcept
            : text_(text), options_(options), at_(text.data()), floor_(text.data()), done_(false) {
            find();
        }

        constexpr reference operator*() const noexcept { return found_; }
        constexpr pointer operator->() const noexcept { return &found_; }
        constexpr iterator& operator++() noexcept {
            find();
            return *this;
        }
        constexpr void operator++(int) noexcept { find(); }

        friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
            return a.done_ == b.done_ && (a.done_ || a.found_.text.data() == b.found_.text.data());
        }
        friend constexpr bool operator!=(const iterator& a, const iterator& b) noexcept { return !(a == b); }

    private:
        constexpr void find() noexcept;

        std::string_view text_;
        number_options options_;
        found_number found_;
        const char* at_ = nullptr;
        const char* floor_ = nullptr;
        detail::numeral::language_memory memory_;
        bool done_ = true;
    };

    constexpr number_range(std::string_view text, const number_options& options) noexcept : text_(text), options_(options) {}

    constexpr iterator begin() const noexcept { return {text_, options_}; }
    constexpr iterator end() const noexcept { return {}; }

private:
    std::string_view text_;
    number_options options_;
};

constexpr number_range numbers(std::string_view text, const number_options& options) noexcept { return {text, options}; }

constexpr void number_range::iterator::find() noexcept {
    const char* const end = text_.data() + text_.size();
    const detail::numeral::scan_context context{text_.data(), end, options_, memory_};
    while (true) {
        at_ = detail::numeral::find_candidate(text_.data(), at_, end, options_);
        if (at_ == end) break;
        const char* const resume = detail::numeral::examine_at(context, at_, floor_, found_);
        if (resume == nullptr) {
            at_ = detail::numeral::step_at(at_, end).next;
            continue;
        }
        at_ = resume;
        if (found_.evidence < options_.minimum) continue;
        floor_ = found_.unit.data() != nullptr && found_.unit.data() >= at_ ? found_.unit.data() + found_.unit.size() : at_;
        return;
    }
    done_ = true;
}

constexpr result<number> parse_number(std::string_view text, const number_options& options) noexcept {
    // One object for both ways: a copy right after its parts were written would wait for them.
    result<number> out;
#if GALLEY_BLOCKS
    if (detail::numeral::parse_plain(text, out)) return out;
#endif
    detail::numeral::parse_fully(text, options, out);
    return out;
}

GALLEY_NAMESPACE_END

#endif // GALLEY_NUMBER_HPP
