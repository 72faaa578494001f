/* arch mmlens: no system-call entry. */
#ifndef _ASM_MMLENS_SYSCALL_H
#define _ASM_MMLENS_SYSCALL_H
#include <asm-generic/syscall.h>
#endif
