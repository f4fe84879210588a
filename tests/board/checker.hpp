// What the self-check's cases are written in: text in, text out, compared at every alignment.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_TESTS_BOARD_CHECKER_HPP
#define GALLEY_TESTS_BOARD_CHECKER_HPP

#include "board.hpp"

#include <cstddef>
#include <string_view>

namespace board {

/// Text of up to 500 bytes, zero-terminated; what is too much is cut, and then compares unequal.
class note {
public:
    note& operator<<(std::string_view text) {
        for (const char c : text) put(c);
        return *this;
    }
    note& operator<<(char c) {
        put(c);
        return *this;
    }
    note& operator<<(std::size_t number) {
        if (number >= 10) *this << number / 10;
        put(static_cast<char>('0' + number % 10));
        return *this;
    }
    std::string_view view() const { return {text_, size_}; }
    const char* c_str() const { return text_; }
    void clear() { text_[size_ = 0] = '\0'; }

private:
    void put(char c) {
        if (size_ + 1 >= sizeof text_) return;
        text_[size_++] = c;
        text_[size_] = '\0';
    }

    char text_[500] = {};
    std::size_t size_ = 0;
};

struct row {
    std::string_view text;
    std::string_view expected;
};

class checker {
public:
    /// `spell(text, out)` must write what is expected, wherever the text begins in a word, and read nothing around it.
    template <std::size_t N, class Spell>
    void rows(std::string_view name, const row (&all)[N], Spell spell) {
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t shift = 0; shift < sizeof(std::size_t); ++shift) check(name, i, all[i], shift, spell);
        }
    }

    /// Counts them. True when none failed.
    bool finish() const {
        note line;
        line << "self-check: " << checks_ - failures_ << " passed, " << failures_ << " failed\n";
        print(line.c_str());
        return failures_ == 0 && checks_ != 0;
    }

private:
    template <class Spell>
    void check(std::string_view name, std::size_t number, const row& r, std::size_t shift, Spell spell) {
        constexpr std::size_t most = 400;
        alignas(sizeof(std::size_t)) char place[most + 16];
        const std::size_t size = r.text.size() < most ? r.text.size() : most;
        for (char& c : place) c = '9';  // would join a number
        for (std::size_t i = 0; i < size; ++i) place[shift + i] = r.text[i];
        note found;
        spell(std::string_view(place + shift, size), found);
        ++checks_;
        if (found.view() == r.expected) return;
        ++failures_;
        print("self-check: ");
        note where;
        where << name << ", row " << number << ", shifted by " << shift << ":\n";
        print(where.c_str());
        print(found.c_str());
        print("\n");
    }

    std::size_t checks_ = 0, failures_ = 0;
};

}  // namespace board

#endif // GALLEY_TESTS_BOARD_CHECKER_HPP
