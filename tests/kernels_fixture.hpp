// What the kernel tests share: texts, the reference, and the comparison of every kernel with it.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_TESTS_KERNELS_FIXTURE_HPP
#define GALLEY_TESTS_KERNELS_FIXTURE_HPP

#include <galley/tokenizer.hpp>
#include <galley/utf8.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#if defined(__unix__)
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace kernels_fixture {

inline const std::vector<std::string>& sample_texts() {
    static const std::vector<std::string> texts = {
        "新华社北京6月18日电（记者 张三）共建“一带一路”，投资43.36亿元……同比增长3.5％；完成率达99.9%。\n",
        "東京は、日本の首都です。ﾃｽﾄ「カタカナ・ひらがな」々〆〇ヶ月、1,234円！がぎ\u3099゠？\r\n",
        "한국어 문장입니다. 힣하희 각각의 낱말은 띄어 쓴다(약 3.5%). ㄱㄴㄷ 가나다\n",
        "Grüße aus „München“ – Straße, Ärger, Öl × 3 ÷ 4, naïve café; §5 10,5 °C\u00A0km\n",
        "Plain English: well-known, e.g. 3.14 or 1,000.5; x+y=z ~ $5 ^_^ \t{a|b} \"quoted\"\r\n\r\n\v\f\x01\x7F",
        "Русский текст, ещё слова: 1 000,5 руб. №5 Ѐѿ҂҃\n",
        "Ελληνικά, ἄλφα· ٣٤٥ العربية نص، हिन्दी पाठ। ไทย ภาษา ١٢٣ עברית ́x\n",
        "😀👍🏽 🇩🇪 👨‍👩‍👧 mix 中a文b字1 한あカ🀄𠀀𪛟𝒜①½™→∑ ﷽ ﬁ "
        "\uFEFF\u200B\u200D\u2028\u2029\u0085\uE000\uFFFD\n",
        "﹏＄＋＜ＡＺａｚ０９｛｜｝～｡｢｣､･ 〜〝〟〠〡〰〱〶〸〼〽〾 ㈱㊙㌔ ⼀⺀ ䷀䶿一鿿豈 "
        "豈\n",
    };
    return texts;
}

inline const std::vector<std::string>& ill_formed() {
    static const std::vector<std::string> pieces = {
        "\x80",
        "\xBF\xBF\xBF\xBF\xBF",
        "\xC0\x80",
        "\xC1\xBF",
        "\xC2",
        "\xDF",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xE0\xA0",
        "\xE4\xB8",
        "\xE4",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF",
        "\xF0\x90\x80",
        "\xF0\x9F",
        "\xF0",
        "\xF4\x90\x80\x80",
        "\xF4\x8F\xBF",
        "\xF5\x80\x80\x80",
        "\xF8\x88\x80\x80\x80",
        "\xFF",
        "\xFE\xFE",
        "\xE4\xB8\xE4\xB8\xAD",
        "\xF0\x90\x80\x80\x80",
        "\xE4\xB8\xAD\xAD",
        "\xC3\xA9\xA9",
        "1.\x80",
        "\r\x80\n",
    };
    return pieces;
}

struct run {
    std::size_t at;
    galley::token_kind kind;
    friend bool operator==(const run& a, const run& b) { return a.at == b.at && a.kind == b.kind; }
};

inline std::vector<run> by_token(std::string_view text) {
    std::vector<run> runs;
    const char* at = text.data();
    const char* const last = at + text.size();
    while (at != last) {
        const galley::token t = galley::detail::next_token(at, last);
        runs.push_back({static_cast<std::size_t>(at - text.data()), t.kind});
        at += t.text.size();
    }
    return runs;
}

inline std::u32string by_character(std::string_view text) {
    std::u32string out;
    const char* at = text.data();
    const char* const last = at + text.size();
    while (at != last) {
        const std::uint8_t lead = static_cast<std::uint8_t>(*at);
        const galley::detail::lead_rule rule = galley::detail::rule_of_lead(lead);
        const unsigned char* bytes = reinterpret_cast<const unsigned char*>(at);
        std::size_t size = 1;
        char32_t c = lead < 0x80 ? lead : rule.tail == 0 ? 0xFFFDU : lead & (0x3FU >> rule.tail);
        for (std::size_t n = 1; n <= rule.tail; ++n, ++size) {
            const unsigned low = n == 1 ? rule.second_min : 0x80U, high = n == 1 ? rule.second_max : 0xBFU;
            if (at + n == last || bytes[n] < low || bytes[n] > high) {
                c = 0xFFFD;
                break;
            }
            c = c << 6 | (bytes[n] & 0x3FU);
        }
        out += c;
        at += size;
    }
    return out;
}

#if GALLEY_BLOCKS

template <class Work>
void with_each_kernel(Work&& work) {
    work(galley::detail::scalar_kernel{}, "scalar");
#if GALLEY_KERNEL_NEON
    work(galley::detail::kernel_128{}, "NEON");
#elif GALLEY_KERNEL_SSE42 && !GALLEY_DISPATCH
    galley::detail::with_kernel([&](auto kernel) { work(kernel, "the target's"); });
#elif GALLEY_DISPATCH
    if (galley::detail::has_sse42()) work(galley::detail::kernel_128{}, "SSE4.2");
    if (galley::detail::has_avx2()) work(galley::detail::avx2_kernel{}, "AVX2");
    if (galley::detail::has_avx512()) work(galley::detail::avx512_kernel{}, "AVX-512");
#endif
}

/// The windows of well-formed text through one kernel, as token_windows drives it.
template <class Kernel>
std::vector<run> by_windows(Kernel kernel, std::string_view text) {
    std::vector<run> runs;
    galley::detail::run_state state;
    std::uint16_t found[galley::detail::window_bytes + galley::detail::emit_slack];
    for (std::size_t at = 0; at != text.size();) {
        const std::size_t rest = text.size() - at;
        const unsigned char* from = galley::detail::octets(text.data() + at);
        const bool all = rest <= galley::detail::window_bytes;
        const std::size_t size = all ? rest : galley::detail::whole_characters(from, galley::detail::window_bytes);
        const std::size_t count = galley::detail::window(kernel, from, size, rest, at != 0, state, found);
        REQUIRE(count != galley::detail::ill_formed_window);
        for (std::size_t n = 0; n < count; ++n)
            runs.push_back({at + (found[n] >> 4), static_cast<galley::token_kind>(found[n] & 15U)});
        at += size;
    }
    return runs;
}

template <class Kernel>
std::vector<run> by_blocks(Kernel kernel, std::string_view text) {
    std::vector<run> runs;
    galley::detail::run_state state;
    std::string padded(text);
    padded.append(galley::detail::block_reach, '\0');
    for (std::size_t at = 0; at < text.size(); at += 64) {
        std::uint8_t classes[64];
        std::uint64_t starts = kernel.block_starts(galley::detail::octets(padded.data() + at), state, classes);
        starts &= galley::detail::low_bits(text.size() - at);
        for (; starts != 0; starts &= starts - 1) {
            const unsigned place = galley::detail::trailing_zeros(starts);
            runs.push_back({at + place, static_cast<galley::token_kind>(classes[place])});
        }
    }
    return runs;
}

#endif  // GALLEY_BLOCKS

#if GALLEY_BLOCKS

/// A window is refused when it is ill-formed, and leaves the state alone then.
template <class Kernel>
void check_window(Kernel kernel, std::string_view text, bool well_formed) {
    if (text.empty() || text.size() > galley::detail::window_bytes) return;
    galley::detail::run_state state;
    std::uint16_t found[galley::detail::window_bytes + galley::detail::emit_slack];
    const std::size_t count =
        galley::detail::window(kernel, galley::detail::octets(text.data()), text.size(), text.size(), false, state, found);
    REQUIRE((count != galley::detail::ill_formed_window) == well_formed);
    if (!well_formed) REQUIRE((state.kind == galley::detail::run_state{}.kind && state.before == 0));
}

#endif

inline void check_valid(std::string_view text) {
    const std::size_t prefix = galley::detail::valid_prefix_by_character(text.data(), text.data() + text.size());
    REQUIRE(galley::utf8_valid_prefix(text) == prefix);
#if GALLEY_BLOCKS
    with_each_kernel([&](auto kernel, const char* name) {
        CAPTURE(name);
        REQUIRE(kernel.valid(galley::detail::octets(text.data()), text.size()) == (prefix == text.size()));
        check_window(kernel, text, prefix == text.size());
    });
#endif
}

inline void check_runs(std::string_view text) {
    const std::vector<run> expected = by_token(text);
    std::vector<run> found;
    const auto add = [&](galley::token t) { found.push_back({static_cast<std::size_t>(t.text.data() - text.data()), t.kind}); };
    std::size_t covered = 0;
    galley::tokenize(text, [&](galley::token t) {
        add(t);
        covered += t.text.size();
    });
    REQUIRE(found == expected);
    REQUIRE(covered == text.size());
    found.clear();
    for (const galley::token t : galley::tokens(text)) add(t);
    REQUIRE(found == expected);
#if GALLEY_BLOCKS
    if (galley::utf8_valid_prefix(text) != text.size() || text.empty()) return;
    with_each_kernel([&](auto kernel, const char* name) {
        CAPTURE(name);
        REQUIRE(by_windows(kernel, text) == expected);
        REQUIRE(by_blocks(kernel, text) == expected);
    });
#endif
}

inline void check_all(std::string_view text) {
    check_valid(text);
    check_runs(text);
    const std::u32string expected = by_character(text);
    REQUIRE(galley::utf8_count(text) == expected.size());
    std::u32string found(expected.size(), U'\0');
    const galley::transcoded done = galley::utf8_to_utf32(text, found.data(), found.size());
    REQUIRE(done.read == text.size());
    REQUIRE(found == expected);
    found.clear();
    galley::for_each_code_point(text, [&](char32_t c) { found += c; });
    REQUIRE(found == expected);
    found.clear();
    for (const char32_t c : galley::code_points(text)) found += c;
    REQUIRE(found == expected);
#if GALLEY_BLOCKS
    found.clear();
    const auto add = [&](char32_t c) { found += c; };
    galley::detail::each_code_point_by_words(text, add);
    REQUIRE(found == expected);
    found.assign(text.size(), U'\0');
    const galley::transcoded by_words = galley::detail::to_utf32_by_words(text, found.data());
    REQUIRE(by_words.read == text.size());
    found.resize(by_words.written);
    REQUIRE(found == expected);
    if (galley::utf8_valid_prefix(text) != text.size()) return;
    with_each_kernel([&](auto kernel, const char* name) {
        CAPTURE(name);
        REQUIRE(kernel.count_leads(galley::detail::octets(text.data()), text.size()) == expected.size());
        std::u32string out(expected.size() + galley::detail::emit_slack, U'\0');
        const char32_t* end = kernel.to_utf32(galley::detail::octets(text.data()), text.size(), text.size(), out.data());
        REQUIRE(static_cast<std::size_t>(end - out.data()) == expected.size());
        REQUIRE(out.compare(0, expected.size(), expected) == 0);
    });
#endif
}

/// xorshift, so that every run is the same.
class Random {
public:
    unsigned below(unsigned limit) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<unsigned>(state_ >> 33) % limit;
    }
    /// 0: any bytes; 1: any characters; 2: characters of few kinds; 3: words of the samples, now and then a bad byte
    std::string piece(unsigned kind) {
        if (kind == 0) return std::string(1, static_cast<char>(below(256)));
        if (kind == 3) {
            if (below(60) == 0) return ill_formed()[below(static_cast<unsigned>(ill_formed().size()))];
            const std::string& sample = sample_texts()[below(static_cast<unsigned>(sample_texts().size()))];
            return sample.substr(below(static_cast<unsigned>(sample.size())), below(20));
        }
        static constexpr char32_t few[] = {U'a',  U'1',   U'.',   U',',   U' ',   U'\n',   U'\r',
                                           0x301, 0x4E2D, 0x3042, 0xD55C, 0x3002, 0x1F600, 0xE9};
        char32_t c = kind == 2 ? few[below(14)] : static_cast<char32_t>(below(0x110000) >> below(14));
        char octets[4];
        return std::string(octets, static_cast<std::size_t>(galley::utf8_encode(c, octets) - octets));
    }

private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15;
};

/// A page with no access on either side; where there are no pages, a plain copy.
class Guarded {
public:
#if defined(__unix__)
    Guarded() : size_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))) {
        void* pages = mmap(nullptr, 3 * size_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        REQUIRE(pages != MAP_FAILED);
        page_ = static_cast<char*>(pages) + size_;
        REQUIRE(mprotect(page_, size_, PROT_READ | PROT_WRITE) == 0);
    }
    ~Guarded() { munmap(page_ - size_, 3 * size_); }
#else
    Guarded() : size_(4096), page_(new char[4096]) {}
    ~Guarded() { delete[] page_; }
#endif
    Guarded(const Guarded&) = delete;
    Guarded& operator=(const Guarded&) = delete;

    std::string_view at_end(std::string_view text) const { return put(text, size_ - text.size()); }
    std::string_view at_start(std::string_view text) const { return put(text, 0); }

private:
    std::string_view put(std::string_view text, std::size_t offset) const {
        if (!text.empty()) std::memcpy(page_ + offset, text.data(), text.size());
        return {page_ + offset, text.size()};
    }
    std::size_t size_;
    char* page_;
};

}  // namespace kernels_fixture

#endif // GALLEY_TESTS_KERNELS_FIXTURE_HPP
