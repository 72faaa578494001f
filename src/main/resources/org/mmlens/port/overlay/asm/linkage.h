/* arch mmlens: code addresses are not taken by label, so the place a macro stands at is 0. */
#ifndef _ASM_MMLENS_LINKAGE_H
#define _ASM_MMLENS_LINKAGE_H
#define _THIS_IP_ (0UL)
#endif
