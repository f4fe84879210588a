// galley: everything but interop/.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_GALLEY_HPP
#define GALLEY_GALLEY_HPP

#include <galley/config.hpp>
#include <galley/dehyphenate.hpp>
#include <galley/lexicon.hpp>
#include <galley/number.hpp>
#include <galley/reflow.hpp>
#include <galley/rejoin.hpp>
#include <galley/repeats.hpp>
#include <galley/status.hpp>
#include <galley/tokenizer.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#endif // GALLEY_GALLEY_HPP
