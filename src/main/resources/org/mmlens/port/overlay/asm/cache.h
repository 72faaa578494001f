/* arch mmlens: lines of 64 bytes; caches themselves are not modelled. */
#ifndef _ASM_MMLENS_CACHE_H
#define _ASM_MMLENS_CACHE_H
#define L1_CACHE_SHIFT 6
#define L1_CACHE_BYTES (1 << L1_CACHE_SHIFT)
#endif
