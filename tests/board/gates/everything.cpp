// links
// Every component, the conversion to double as well: it is done in integers.
#include <galley/galley.hpp>

extern "C" int board_main() {
    static constexpr char text[] = "3.5 gal-\nleys";
    double value = 0;
    for (const galley::found_number& n : galley::numbers(text)) value = galley::to_double(n.value).value;
    unsigned char bits[sizeof value];
    __builtin_memcpy(bits, &value, sizeof value);
    int sum = bits[7];
    galley::bloom_lexicon<64> words;
    galley::reflow_with(words, text, [&sum](const galley::piece& p) { sum += static_cast<int>(p.text.size()); });
    return sum;
}
