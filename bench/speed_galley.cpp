// galley's contestants, one for each kernel that this processor runs.
// SPDX-License-Identifier: BSL-1.0
#include "speed.hpp"

#include <galley/reflow.hpp>
#include <galley/tokenizer.hpp>
#include <galley/utf8.hpp>

#include <memory>
#include <type_traits>

namespace bench {
namespace {

namespace detail = galley::detail;

/// Windows into an array, as token_windows does it: every start and kind is written, only their number is compared here;
/// the kernel tests compare all of them.
template <class Kernel, bool Validated>
outcome bulk(std::string_view text) {
    static thread_local std::uint16_t starts[detail::window_bytes + detail::emit_slack];
    outcome found;
    detail::run_state state;
    for (std::size_t at = 0; at != text.size();) {
        const std::size_t rest = text.size() - at;
        const unsigned char* from = detail::octets(text.data() + at);
        const std::size_t size = rest <= detail::window_bytes ? rest : detail::whole_characters(from, detail::window_bytes);
        std::size_t count;
        if constexpr (Validated) count = detail::window(Kernel{}, from, size, rest, at != 0, state, starts);
        else count = Kernel::window_starts(from, size, rest, state, starts);
        if (count == detail::ill_formed_window) return {};
        found.size += count;
        at += size;
    }
    return found;
}

outcome sink(std::string_view text) {
    token_digest digest;
    galley::tokenize(text, [&](galley::token t) {
        digest.add(static_cast<std::uint64_t>(t.text.data() + t.text.size() - text.data()), static_cast<unsigned>(t.kind));
    });
    return digest.found;
}

outcome range(std::string_view text) {
    token_digest digest;
    for (const galley::token t : galley::tokens(text))
        digest.add(static_cast<std::uint64_t>(t.text.data() + t.text.size() - text.data()), static_cast<unsigned>(t.kind));
    return digest.found;
}

outcome by_character(std::string_view text) {
    token_digest digest;
    detail::run_reader(text.data(), text.data() + text.size()).each([&](galley::token t) {
        digest.add(static_cast<std::uint64_t>(t.text.data() + t.text.size() - text.data()), static_cast<unsigned>(t.kind));
        return true;
    });
    return digest.found;
}

/// The sum goes round at 32 bits, for all contestants.
outcome of_points(std::uint64_t size, std::uint32_t sum) { return {size, sum}; }

outcome iterate(std::string_view text) {
    std::uint64_t size = 0;
    std::uint32_t sum = 0;
    for (const char32_t c : galley::code_points(text)) {
        ++size;
        sum += c;
    }
    return of_points(size, sum);
}

outcome for_each(std::string_view text) {
    std::uint64_t size = 0;
    std::uint32_t sum = 0;
    galley::for_each_code_point(text, [&](char32_t c) {
        ++size;
        sum += c;
    });
    return of_points(size, sum);
}

/// What for_each_code_point does on a processor without vectors.
outcome iterate_scalar(std::string_view text) {
    std::uint64_t size = 0;
    std::uint32_t sum = 0;
    const auto add = [&](char32_t c) {
        ++size;
        sum += c;
    };
    detail::each_code_point_by_words(text, add);
    return of_points(size, sum);
}

/// for_each_code_point with one kernel.
template <class Kernel>
outcome iterate_blocks(std::string_view text) {
    std::uint64_t size = 0;
    std::uint32_t sum = 0;
    const auto add = [&](char32_t c) {
        ++size;
        sum += c;
    };
    detail::each_code_point_by_chunks(text, add, [](const char* from, std::size_t bytes, std::size_t readable, bool goes_on, char32_t* out) -> const char32_t* {
        return Kernel::valid(detail::octets(from), bytes, goes_on) ? Kernel::to_utf32(detail::octets(from), bytes, readable, out) : nullptr;
    });
    return of_points(size, sum);
}

template <class Kernel>
outcome to_utf32(std::string_view text) {
    return piecewise(text, [](std::string_view piece, char32_t* out) -> std::size_t {
        char32_t* end = out;
        for (std::size_t at = 0; at != piece.size();) {
            const std::size_t rest = piece.size() - at;
            const unsigned char* from = detail::octets(piece.data() + at);
            const std::size_t bytes = rest <= detail::window_bytes ? rest : detail::whole_characters(from, detail::window_bytes);
            if (!Kernel::valid(from, bytes, at != 0)) return 0;
            end = Kernel::to_utf32(from, bytes, rest, end);
            at += bytes;
        }
        return static_cast<std::size_t>(end - out);
    });
}

/// What utf8_to_utf32 does on a processor without vectors.
outcome to_utf32_scalar(std::string_view text) {
    return piecewise(text, [](std::string_view piece, char32_t* out) { return detail::to_utf32_by_words(piece, out).written; });
}

outcome to_utf32_public(std::string_view text) {
    return piecewise(text, [](std::string_view piece, char32_t* out) {
        return galley::utf8_to_utf32(piece, out, piece_bytes + 16).written;
    });
}

template <class Kernel>
void add_kernel(field& to, const std::string& name) {
    to.push_back({"validate", "galley " + name, [](std::string_view t) {
                      return outcome{Kernel::valid(detail::octets(t.data()), t.size()) ? t.size() : 0, 0};
                  }});
    to.push_back({"count", "galley " + name, [](std::string_view t) {
                      return outcome{Kernel::count_leads(detail::octets(t.data()), t.size()), 0};
                  }});
    to.push_back({"to UTF-32", "galley " + name, std::is_same_v<Kernel, detail::scalar_kernel> ? to_utf32_scalar : to_utf32<Kernel>});
    to.push_back({"iterate", "galley blocks " + name, iterate_blocks<Kernel>});
    to.push_back({"tokenize", "galley " + name + " validated", bulk<Kernel, true>});
    if constexpr (!std::is_same_v<Kernel, detail::scalar_kernel>)  // which finds out by the way
        to.push_back({"tokenize", "galley " + name + " known valid", bulk<Kernel, false>});
}

/// What comes out, and where each piece ends in it.
outcome reflowed(std::string_view text) {
    outcome found;
    galley::reflow(text, [&](const galley::piece& p) {
        found.size += p.text.size();
        found.digest += found.size;
    });
    return found;
}

}  // namespace

void add_galley(field& to) {
    to.push_back({"reflow", "galley", reflowed, agreement::none});
    to.push_back({"tokenize", "galley sink", sink});
    to.push_back({"tokenize", "galley range", range});
    to.push_back({"tokenize", "galley by character", by_character});
    to.push_back({"validate", "galley", [](std::string_view t) { return outcome{galley::utf8_valid_prefix(t), 0}; }});
    to.push_back({"count", "galley, ill-formed too", [](std::string_view t) { return outcome{galley::utf8_count(t), 0}; }});
    to.push_back({"iterate", "galley code_points", iterate});
    to.push_back({"iterate", "galley for_each_code_point", for_each});
    to.push_back({"iterate", "galley scalar", iterate_scalar});
    to.push_back({"to UTF-32", "galley", to_utf32_public});
#if GALLEY_DISPATCH
    if (detail::has_avx512()) {
        to.push_back({"tokenize", "galley AVX-512BW validated", bulk<detail::avx512_kernel, true>});
        to.push_back({"tokenize", "galley AVX-512BW known valid", bulk<detail::avx512_kernel, false>});
        to.push_back({"to UTF-32", "galley AVX-512BW", to_utf32<detail::avx512_kernel>});
        to.push_back({"iterate", "galley blocks AVX-512BW", iterate_blocks<detail::avx512_kernel>});
    }
    if (detail::has_avx2()) add_kernel<detail::avx2_kernel>(to, "AVX2");
    if (detail::has_sse42()) add_kernel<detail::kernel_128>(to, "SSE4.2");
#elif GALLEY_KERNEL_NEON
    add_kernel<detail::kernel_128>(to, "NEON");
#endif
    add_kernel<detail::scalar_kernel>(to, "scalar");
}

}  // namespace bench
