/*
 * arch mmlens: one primitive with the arguments of x86: stride is the
 * logarithm of the page size flushed, freed_tables says that cached
 * table pointers have to go as well.
 */
#ifndef _ASM_MMLENS_TLBFLUSH_H
#define _ASM_MMLENS_TLBFLUSH_H

#include <linux/types.h>
#include <linux/mm_types.h>

#define TLB_FLUSH_ALL (~0UL)

void flush_tlb_all(void);
void flush_tlb_mm_range(struct mm_struct *mm, unsigned long start,
			unsigned long end, unsigned int stride_shift,
			bool freed_tables);
void flush_tlb_page(struct vm_area_struct *vma, unsigned long address);
void flush_tlb_kernel_range(unsigned long start, unsigned long end);

#define flush_tlb_mm(mm) flush_tlb_mm_range(mm, 0UL, TLB_FLUSH_ALL, 0U, true)
#define flush_tlb_range(vma, start, end) \
	flush_tlb_mm_range((vma)->vm_mm, start, end, PAGE_SHIFT, true)

#endif
