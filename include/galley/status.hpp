// galley: what can go wrong, and the result that says so.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_STATUS_HPP
#define GALLEY_STATUS_HPP

#include <galley/config.hpp>

#include <cstddef>
#include <cstdint>

GALLEY_NAMESPACE_BEGIN

/// Why a function gave no result, or not all of one.
enum class errc : std::uint8_t {
    ok,
    empty,          ///< there was nothing to read
    invalid,        ///< the text does not have the form that was asked for
    overflow,       ///< the form is right, the value does not fit its type
    trailing_text,  ///< a whole-string parse met text after the value
};

/// A value, or the reason why there is none. Test it like a bool.
template <class T>
struct result {
    T value{};
    errc error = errc::ok;
    std::size_t size = 0;  ///< bytes of the input that were read

    constexpr explicit operator bool() const noexcept { return error == errc::ok; }
};

GALLEY_NAMESPACE_END

#endif // GALLEY_STATUS_HPP
