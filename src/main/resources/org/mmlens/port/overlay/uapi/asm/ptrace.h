/* arch mmlens: the registers of user space are not modelled. */
#ifndef _UAPI_ASM_MMLENS_PTRACE_H
#define _UAPI_ASM_MMLENS_PTRACE_H
#endif
