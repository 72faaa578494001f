/* arch mmlens: no deferred unmap flushes. */
#ifndef _ASM_MMLENS_TLBBATCH_H
#define _ASM_MMLENS_TLBBATCH_H
struct arch_tlbflush_unmap_batch {
	unsigned long reserved;
};
#endif
