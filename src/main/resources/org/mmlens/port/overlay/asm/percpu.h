/* arch mmlens: CPU 0 is the only one, so a per-CPU variable is the variable. */
#ifndef _ASM_MMLENS_PERCPU_H
#define _ASM_MMLENS_PERCPU_H
#define __my_cpu_offset 0UL
#define arch_raw_cpu_ptr(ptr) (ptr)
#include <asm-generic/percpu.h>
#undef per_cpu_offset
#define per_cpu_offset(cpu) ((void)(cpu), 0UL)
#endif
