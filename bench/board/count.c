/* A QEMU plugin that counts what is executed between board_mark_begin and board_mark_end: a line for each such stretch, with
   instructions, loads, stores, and with thumb6=on the cycles of a Cortex-M0 by a model (zero wait states).
   SPDX-License-Identifier: BSL-1.0 */
#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* QEMU's plugin interface, version 1, as far as it is used here; so QEMU's sources are not needed. */
typedef uint64_t plugin_id;
typedef uint32_t memory_info;
struct block;
struct instruction;
enum { no_registers = 0, add_u64 = 0, read_and_write = 3 };
void qemu_plugin_register_vcpu_tb_trans_cb(plugin_id, void (*)(plugin_id, struct block*));
size_t qemu_plugin_tb_n_insns(const struct block*);
struct instruction* qemu_plugin_tb_get_insn(const struct block*, size_t);
const char* qemu_plugin_insn_symbol(const struct instruction*);
uint64_t qemu_plugin_insn_vaddr(const struct instruction*);
size_t qemu_plugin_insn_size(const struct instruction*);
const void* qemu_plugin_insn_data(const struct instruction*);
void qemu_plugin_register_vcpu_tb_exec_cb(struct block*, void (*)(unsigned, void*), int, void*);
void qemu_plugin_register_vcpu_insn_exec_cb(struct instruction*, void (*)(unsigned, void*), int, void*);
void qemu_plugin_register_vcpu_insn_exec_inline(struct instruction*, int, void*, uint64_t);
void qemu_plugin_register_vcpu_mem_cb(struct instruction*, void (*)(unsigned, memory_info, uint64_t, void*), int, int, void*);
bool qemu_plugin_mem_is_store(memory_info);
void qemu_plugin_outs(const char*);

__attribute__((visibility("default"))) int qemu_plugin_version = 1;

struct counters { uint64_t instructions, loads, stores, cycles; };
static struct counters now, begun;
static bool thumb6;

static void on_memory(unsigned cpu, memory_info info, uint64_t address, void* data) {
    (void)cpu, (void)address, (void)data;
    if (qemu_plugin_mem_is_store(info)) ++now.stores;
    else ++now.loads;
}

static void on_begin(unsigned cpu, void* data) {
    (void)cpu, (void)data;
    begun = now;
}

static void on_end(unsigned cpu, void* data) {
    (void)cpu, (void)data;
    char line[120];
    snprintf(line, sizeof line, "%" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n", now.instructions - begun.instructions,
             now.loads - begun.loads, now.stores - begun.stores, now.cycles - begun.cycles);
    qemu_plugin_outs(line);
}

/* ---- the model of the Cortex-M0 (technical reference manual, table 3-1) ----------------------------------------------- */

static unsigned bits_of(unsigned value) {
    unsigned count = 0;
    for (; value != 0; value &= value - 1) ++count;
    return count;
}

/* Cycles of an instruction, as if a conditional branch were not taken. */
static unsigned cycles_of(uint16_t code, size_t size) {
    if (size == 4) return 4;                                        /* BL; barriers and MRS are rare */
    if ((code & 0xFF00) == 0x4700) return 3;                        /* BX, BLX */
    if ((code & 0xFD87) == 0x4487) return 3;                        /* ADD, MOV to pc */
    if ((code & 0xF800) == 0xE000) return 3;                        /* B */
    if ((code & 0xFE00) == 0xB400) return 1 + bits_of(code & 0x1FF); /* PUSH */
    if ((code & 0xFF00) == 0xBD00) return 4 + bits_of(code & 0x1FF); /* POP with pc */
    if ((code & 0xFE00) == 0xBC00) return 1 + bits_of(code & 0x1FF); /* POP */
    if ((code & 0xF000) == 0xC000) return 1 + bits_of(code & 0xFF);  /* STM, LDM */
    if ((code & 0xF800) == 0x4800) return 2;                        /* LDR literal */
    if ((code & 0xF000) == 0x5000 || (code & 0xE000) == 0x6000 || (code & 0xE000) == 0x8000) return 2; /* loads, stores */
    return 1;
}

struct stretch {
    uint64_t first, behind;
    bool conditional;  /* ends in a conditional branch */
};
static const struct stretch* last;

static void on_block(unsigned cpu, void* data) {
    (void)cpu;
    const struct stretch* const s = data;
    if (last != NULL && last->conditional && last->behind != s->first) now.cycles += 2;
    last = s;
}

static void model_block(struct block* tb) {
    const size_t count = qemu_plugin_tb_n_insns(tb);
    struct stretch* const s = malloc(sizeof *s);
    if (s == NULL) abort();
    for (size_t i = 0; i < count; ++i) {
        struct instruction* const at = qemu_plugin_tb_get_insn(tb, i);
        const size_t size = qemu_plugin_insn_size(at);
        uint16_t code;
        memcpy(&code, qemu_plugin_insn_data(at), sizeof code);
        qemu_plugin_register_vcpu_insn_exec_inline(at, add_u64, &now.cycles, cycles_of(code, size));
        if (i == 0) s->first = qemu_plugin_insn_vaddr(at);
        s->behind = qemu_plugin_insn_vaddr(at) + size;
        s->conditional = size == 2 && (code & 0xF000) == 0xD000 && (code & 0x0E00) != 0x0E00;
    }
    qemu_plugin_register_vcpu_tb_exec_cb(tb, on_block, no_registers, s);
}

/* ------------------------------------------------------------------------------------------------------------------------ */

static void on_translation(plugin_id id, struct block* tb) {
    (void)id;
    const size_t count = qemu_plugin_tb_n_insns(tb);
    for (size_t i = 0; i < count; ++i) {
        struct instruction* const at = qemu_plugin_tb_get_insn(tb, i);
        qemu_plugin_register_vcpu_insn_exec_inline(at, add_u64, &now.instructions, 1);
        qemu_plugin_register_vcpu_mem_cb(at, on_memory, no_registers, read_and_write, NULL);
    }
    if (thumb6) model_block(tb);
    struct instruction* const first = qemu_plugin_tb_get_insn(tb, 0);
    const char* const symbol = qemu_plugin_insn_symbol(first);
    if (symbol == NULL) return;
    if (strcmp(symbol, "board_mark_begin") == 0) qemu_plugin_register_vcpu_insn_exec_cb(first, on_begin, no_registers, NULL);
    if (strcmp(symbol, "board_mark_end") == 0) qemu_plugin_register_vcpu_insn_exec_cb(first, on_end, no_registers, NULL);
}

__attribute__((visibility("default"))) int qemu_plugin_install(plugin_id id, const void* info, int count, char** arguments) {
    (void)info;
    for (int i = 0; i < count; ++i) thumb6 = thumb6 || strcmp(arguments[i], "thumb6=on") == 0;
    qemu_plugin_register_vcpu_tb_trans_cb(id, on_translation);
    return 0;
}
