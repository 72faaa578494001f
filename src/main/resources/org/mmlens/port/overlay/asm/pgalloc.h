/*
 * arch mmlens: tables come from the page allocator and go through the
 * mmu_gather, so that they are freed after the flush. How a table page is
 * taken down is spelled by the tree: MMLENS_HAVE_* say which spelling (the
 * file probes lists them).
 */
#ifndef _ASM_MMLENS_PGALLOC_H
#define _ASM_MMLENS_PGALLOC_H

#define __HAVE_ARCH_P4D_ALLOC_ONE
#define __HAVE_ARCH_P4D_FREE
#define __HAVE_ARCH_PGD_FREE

#include <linux/mm.h>
#include <asm-generic/pgalloc.h>

pgd_t *pgd_alloc(struct mm_struct *mm);
void pgd_free(struct mm_struct *mm, pgd_t *pgd);

#define mmlens_table_entry(table) (__pa(table) | MMLENS_TABLE)

static inline void pmd_populate_kernel(struct mm_struct *mm, pmd_t *pmd, pte_t *pte)
{
	set_pmd(pmd, __pmd(mmlens_table_entry(pte)));
}

static inline void pmd_populate(struct mm_struct *mm, pmd_t *pmd, pgtable_t pte)
{
	set_pmd(pmd, __pmd(page_to_phys(pte) | MMLENS_TABLE));
}

static inline void pud_populate(struct mm_struct *mm, pud_t *pud, pmd_t *pmd)
{
	set_pud(pud, __pud(mmlens_table_entry(pmd)));
}

static inline void p4d_populate(struct mm_struct *mm, p4d_t *p4d, pud_t *pud)
{
	set_p4d(p4d, __p4d(mmlens_table_entry(pud)));
}

#if CONFIG_PGTABLE_LEVELS > 4
static inline void pgd_populate(struct mm_struct *mm, pgd_t *pgd, p4d_t *p4d)
{
	set_pgd(pgd, __pgd(mmlens_table_entry(p4d)));
}

static inline p4d_t *p4d_alloc_one(struct mm_struct *mm, unsigned long addr)
{
	return (p4d_t *)get_zeroed_page(mm == &init_mm ? GFP_PGTABLE_KERNEL : GFP_PGTABLE_USER);
}

static inline void p4d_free(struct mm_struct *mm, p4d_t *p4d)
{
	free_page((unsigned long)p4d);
}
#endif

#if defined(MMLENS_HAVE_PAGETABLE_DTOR)
/* The destructor runs when the gather lets the table go. */
#define mmlens_pte_dtor(page) do { } while (0)
#define mmlens_pmd_dtor(page) do { } while (0)
#define mmlens_pud_dtor(page) do { } while (0)
#define mmlens_remove_table(tlb, page) tlb_remove_ptdesc(tlb, page_ptdesc(page))
#else
#if defined(MMLENS_HAVE_PAGETABLE_PTE_DTOR)
#define mmlens_pte_dtor(page) pagetable_pte_dtor(page_ptdesc(page))
#define mmlens_pmd_dtor(page) pagetable_pmd_dtor(page_ptdesc(page))
#else
#define mmlens_pte_dtor(page) pgtable_pte_page_dtor(page)
#define mmlens_pmd_dtor(page) pgtable_pmd_page_dtor(page)
#endif
#if defined(MMLENS_HAVE_PAGETABLE_PUD_DTOR)
#define mmlens_pud_dtor(page) pagetable_pud_dtor(page_ptdesc(page))
#else
#define mmlens_pud_dtor(page) do { } while (0)
#endif
#define mmlens_remove_table(tlb, page) tlb_remove_table(tlb, page)
#endif

#define __pte_free_tlb(tlb, pte, address)		\
do {							\
	mmlens_pte_dtor(pte);				\
	mmlens_remove_table(tlb, pte);			\
} while (0)

#define __pmd_free_tlb(tlb, pmd, address)		\
do {							\
	struct page *__pmd_table = virt_to_page(pmd);	\
							\
	mmlens_pmd_dtor(__pmd_table);			\
	mmlens_remove_table(tlb, __pmd_table);		\
} while (0)

#define __pud_free_tlb(tlb, pud, address)		\
do {							\
	struct page *__pud_table = virt_to_page(pud);	\
							\
	mmlens_pud_dtor(__pud_table);			\
	mmlens_remove_table(tlb, __pud_table);		\
} while (0)

#define __p4d_free_tlb(tlb, p4d, address) mmlens_remove_table(tlb, virt_to_page(p4d))

#endif
