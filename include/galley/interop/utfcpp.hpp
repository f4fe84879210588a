// galley: its algorithms over utfcpp's iterators, its code points where utfcpp's are expected.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_INTEROP_UTFCPP_HPP
#define GALLEY_INTEROP_UTFCPP_HPP

#include <galley/config.hpp>
#include <galley/tokenizer.hpp>
#include <galley/utf8.hpp>

#include <utf8.h>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>

GALLEY_NAMESPACE_BEGIN
namespace interop {

namespace detail {

template <class T>
struct is_utfcpp_iterator : std::false_type {};
template <class It>
struct is_utfcpp_iterator<::utf8::iterator<It>> : std::true_type {};
template <class It>
struct is_utfcpp_iterator<::utf8::unchecked::iterator<It>> : std::true_type {};

/// The octet iterator under utfcpp's; no type at all, so no overload, for any other.
template <class Utf8It>
using octets_under = std::enable_if_t<is_utfcpp_iterator<Utf8It>::value, std::decay_t<decltype(std::declval<Utf8It>().base())>>;

/// Iterators of which `&*first` is the start of an array. A deque's are not, though they look alike.
template <class It>
inline constexpr bool is_contiguous =
    std::is_same_v<It, const char*> || std::is_same_v<It, char*> || std::is_same_v<It, std::string::iterator> ||
    std::is_same_v<It, std::string::const_iterator> || std::is_same_v<It, std::string_view::const_iterator>;

}  // namespace detail

/// The octets between two of utfcpp's iterators over an array, for every galley function that takes text.
template <class Utf8It, class It = detail::octets_under<Utf8It>>
std::string_view text_of(const Utf8It& first, const Utf8It& last) {
    static_assert(detail::is_contiguous<It>, "text is a slice of an array; use code_points() over other containers");
    const It begin = first.base(), end = last.base();
    if (begin == end) return {};
    return {&*begin, static_cast<std::size_t>(end - begin)};
}

/// `tokens` between two of utfcpp's iterators over an array. Ill-formed parts are tokens of kind `invalid`; nothing throws.
template <class Utf8It, class It = detail::octets_under<Utf8It>>
token_range tokens(const Utf8It& first, const Utf8It& last) {
    return token_range(interop::text_of(first, last));
}

/// `tokenize` between two of utfcpp's iterators over an array.
template <class Utf8It, class Sink, class It = detail::octets_under<Utf8It>>
void tokenize(const Utf8It& first, const Utf8It& last, Sink&& sink) {
    galley::tokenize(interop::text_of(first, last), sink);
}

/// The code points between two of utfcpp's iterators over any octets. Where utfcpp would throw, a maximal subpart is U+FFFD.
template <class Utf8It, class It = detail::octets_under<Utf8It>>
code_point_view<It> code_points(const Utf8It& first, const Utf8It& last) {
    return {first.base(), last.base()};
}

/// The same place in the same text, as utfcpp's checked iterator: its `++` and `*` throw at ill-formed parts.
template <class It>
::utf8::iterator<It> to_utfcpp(const code_point_view<It>& view, const typename code_point_view<It>::iterator& at) {
    return ::utf8::iterator<It>(at.base(), view.begin().base(), view.end().base());
}

/// The same place as galley's iterator, in the code points from `first` to `last`.
template <class Utf8It, class It = detail::octets_under<Utf8It>>
typename code_point_view<It>::iterator from_utfcpp(const Utf8It& at, const Utf8It& first, const Utf8It& last) {
    return {at.base(), first.base(), last.base()};
}

// The functions below have the names and arguments of utfcpp's, and galley's meaning: nothing throws.

/// The first ill-formed octet, or `last`. Linear.
template <class It>
It find_invalid(It first, It last) {
    while (first != last) {
        const It at = first;
        if (!utf8_next(first, last).valid) return at;
    }
    return last;
}

/// Whether all of it is well-formed. Linear.
template <class It>
bool is_valid(It first, It last) {
    return interop::find_invalid(first, last) == last;
}

/// Code points, each maximal subpart of ill-formed input counting as one. Linear.
template <class It>
typename std::iterator_traits<It>::difference_type distance(It first, It last) {
    typename std::iterator_traits<It>::difference_type count = 0;
    for (; first != last; ++count) utf8_next(first, last);
    return count;
}

/// Copies, with `replacement` for each maximal subpart of ill-formed input, as the Unicode Standard recommends;
/// utfcpp's own function gives fewer for some inputs. Linear.
template <class It, class Out>
Out replace_invalid(It first, It last, Out out, char32_t replacement = replacement_character) {
    while (first != last) {
        const decoded character = utf8_next(first, last);
        out = utf8_encode(character.valid ? character.code_point : replacement, out);
    }
    return out;
}

}  // namespace interop
GALLEY_NAMESPACE_END

#endif // GALLEY_INTEROP_UTFCPP_HPP
