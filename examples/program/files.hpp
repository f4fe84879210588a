// galley, the command-line program: reading, writing and complaining.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_EXAMPLES_PROGRAM_FILES_HPP
#define GALLEY_EXAMPLES_PROGRAM_FILES_HPP

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace program {

constexpr int exit_input = 1, exit_usage = 2;

// One line, whatever bytes a name has.
inline int complain(std::string_view subject, std::string_view reason) {
    std::string line = "galley: ";
    line.append(subject).append(": ").append(reason);
    for (char& c : line) c = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    line += '\n';
    std::fputs(line.c_str(), stderr);
    return exit_usage;
}

inline bool read_file(const std::string& name, std::string& text) {
    std::FILE* const file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
    if (file == nullptr) return complain(name, std::strerror(errno)), false;
    char block[65536];
    errno = 0;
    for (std::size_t size = 0; (size = std::fread(block, 1, sizeof block, file)) != 0;) text.append(block, size);
    const bool failed = std::ferror(file) != 0;
    const int reason = errno;
    if (file != stdin) std::fclose(file);
    if (failed) complain(name, reason != 0 ? std::strerror(reason) : "cannot be read");
    return !failed;
}

// Standard output, or a file that appears under its name only when all is written. What is no ordinary file (a device, a
// pipe) is written to as it is; a symbolic link leads to its file.
class output {
public:
    bool open(const std::string& name) {
        name_ = name;
        if (name.empty()) return true;
        std::error_code none;
        const auto target = std::filesystem::weakly_canonical(name, none);
        if (!none) name_ = target.string();
        const bool ordinary = !std::filesystem::exists(name_, none) || std::filesystem::is_regular_file(name_, none);
        file_ = ordinary ? open_part() : std::fopen(name_.c_str(), "wb");
        return file_ != nullptr || fail();
    }

    void write(std::string_view text) {
        if (!text.empty()) last_ = text.back();
        written_ = written_ || !text.empty();
        buffer_.append(text);
        if (buffer_.size() >= 65536) flush();
    }

    // Between the outputs of two files: a line is ended, and `more` follows.
    void part_files(std::string_view more) {
        if (last_ != '\n') write("\n");
        if (written_) write(more);
    }

    bool close() {
        flush();
        if (file_ != stdout && file_ != nullptr && std::fclose(file_) != 0) good_ = false;
        else if (file_ == stdout && std::fflush(stdout) != 0) good_ = false;
        if (!good_) return fail();
        if (part_.empty()) return true;
        std::error_code none;
        const auto before = std::filesystem::status(name_, none);
        if (std::filesystem::exists(before)) std::filesystem::permissions(part_, before.permissions(), none);
        if (std::rename(part_.c_str(), name_.c_str()) != 0) return fail();
        part_.clear();
        return true;
    }

    ~output() {
        if (!part_.empty()) std::remove(part_.c_str());
    }

private:
    // A file that was not there: another run may be writing to the same name.
    std::FILE* open_part() {
        for (int i = 0; i < 1000; ++i) {
            const std::string name = name_ + ".part" + (i == 0 ? "" : std::to_string(i));
            std::FILE* const file = std::fopen(name.c_str(), "wbx");
            if (file != nullptr) part_ = name;
            if (file != nullptr || errno != EEXIST) return file;
        }
        return nullptr;
    }

    void flush() {
        if (good_ && file_ != nullptr && std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) {
            good_ = false;
            reason_ = errno;
        }
        buffer_.clear();
    }

    bool fail() {
        const int reason = reason_ != 0 ? reason_ : errno;
        complain(name_.empty() ? "standard output" : name_, std::strerror(reason));
        return false;
    }

    std::string name_, part_, buffer_;
    std::FILE* file_ = stdout;
    bool good_ = true;
    bool written_ = false;
    char last_ = '\n';
    int reason_ = 0;
};

// Says on a terminal how far long work has come.
class progress {
public:
    explicit progress(std::size_t total) : total_(total) {
#if __has_include(<unistd.h>)
        on_ = total > (std::size_t{8} << 20) && isatty(2) != 0;
#endif
    }
    void at(std::size_t done) {
        if (!on_ || done < next_) return;
        next_ = done + total_ / 100;
        std::fprintf(stderr, "\r%3u %%", static_cast<unsigned>(done / (total_ / 100)));
    }
    ~progress() {
        if (on_) std::fputs("\r     \r", stderr);
    }

private:
    std::size_t total_;
    std::size_t next_ = 0;
    bool on_ = false;
};

}  // namespace program

#endif // GALLEY_EXAMPLES_PROGRAM_FILES_HPP
