// galley: which kernel runs. The only place that knows all instruction sets.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNELS_HPP
#define GALLEY_DETAIL_KERNELS_HPP

#include <galley/config.hpp>
#include <galley/detail/kernel_avx2.hpp>
#include <galley/detail/kernel_scalar.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_BLOCKS
GALLEY_NAMESPACE_BEGIN
namespace detail {

/// Calls `work` with the best kernel of this processor. The compiler's run-time library has asked the processor before
/// main; until then, and where it does not know, the answer is what the target promises.
template <class Work>
GALLEY_INLINE auto with_kernel(Work&& work) noexcept {
#if GALLEY_DISPATCH
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) return work(avx2_kernel{});
    return work(scalar_kernel{});
#elif GALLEY_KERNEL_AVX2
    return work(avx2_kernel{});
#else
    return work(scalar_kernel{});
#endif
}

}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_BLOCKS

#endif // GALLEY_DETAIL_KERNELS_HPP
