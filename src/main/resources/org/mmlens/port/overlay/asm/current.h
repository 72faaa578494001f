/* arch mmlens: the running task is a global that the lens points at its task. */
#ifndef _ASM_MMLENS_CURRENT_H
#define _ASM_MMLENS_CURRENT_H
#ifndef __ASSEMBLY__
struct task_struct;
extern struct task_struct *mmlens_current_task;
#define get_current() (mmlens_current_task)
#define current get_current()
#endif
#endif
