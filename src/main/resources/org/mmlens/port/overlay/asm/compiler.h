/* arch mmlens: nothing is reordered or optimised, so nothing has to be hidden behind asm. */
#ifndef _ASM_MMLENS_COMPILER_H
#define _ASM_MMLENS_COMPILER_H
#undef RELOC_HIDE
#define RELOC_HIDE(ptr, off) ((typeof(ptr))((unsigned long)(ptr) + (off)))
#undef barrier
#define barrier() do { } while (0)
#undef barrier_data
#define barrier_data(ptr) ((void)(ptr))
#undef OPTIMIZER_HIDE_VAR
#define OPTIMIZER_HIDE_VAR(var) ((void)(var))
#endif
