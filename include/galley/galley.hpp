// galley: everything but interop/.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_GALLEY_HPP
#define GALLEY_GALLEY_HPP

#include <galley/config.hpp>
#include <galley/status.hpp>
#include <galley/tokenizer.hpp>
#include <galley/unicode.hpp>
#include <galley/utf8.hpp>

#endif // GALLEY_GALLEY_HPP
