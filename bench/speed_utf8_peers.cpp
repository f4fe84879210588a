// Peers for UTF-8: utfcpp, ICU's macros, utf8proc, simdjson's validator, simdutf, and memchr as the limit of reading.
// SPDX-License-Identifier: BSL-1.0
#include "speed.hpp"

#include <cstring>

#if GALLEY_BENCH_UTFCPP
#include <utf8.h>
#endif
#if GALLEY_BENCH_ICU
#include <unicode/utf8.h>
#endif
#if GALLEY_BENCH_UTF8PROC
#include <utf8proc.h>
#endif
#if GALLEY_BENCH_SIMDJSON
#include <simdjson.h>
#endif
#if GALLEY_BENCH_SIMDUTF
#include <simdutf.h>
#endif

namespace bench {
namespace {

outcome read_limit(std::string_view text) {
    return {std::memchr(text.data(), 0xFF, text.size()) == nullptr ? std::uint64_t{0} : std::uint64_t{1}, 0};
}

#if GALLEY_BENCH_UTFCPP
void add_utfcpp(field& to) {
    to.push_back({"validate", "utfcpp", [](std::string_view t) {
        return outcome{static_cast<std::uint64_t>(utf8::find_invalid(t.begin(), t.end()) - t.begin()), 0};
    }});
    to.push_back({"count", "utfcpp", [](std::string_view t) {
        return outcome{static_cast<std::uint64_t>(utf8::distance(t.begin(), t.end())), 0};
    }});
    to.push_back({"iterate", "utfcpp", [](std::string_view t) {
        std::uint64_t size = 0;
        std::uint32_t sum = 0;
        for (auto at = t.begin(); at != t.end(); ++size) sum += utf8::next(at, t.end());
        return outcome{size, sum};
    }});
    to.push_back({"to UTF-32", "utfcpp", [](std::string_view t) {
        return piecewise(t, [](std::string_view piece, char32_t* out) {
            return static_cast<std::size_t>(utf8::utf8to32(piece.begin(), piece.end(), out) - out);
        });
    }});
}
#endif

#if GALLEY_BENCH_ICU
void add_icu(field& to) {
    to.push_back({"iterate", "ICU U8_NEXT_OR_FFFD", [](std::string_view t) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(t.data());
        const std::int64_t size = static_cast<std::int64_t>(t.size());
        std::uint64_t count = 0;
        std::uint32_t sum = 0;
        for (std::int64_t at = 0; at < size; ++count) {
            UChar32 c;
            U8_NEXT_OR_FFFD(bytes, at, size, c);
            sum += static_cast<std::uint32_t>(c);
        }
        return outcome{count, sum};
    }});
    to.push_back({"to UTF-32", "ICU U8_NEXT_OR_FFFD", [](std::string_view t) {
        return piecewise(t, [](std::string_view piece, char32_t* out) {
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(piece.data());
            const std::int64_t size = static_cast<std::int64_t>(piece.size());
            std::size_t written = 0;
            for (std::int64_t at = 0; at < size;) {
                UChar32 c;
                U8_NEXT_OR_FFFD(bytes, at, size, c);
                out[written++] = static_cast<char32_t>(c);
            }
            return written;
        });
    }});
}
#endif

#if GALLEY_BENCH_UTF8PROC
void add_utf8proc(field& to) {
    to.push_back({"iterate", "utf8proc", [](std::string_view t) {
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(t.data());
        std::uint64_t count = 0;
        std::uint32_t sum = 0;
        for (std::size_t at = 0; at < t.size(); ++count) {
            utf8proc_int32_t c;
            const utf8proc_ssize_t size = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(t.size() - at), &c);
            at += size > 0 ? static_cast<std::size_t>(size) : 1;
            sum += static_cast<std::uint32_t>(c);
        }
        return outcome{count, sum};
    }});
}
#endif

#if GALLEY_BENCH_SIMDUTF
void add_simdutf(field& to) {
    to.push_back({"validate", "simdutf", [](std::string_view t) {
                      return outcome{simdutf::validate_utf8(t.data(), t.size()) ? t.size() : 0, 0};
                  }});
    to.push_back({"count", "simdutf", [](std::string_view t) { return outcome{simdutf::count_utf8(t.data(), t.size()), 0}; }});
    to.push_back({"to UTF-32", "simdutf", [](std::string_view t) {
                      return piecewise(t, [](std::string_view piece, char32_t* out) {
                          return simdutf::convert_utf8_to_utf32(piece.data(), piece.size(), out);
                      });
                  }});
}
#endif

}  // namespace

void add_utf8_peers(field& to) {
    to.push_back({"count", "memchr, reading only", read_limit, agreement::none});
#if GALLEY_BENCH_UTFCPP
    add_utfcpp(to);
#endif
#if GALLEY_BENCH_ICU
    add_icu(to);
#endif
#if GALLEY_BENCH_UTF8PROC
    add_utf8proc(to);
#endif
#if GALLEY_BENCH_SIMDJSON
    to.push_back({"validate", "simdjson", [](std::string_view t) {
                      return outcome{simdjson::validate_utf8(t.data(), t.size()) ? t.size() : 0, 0};
                  }});
#endif
#if GALLEY_BENCH_SIMDUTF
    add_simdutf(to);
#endif
}

}  // namespace bench
