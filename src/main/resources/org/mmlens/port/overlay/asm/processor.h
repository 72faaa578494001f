/* arch mmlens: sizes of the user address space; CPU state is not modelled. */
#ifndef _ASM_MMLENS_PROCESSOR_H
#define _ASM_MMLENS_PROCESSOR_H

#include <asm/page.h>
#include <asm/ptrace.h>

/* The last page below the canonical hole stays free. */
#define MMLENS_LOW_TASK_SIZE ((1UL << 47) - PAGE_SIZE)
#if CONFIG_PGTABLE_LEVELS > 4
#define TASK_SIZE_MAX ((1UL << 56) - PAGE_SIZE)
#else
#define TASK_SIZE_MAX MMLENS_LOW_TASK_SIZE
#endif
#define TASK_SIZE TASK_SIZE_MAX
#define TASK_SIZE_OF(task) TASK_SIZE_MAX
#define TASK_UNMAPPED_BASE PAGE_ALIGN(MMLENS_LOW_TASK_SIZE / 3)

#ifdef CONFIG_STACK_GROWSUP
/* The stack area ends below the top and grows towards it. */
#define STACK_TOP (MMLENS_LOW_TASK_SIZE - (1UL << 30))
#define STACK_TOP_MAX (TASK_SIZE_MAX - (1UL << 30))
#define STACK_SIZE_MAX (1UL << 30)
#define calc_max_stack_size(size) ((size) > STACK_SIZE_MAX ? STACK_SIZE_MAX : (size))
#else
#define STACK_TOP MMLENS_LOW_TASK_SIZE
#define STACK_TOP_MAX TASK_SIZE_MAX
#endif

#ifndef __ASSEMBLY__
struct task_struct;

struct thread_struct {
	unsigned long sp;
	unsigned long ip;
};

#define INIT_THREAD { }
#define cpu_relax() do { } while (0)
#define task_pt_regs(task) ((struct pt_regs *)(task_stack_page(task) + THREAD_SIZE) - 1)
#define KSTK_EIP(task) (task_pt_regs(task)->ip)
#define KSTK_ESP(task) (task_pt_regs(task)->sp)

unsigned long __get_wchan(struct task_struct *task);
void start_thread(struct pt_regs *regs, unsigned long ip, unsigned long sp);
#endif

#endif
