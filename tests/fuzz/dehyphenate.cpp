// Dehyphenation: slices of the input in order, nothing gone but line-end hyphens, each finding where it says, with every kind
// of lexicon.
#include "../hyphen_promises.hpp"
#include "fuzz.hpp"

#include <galley/dehyphenate.hpp>

#include <memory>

namespace {

template <class Lexicon>
void check(std::string_view text, Lexicon& lexicon, const galley::hyphen_options& options) {
    if (const char* const broken = promises::broken_in(text, lexicon, options)) fuzz::fail(broken, __FILE__, __LINE__);
}

}  // namespace

const fuzz::work_budget fuzz::budget{400000, 20000};

void fuzz::examine(dice choices) {
    galley::hyphen_options options;
    options.bias = static_cast<std::int16_t>(static_cast<int>(choices.below(256)) - (choices.yes() ? 128 : 0));
    options.double_hyphens = choices.yes();
    const unsigned ahead = choices.below(16);
    const std::string_view text = choices.rest();

    galley::no_lexicon none;
    check(text, none, options);
    galley::rescan_lexicon<256> few;  // the text again and again
    check(text, few, options);
    const auto many = std::make_unique<galley::rescan_lexicon<65536>>();
    check(text, *many, options);
    galley::bloom_lexicon<1024> filter;
    check(text, filter, options);
    galley::one_pass_options once;
    static_cast<galley::hyphen_options&>(once) = options;
    once.lookahead = ahead * ahead;
    galley::bloom_lexicon<64> tiny;
    check(text, tiny, once);
    const auto is_long = [](std::string_view word) { return word.size() > 6; };
    galley::callback_lexicon<decltype(is_long)> callback(is_long);
    check(text, callback, once);
}
