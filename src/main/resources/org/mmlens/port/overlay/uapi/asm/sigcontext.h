/* arch mmlens: signal frames are not built, the type only has to exist. */
#ifndef _UAPI_ASM_MMLENS_SIGCONTEXT_H
#define _UAPI_ASM_MMLENS_SIGCONTEXT_H
struct sigcontext {
	unsigned long reserved;
};
#endif
