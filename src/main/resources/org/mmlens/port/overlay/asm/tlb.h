/* arch mmlens: an mmu_gather ends in one flush of the range it collected. */
#ifndef _ASM_MMLENS_TLB_H
#define _ASM_MMLENS_TLB_H

struct mmu_gather;
#ifndef CONFIG_MMU_GATHER_NO_RANGE
#define tlb_flush tlb_flush
static inline void tlb_flush(struct mmu_gather *tlb);
#endif

#include <asm-generic/tlb.h>

#ifndef CONFIG_MMU_GATHER_NO_RANGE
static inline void tlb_flush(struct mmu_gather *tlb)
{
	bool all = tlb->fullmm || tlb->need_flush_all;

	flush_tlb_mm_range(tlb->mm, all ? 0UL : tlb->start,
			   all ? TLB_FLUSH_ALL : tlb->end,
			   tlb_get_unmap_shift(tlb), tlb->freed_tables);
}
#endif

#if defined(CONFIG_MMU_GATHER_TABLE_FREE) && !defined(MMLENS_HAVE_GENERIC_REMOVE_TABLE)
static inline void __tlb_remove_table(void *table)
{
	put_page((struct page *)table);
}
#endif

#endif
