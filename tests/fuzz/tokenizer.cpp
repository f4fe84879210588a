// The tokenizer and its kernels: runs tile the text, every way to ask gives the same, and every instruction set agrees.
#define DOCTEST_CONFIG_IMPLEMENT
#include "../kernels_fixture.hpp"
#include "fuzz.hpp"

#include <galley/tokenizer.hpp>

namespace {

/// The fixture's assertions are doctest's; here they end the program.
void abort_on_failure() {
    static doctest::Context context;
    context.setAssertHandler([](const doctest::AssertData& data) {
        if (data.m_failed) fuzz::fail(data.m_expr, data.m_file, data.m_line);
    });
    context.setAsDefaultForAssertsOutOfTestCases();
}

void check_tiling(std::string_view text) {
    const char* end = text.data();
    galley::token before{};
    galley::tokenize(text, [&](galley::token t) {
        FUZZ_REQUIRE(t.text.data() == end && !t.text.empty());
        end += t.text.size();
        const bool one_each = t.kind == galley::token_kind::punctuation || t.kind == galley::token_kind::line_break ||
                              t.kind == galley::token_kind::invalid;
        FUZZ_REQUIRE(one_each || before.text.empty() || t.kind != before.kind);
        FUZZ_REQUIRE((t.kind == galley::token_kind::invalid) == (galley::utf8_valid_prefix(t.text) != t.text.size()));
        before = t;
    });
    FUZZ_REQUIRE(end == text.data() + text.size());
}

}  // namespace

const fuzz::work_budget fuzz::budget{200000, 20000};

void fuzz::examine(dice choices) {
    static const bool once = (abort_on_failure(), true);
    static_cast<void>(once);
    check_tiling(choices.rest());
    kernels_fixture::check_all(choices.rest());
}
