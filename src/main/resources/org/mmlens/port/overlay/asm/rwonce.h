/*
 * arch mmlens: one access is one load or store of the machine, whatever the
 * type; no qualifier has to be stripped with _Generic for that.
 */
#ifndef _ASM_MMLENS_RWONCE_H
#define _ASM_MMLENS_RWONCE_H
#define __READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#include <asm-generic/rwonce.h>
#endif
