/*
 * Page tables made and taken down by the tree's own functions, for a test that walks over them
 * itself. MMLENS_HAVE_for_stack says that move_page_tables() has a parameter of that name.
 */
#include <linux/mm.h>
#include <linux/mm_types.h>
#include <linux/pgtable.h>
#include <asm/pgalloc.h>
#include <asm/tlb.h>

pte_t *mmlens_pte(struct mm_struct *mm, unsigned long address);

#ifdef MMLENS_HAVE_for_stack
unsigned long move_page_tables(struct vm_area_struct *vma, unsigned long from,
			       struct vm_area_struct *new_vma, unsigned long to,
			       unsigned long length, bool need_rmap_locks, bool for_stack);
#endif

int mmlens_map(struct mm_struct *mm, unsigned long address, unsigned long pfn)
{
	pte_t *pte = mmlens_pte(mm, address);

	if (!pte)
		return -ENOMEM;
	set_pte(pte, pfn_pte(pfn, vm_get_page_prot(VM_READ | VM_WRITE)));
	return 0;
}

/* Takes the entry out and tells the TLB, as unmapping a page does. */
unsigned long mmlens_unmap(struct vm_area_struct *vma, unsigned long address)
{
	pte_t *pte = mmlens_pte(vma->vm_mm, address);
	pte_t old = ptep_get_and_clear(vma->vm_mm, address, pte);

	flush_tlb_range(vma, address, address + PAGE_SIZE);
	return pte_val(old);
}

unsigned long mmlens_move(struct vm_area_struct *vma, unsigned long from, unsigned long to,
			  unsigned long length)
{
#ifdef MMLENS_HAVE_for_stack
	return move_page_tables(vma, from, vma, to, length, false, true);
#else
	return move_page_tables(vma, from, vma, to, length, false);
#endif
}

void mmlens_free(struct mm_struct *mm, unsigned long address, unsigned long end,
		 unsigned long floor, unsigned long ceiling)
{
	struct mmu_gather tlb;

	tlb_gather_mmu(&tlb, mm);
	free_pgd_range(&tlb, address, end, floor, ceiling);
	tlb_finish_mmu(&tlb);
}

unsigned long mmlens_table_bytes(struct mm_struct *mm)
{
	return mm_pgtables_bytes(mm);
}

void *mmlens_top(struct mm_struct *mm)
{
	return mm->pgd;
}
