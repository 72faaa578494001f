/* arch mmlens: what generic code wants to see of the registers of a user process. */
#ifndef _ASM_MMLENS_PTRACE_H
#define _ASM_MMLENS_PTRACE_H
#include <uapi/asm/ptrace.h>
#ifndef __ASSEMBLY__
struct pt_regs {
	unsigned long ip;
	unsigned long sp;
	unsigned long ax;
	unsigned long user;
};

#define user_mode(regs) ((regs)->user != 0)
#define instruction_pointer(regs) ((regs)->ip)
#define user_stack_pointer(regs) ((regs)->sp)
#define kernel_stack_pointer(regs) ((regs)->sp)
#define profile_pc(regs) instruction_pointer(regs)
#define regs_return_value(regs) ((regs)->ax)
#define instruction_pointer_set(regs, val) ((regs)->ip = (val))
#define regs_set_return_value(regs, val) ((regs)->ax = (val))
#define frame_pointer(regs) ((regs)->sp)
#endif
#endif
