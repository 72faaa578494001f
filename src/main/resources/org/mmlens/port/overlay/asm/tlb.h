/* arch mmlens: an mmu_gather ends in one flush of the range it collected. */
#ifndef _ASM_MMLENS_TLB_H
#define _ASM_MMLENS_TLB_H

struct mmu_gather;
#ifndef CONFIG_MMU_GATHER_NO_RANGE
#define tlb_flush tlb_flush
static inline void tlb_flush(struct mmu_gather *tlb);
#endif

#ifdef CONFIG_MMU_GATHER_NO_GATHER
/* Nothing is collected: a page goes at once, no batch is ever full. */
#define __tlb_remove_page_size(tlb, page, how...) (put_page(page), false)
#define __tlb_remove_folio_pages(tlb, page, nr, delay_rmap)		\
({									\
	unsigned int __nr_left = (nr);					\
									\
	while (__nr_left--)						\
		put_page((page) + __nr_left);				\
	false;								\
})
#endif

#include <asm-generic/tlb.h>

#if defined(CONFIG_MMU_GATHER_TABLE_FREE) && !defined(CONFIG_MMU_GATHER_RCU_TABLE_FREE)
/* The flush before the tables go drops cached table pointers as well. */
#define tlb_needs_table_invalidate() (true)
#endif

#ifndef CONFIG_MMU_GATHER_NO_RANGE
static inline void tlb_flush(struct mmu_gather *tlb)
{
	bool all = tlb->fullmm || tlb->need_flush_all;

	flush_tlb_mm_range(tlb->mm, all ? 0UL : tlb->start,
			   all ? TLB_FLUSH_ALL : tlb->end,
			   tlb_get_unmap_shift(tlb), tlb->freed_tables);
}
#endif

#if defined(CONFIG_MMU_GATHER_TABLE_FREE) && !defined(MMLENS_HAVE_PAGETABLE_DTOR)
static inline void __tlb_remove_table(void *table)
{
	put_page((struct page *)table);
}
#endif

#endif
