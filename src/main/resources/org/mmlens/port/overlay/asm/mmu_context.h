/* arch mmlens: switching address spaces is outside of what is run. */
#ifndef _ASM_MMLENS_MMU_CONTEXT_H
#define _ASM_MMLENS_MMU_CONTEXT_H
#include <asm-generic/mm_hooks.h>
struct mm_struct;
struct task_struct;
void switch_mm(struct mm_struct *prev, struct mm_struct *next, struct task_struct *task);
#include <asm-generic/mmu_context.h>
#endif
