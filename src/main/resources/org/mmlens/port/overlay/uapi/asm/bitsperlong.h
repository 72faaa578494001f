/* arch mmlens: LP64. */
#ifndef _UAPI_ASM_MMLENS_BITSPERLONG_H
#define _UAPI_ASM_MMLENS_BITSPERLONG_H
#ifndef __BITS_PER_LONG
#define __BITS_PER_LONG 64
#endif
#include <asm-generic/bitsperlong.h>
#endif
