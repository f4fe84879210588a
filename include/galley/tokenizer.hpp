// galley: text to runs, the hot loop.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_TOKENIZER_HPP
#define GALLEY_TOKENIZER_HPP

#include <galley/config.hpp>
#include <galley/detail/kernels.hpp>
#include <galley/detail/run_reader.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

GALLEY_NAMESPACE_BEGIN

#if GALLEY_BLOCKS

namespace detail {

/// Adds the characters, well-formed or not, that begin in the first `size` bytes from `base` on; returns how many bytes they have.
inline std::size_t add_characters(scalar::run_writer& writer, const char* base, std::size_t size, const char* last) noexcept {
    std::size_t offset = 0;
    for (const char* at = base; at != last && offset < size; offset = static_cast<std::size_t>(at - base)) {
        const decoded character = utf8_next(at, last);
        writer.add(offset, character.valid ? class_of(character.code_point) : static_cast<unsigned>(token_kind::invalid));
    }
    return offset;
}

}  // namespace detail

/// Starts and kinds of the runs of a text, a window of up to 4096 bytes at a time: the bulk form, for those who want
/// neither a call nor an iterator for each run. Any bytes are text; an ill-formed window is only slower.
///
///     for (galley::token_windows w(text); w.next();)
///         for (std::size_t n = 0; n < w.count(); ++n) use(w.start(n), w.kind(n));
///
/// A run ends where the next one starts, be it in a later window. Linear; about 8 KB of state, no heap.
class token_windows {
public:
    explicit token_windows(std::string_view text) noexcept
        : first_(text.data()), base_(text.data()), size_(0), count_(0), last_(text.data() + text.size()) {}

    /// Goes to the next window. False at the end of the text.
    bool next() noexcept {
        base_ += size_;
        if (base_ == last_) return false;
        const unsigned char* const text = detail::octets(base_);
        const std::size_t rest = static_cast<std::size_t>(last_ - base_);
        size_ = rest <= detail::window_bytes ? rest : detail::whole_characters(text, detail::window_bytes);
        count_ = detail::with_kernel(
            [&](auto kernel) { return detail::window(kernel, text, size_, rest, base_ - first_ >= 3, state_, starts_); });
        if (count_ == detail::ill_formed_window) read_ill_formed(rest);
        return true;
    }

    /// Runs that start in this window; 0 where one run fills it.
    std::size_t count() const noexcept { return count_; }
    /// Where the nth of them starts.
    const char* start(std::size_t n) const noexcept { return base_ + (starts_[n] >> 4); }
    token_kind kind(std::size_t n) const noexcept { return static_cast<token_kind>(starts_[n] & 15U); }

private:
    void read_ill_formed(std::size_t rest) noexcept {
        detail::scalar::run_writer writer(detail::octets(base_), rest, state_, starts_);
        size_ = detail::add_characters(writer, base_, size_, last_);
        count_ = writer.finish(size_, starts_, state_);
    }

    const char* first_;
    const char* base_;
    std::size_t size_;
    std::size_t count_;
    const char* last_;
    detail::run_state state_;
    std::uint16_t starts_[detail::window_bytes + detail::emit_slack];  // offset << 4 | kind
};

namespace detail {

/// The runs of a text one after another, a block ahead.
class block_reader {
public:
    /// Where the run at `at`, which is behind the one read before, ends, and its kind. `at` is not `last`.
    token read(const char* at, const char* last) noexcept {
        if (block_ == nullptr) {
            block_ = at;
            refill(last);
            kind_ = classes_[0];
            starts_ &= starts_ - 1;
        }
        while (starts_ == 0 && block_ + size_ != last) refill(last);
        const token_kind kind = static_cast<token_kind>(kind_);
        const char* end = last;
        if (starts_ != 0) {
            const unsigned place = trailing_zeros(starts_);
            end = block_ + place;
            kind_ = classes_[place];
            starts_ &= starts_ - 1;
        }
        return {{at, static_cast<std::size_t>(end - at)}, kind};
    }

private:
    void refill(const char* last) noexcept {
        block_ += size_;
        if (block_ >= checked_) check_ahead(last);
        if (!valid_) return read_ill_formed(last);
        const unsigned char* text = octets(block_);
        const std::size_t rest = static_cast<std::size_t>(last - block_);
        const std::size_t left = static_cast<std::size_t>(checked_ - block_);
        size_ = static_cast<std::uint8_t>(left < block_bytes ? left : block_bytes);
        unsigned char edge[block_reach];
        if (rest < block_reach) text = copy_edge(text, rest, edge);
        const std::uint8_t kind_before = state_.kind;
        starts_ = with_kernel([&](auto kernel) { return kernel.block_starts(text, state_, classes_); }) & low_bits(size_);
        state_.kind = starts_ == 0 ? kind_before : classes_[63U - static_cast<unsigned>(__builtin_clzll(starts_))];
        state_.before = block_[size_ - 1];
    }

    void check_ahead(const char* last) noexcept {
        const std::size_t rest = static_cast<std::size_t>(last - block_);
        const std::size_t size = rest <= window_bytes ? rest : whole_characters(octets(block_), window_bytes);
        valid_ = with_kernel([&](auto kernel) { return kernel.valid(octets(block_), size); });
        checked_ = block_ + size;
    }

    void read_ill_formed(const char* last) noexcept {
        std::uint16_t found[block_bytes];
        scalar::run_writer writer(octets(block_), static_cast<std::size_t>(last - block_), state_, found);
        size_ = static_cast<std::uint8_t>(add_characters(writer, block_, block_bytes - 3, last));
        const std::size_t count = writer.finish(size_, found, state_);
        starts_ = 0;
        for (std::size_t n = 0; n < count; ++n) {
            starts_ |= std::uint64_t{1} << (found[n] >> 4);
            classes_[found[n] >> 4] = static_cast<std::uint8_t>(found[n] & 15U);
        }
    }

    const char* block_ = nullptr;
    const char* checked_ = nullptr;  ///< so far is known whether the text is well-formed
    std::uint64_t starts_ = 0;       ///< not handed out yet
    run_state state_;
    std::uint8_t kind_ = 0;          ///< of the run to come
    std::uint8_t size_ = 0;
    bool valid_ = false;
    std::uint8_t classes_[block_bytes] = {};
};

/// `text` is not empty. Inline, so that what the sink counts can stay in registers.
template <class Sink>
GALLEY_INLINE void tokenize_windows(std::string_view text, Sink& sink) {
    token_windows windows(text);
    const char* start = nullptr;
    token_kind kind = token_kind::other;
    while (windows.next()) {
        const std::size_t count = windows.count();
        for (std::size_t n = 0; n < count; ++n) {
            const char* const next = windows.start(n);
            if (start != nullptr) sink(token{{start, static_cast<std::size_t>(next - start)}, kind});
            start = next;
            kind = windows.kind(n);
        }
    }
    sink(token{{start, static_cast<std::size_t>(text.data() + text.size() - start)}, kind});
}

}  // namespace detail

#endif // GALLEY_BLOCKS

/// Calls `sink(token)` for each run, in order; the runs cover `text` without gaps. Linear, no look-back, one byte of
/// look-ahead. Marks and format characters belong to the run that they follow; with none before them they are `other`.
template <class Sink>
GALLEY_INLINE constexpr void tokenize(std::string_view text, Sink&& sink) {
#if GALLEY_BLOCKS
    if (!GALLEY_CONSTANT_EVALUATED() && text.size() >= 2 * detail::block_bytes) {
        detail::tokenize_windows(text, sink);
        return;
    }
#endif
    detail::run_reader(text.data(), text.data() + text.size()).each([&sink](token read) {
        sink(read);
        return true;
    });
}

/// The runs of a text as a forward range. With GALLEY_BLOCKS an iterator reads a block ahead and has about 150 bytes.
class token_range {
public:
    class iterator {
    public:
        using value_type = token;
        using difference_type = std::ptrdiff_t;
        using reference = token;
        using pointer = const token*;
        using iterator_category = std::forward_iterator_tag;

        constexpr iterator() = default;
        constexpr iterator(const char* at, const char* last) noexcept : last_(last) { read(at); }

        constexpr token operator*() const noexcept { return current_; }
        constexpr const token* operator->() const noexcept { return &current_; }
        constexpr iterator& operator++() noexcept {
            read(current_.text.data() + current_.text.size());
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            iterator before = *this;
            ++*this;
            return before;
        }
        friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
            return a.current_.text.data() == b.current_.text.data();
        }
        friend constexpr bool operator!=(const iterator& a, const iterator& b) noexcept { return !(a == b); }

    private:
        constexpr void read(const char* at) noexcept {
            current_ = at == last_ ? token{{at, 0}, token_kind::other} : run_at(at);
        }
        constexpr token run_at(const char* at) noexcept {
#if GALLEY_BLOCKS
            if (!GALLEY_CONSTANT_EVALUATED()) return ahead_.read(at, last_);
#endif
            return detail::next_token(at, last_);
        }

        const char* last_ = nullptr;
        token current_{{}, token_kind::other};
#if GALLEY_BLOCKS
        detail::block_reader ahead_;
#endif
    };

    constexpr explicit token_range(std::string_view text) noexcept : text_(text) {}
    constexpr iterator begin() const noexcept { return {text_.data(), text_.data() + text_.size()}; }
    constexpr iterator end() const noexcept { return {text_.data() + text_.size(), text_.data() + text_.size()}; }

private:
    std::string_view text_;
};

/// `for (galley::token t : galley::tokens(text))`. The same runs as `tokenize`.
constexpr token_range tokens(std::string_view text) noexcept { return token_range(text); }

/// Lower-case name of a kind, such as "line_break".
constexpr std::string_view name_of(token_kind kind) noexcept {
    constexpr std::string_view names[] = {"han",    "kana",  "hangul",     "word",  "digits", "punctuation",
                                          "symbol", "space", "line_break", "other", "invalid"};
    const auto at = static_cast<std::size_t>(kind);
    return at < detail::length_of(names) ? names[at] : std::string_view("unknown");
}

GALLEY_NAMESPACE_END

#endif // GALLEY_TOKENIZER_HPP
