// UTF-8, properties and tokens, as a firmware would call them.
#include <galley/tokenizer.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

extern "C" {

unsigned long image_decode(const char* text, unsigned long size) {
    unsigned long sum = 0;
    for (const char32_t c : galley::code_points({text, size})) sum += c;
    auto view = galley::code_points({text, size});
    for (auto at = view.end(); at != view.begin();) sum ^= *--at;
    return sum + galley::utf8_count({text, size}) + galley::utf8_valid_prefix({text, size});
}

unsigned long image_stream(galley::utf8_stream_decoder* decoder, const char* text, unsigned long size) {
    unsigned long sum = 0;
    const auto sink = [&sum](galley::decoded c) { sum += c.code_point; };
    decoder->push({text, size}, sink);
    decoder->finish(sink);
    return sum;
}

char* image_encode(char32_t c, char* out) { return galley::utf8_encode(c, out); }

unsigned image_properties(char32_t c) {
    return static_cast<unsigned>(galley::kind_of(c)) + static_cast<unsigned>(galley::width_of(c)) + galley::quarter_ems(c) +
           galley::is_mark(c) + galley::is_opener(c) + galley::is_closer(c) + galley::is_sentence_end(c) + galley::is_no_start(c) +
           galley::is_emoji(c);
}

unsigned long image_tokens(const char* text, unsigned long size) {
    unsigned long sum = 0;
    galley::tokenize({text, size}, [&sum](galley::token t) { sum += t.text.size() << static_cast<unsigned>(t.kind); });
    for (const galley::token t : galley::tokens({text, size})) sum += galley::name_of(t.kind).size();
    return sum;
}
}
