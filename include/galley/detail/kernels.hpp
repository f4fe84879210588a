// galley: which kernel runs. The only place that knows all instruction sets.
// SPDX-License-Identifier: BSL-1.0
#ifndef GALLEY_DETAIL_KERNELS_HPP
#define GALLEY_DETAIL_KERNELS_HPP

#include <galley/config.hpp>
#include <galley/detail/kernel_128.hpp>
#include <galley/detail/kernel_avx2.hpp>
#include <galley/detail/kernel_avx512.hpp>
#include <galley/detail/kernel_scalar.hpp>

#include <cstddef>
#include <cstdint>

#if GALLEY_BLOCKS
GALLEY_NAMESPACE_BEGIN
namespace detail {

inline constexpr std::size_t ill_formed_window = static_cast<std::size_t>(-1);

/// `window_starts` for text that may be ill-formed: then ill_formed_window, and the state is as it was. `goes_on` as in `valid`.
template <class Kernel>
GALLEY_INLINE std::size_t window(Kernel kernel, const unsigned char* text, std::size_t size, std::size_t readable, bool goes_on,
                                 run_state& state, std::uint16_t* out) noexcept {
    return kernel.valid(text, size, goes_on) ? kernel.window_starts(text, size, readable, state, out) : ill_formed_window;
}
/// The scalar kernel finds out by the way.
inline std::size_t window(scalar_kernel, const unsigned char* text, std::size_t size, std::size_t readable, bool, run_state& state,
                          std::uint16_t* out) noexcept {
    run_state now = state;
    bool valid = false;
    const std::size_t count = scalar::window_starts(text, size, readable, now, out, valid);
    if (!valid) return ill_formed_window;
    state = now;
    return count;
}

#if GALLEY_DISPATCH
inline bool has_sse42() noexcept { return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt"); }
inline bool has_avx2() noexcept { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"); }
inline bool has_avx512() noexcept {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
           has_avx2();
}
#endif

/// Calls `work` with the best kernel of this processor. The compiler's run-time library has asked the processor before
/// main; until then, and where it does not know, the answer is what the target promises.
template <class Work>
GALLEY_INLINE auto with_kernel(Work&& work) noexcept {
#if GALLEY_DISPATCH
    if (has_avx512()) return work(avx512_kernel{});
    if (has_avx2()) return work(avx2_kernel{});
    if (has_sse42()) return work(kernel_128{});
    return work(scalar_kernel{});
#elif GALLEY_KERNEL_AVX512
    return work(avx512_kernel{});
#elif GALLEY_KERNEL_AVX2
    return work(avx2_kernel{});
#elif GALLEY_KERNEL_SSE42 || GALLEY_KERNEL_NEON
    return work(kernel_128{});
#else
    return work(scalar_kernel{});
#endif
}

}  // namespace detail
GALLEY_NAMESPACE_END
#endif // GALLEY_BLOCKS

#endif // GALLEY_DETAIL_KERNELS_HPP
