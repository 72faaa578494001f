/* arch mmlens: thread_info lives in task_struct (CONFIG_THREAD_INFO_IN_TASK). */
#ifndef _ASM_MMLENS_THREAD_INFO_H
#define _ASM_MMLENS_THREAD_INFO_H

#include <asm/page.h>

#define THREAD_SIZE_ORDER 2
#define THREAD_SIZE (PAGE_SIZE << THREAD_SIZE_ORDER)

#ifndef __ASSEMBLY__
struct thread_info {
	unsigned long flags;
	unsigned long syscall_work;
	int preempt_count;
	unsigned int cpu;
};

#define INIT_THREAD_INFO(tsk) { .flags = 0, .preempt_count = INIT_PREEMPT_COUNT }
#endif

#define TIF_NOTIFY_RESUME 1
#define TIF_SIGPENDING 2
#define TIF_NEED_RESCHED 3
#define TIF_NOTIFY_SIGNAL 4
#define TIF_UPROBE 5
#define TIF_MEMDIE 6
#define TIF_SYSCALL_TRACE 7
#define TIF_SYSCALL_AUDIT 8
#define TIF_SYSCALL_TRACEPOINT 9
#define TIF_SECCOMP 10
#define TIF_PATCH_PENDING 11
#define TIF_SINGLESTEP 12
#define TIF_POLLING_NRFLAG 13
#define TIF_NEED_RESCHED_LAZY 14

#define _TIF_NOTIFY_RESUME (1 << TIF_NOTIFY_RESUME)
#define _TIF_SIGPENDING (1 << TIF_SIGPENDING)
#define _TIF_NEED_RESCHED (1 << TIF_NEED_RESCHED)
#define _TIF_NOTIFY_SIGNAL (1 << TIF_NOTIFY_SIGNAL)
#define _TIF_UPROBE (1 << TIF_UPROBE)
#define _TIF_NEED_RESCHED_LAZY (1 << TIF_NEED_RESCHED_LAZY)

#endif
