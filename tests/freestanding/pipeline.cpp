// Numbers, lexicons, hyphens, rejoining and reflow, as a firmware would call them.
#include <galley/galley.hpp>

extern "C" {

unsigned long image_numbers(const char* text, unsigned long size) {
    unsigned long sum = 0;
    for (const galley::found_number& n : galley::numbers({text, size})) {
        sum += n.text.size() + static_cast<unsigned long>(galley::to_int64(n.value).value);
    }
    return sum + galley::parse_number({text, size}).size;
}

unsigned long image_decimal(const galley::number* value, char* out) {
    return galley::to_decimal_string(*value, out, out + galley::decimal_string_size).value.size();
}

unsigned long image_lexicon(const char* text, unsigned long size, unsigned char* storage, unsigned long bytes) {
    galley::bloom_lexicon_view words(storage, bytes);
    galley::read_words({text, size}, words);
    return words.size() + words.contains_word({text, size}) + words.false_positives();
}

unsigned long image_hyphens(const char* text, unsigned long size, galley::rescan_lexicon<1024>* questions, galley::bloom_lexicon<1024>* words) {
    unsigned long sum = 0;
    const auto sink = [&sum](std::string_view slice) { sum += slice.size(); };
    galley::dehyphenate({text, size}, sink);
    galley::dehyphenate({text, size}, *questions, sink);
    galley::dehyphenate({text, size}, *words, sink);
    return sum;
}

unsigned long image_join(const char* text, unsigned long size) {
    unsigned long sum = static_cast<unsigned long>(galley::segment_break(U'a', U'b'));
    galley::join_lines({text, size}, [&sum](std::string_view slice) { sum += slice.size(); });
    return sum;
}

unsigned long image_reflow(const char* text, unsigned long size, galley::bloom_lexicon<1024>* words) {
    unsigned long sum = 0;
    const auto sink = [&sum](const galley::piece& p) { sum += p.text.size(); };
    const auto result = galley::reflow({text, size}, sink, {}, [&sum](const galley::break_report& report) { sum += report.source; });
    return sum + galley::reflow_with(*words, {text, size}, sink).lines + result.paragraphs;
}

unsigned long image_reflower(galley::reflower<1024>* flow, const char* text, unsigned long size) {
    unsigned long sum = 0;
    const auto sink = [&sum](const galley::piece& p) { sum += p.text.size(); };
    flow->push({text, size}, sink);
    return sum + flow->finish(sink).lines;
}
}
