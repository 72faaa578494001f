/*
 * arch mmlens: page-table entries in the format of x86-64, four levels or
 * five (CONFIG_PGTABLE_LEVELS). Only what the tree cannot derive is here.
 */
#ifndef _ASM_MMLENS_PGTABLE_H
#define _ASM_MMLENS_PGTABLE_H

#include <linux/mem_encrypt.h>
#include <asm/page.h>

/* Bits of an entry that is present. */
#define _PAGE_PRESENT 0x001UL
#define _PAGE_RW 0x002UL
#define _PAGE_USER 0x004UL
#define _PAGE_PWT 0x008UL
#define _PAGE_PCD 0x010UL
#define _PAGE_ACCESSED 0x020UL
#define _PAGE_DIRTY 0x040UL
#define _PAGE_PSE 0x080UL
#define _PAGE_GLOBAL 0x100UL
#define _PAGE_SPECIAL 0x200UL
#define _PAGE_UFFD_WP 0x400UL
#define _PAGE_SOFT_DIRTY 0x800UL
#define _PAGE_NX (1UL << 63)

/* Bits of an entry that is not: PROT_NONE, and what accompanies a swap entry. */
#define _PAGE_PROTNONE _PAGE_GLOBAL
#define _PAGE_SWP_SOFT_DIRTY _PAGE_RW
#define _PAGE_SWP_UFFD_WP _PAGE_USER
#define _PAGE_SWP_EXCLUSIVE _PAGE_PWT

#define MMLENS_TABLE (_PAGE_PRESENT | _PAGE_RW | _PAGE_USER | _PAGE_ACCESSED | _PAGE_DIRTY)
#define MMLENS_CHANGE_MASK (MMLENS_PFN_MASK | _PAGE_PCD | _PAGE_PWT | _PAGE_SPECIAL | \
	_PAGE_ACCESSED | _PAGE_DIRTY | _PAGE_SOFT_DIRTY | _PAGE_UFFD_WP)

/* Geometry: 512 entries of 8 bytes in every table. */
#define PTRS_PER_PTE 512
#define PMD_SHIFT 21
#define PMD_SIZE (1UL << PMD_SHIFT)
#define PMD_MASK (~(PMD_SIZE - 1))
#define PTRS_PER_PMD 512
#define PUD_SHIFT 30
#define PUD_SIZE (1UL << PUD_SHIFT)
#define PUD_MASK (~(PUD_SIZE - 1))
#define PTRS_PER_PUD 512
#if CONFIG_PGTABLE_LEVELS > 4
#define P4D_SHIFT 39
#define P4D_SIZE (1UL << P4D_SHIFT)
#define P4D_MASK (~(P4D_SIZE - 1))
#define PTRS_PER_P4D 512
#define MAX_PTRS_PER_P4D 512
#define PGDIR_SHIFT 48
#else
#define PGDIR_SHIFT 39
#define MAX_PTRS_PER_P4D 1
#endif
#define PGDIR_SIZE (1UL << PGDIR_SHIFT)
#define PGDIR_MASK (~(PGDIR_SIZE - 1))
#define PTRS_PER_PGD 512
#define USER_PTRS_PER_PGD 256
#define FIRST_USER_ADDRESS 0UL

#define VMALLOC_START 0xffffc90000000000UL
#define VMALLOC_END 0xffffe8ffffffffffUL
#define MODULES_VADDR 0xffffffffc0000000UL
#define MODULES_END 0xffffffffff000000UL

#define PAGE_NONE __pgprot(_PAGE_PROTNONE | _PAGE_ACCESSED)
#define PAGE_SHARED \
	__pgprot(_PAGE_PRESENT | _PAGE_RW | _PAGE_USER | _PAGE_ACCESSED | _PAGE_NX)
#define PAGE_READONLY __pgprot(_PAGE_PRESENT | _PAGE_USER | _PAGE_ACCESSED | _PAGE_NX)
#define PAGE_COPY PAGE_READONLY
#define PAGE_KERNEL \
	__pgprot(_PAGE_PRESENT | _PAGE_RW | _PAGE_ACCESSED | _PAGE_DIRTY | _PAGE_GLOBAL | _PAGE_NX)
#define PAGE_KERNEL_RO \
	__pgprot(_PAGE_PRESENT | _PAGE_ACCESSED | _PAGE_DIRTY | _PAGE_GLOBAL | _PAGE_NX)
#define PAGE_KERNEL_EXEC \
	__pgprot(_PAGE_PRESENT | _PAGE_RW | _PAGE_ACCESSED | _PAGE_DIRTY | _PAGE_GLOBAL)

#if CONFIG_PGTABLE_LEVELS > 4
/* Every level is real. */
#else
#include <asm-generic/pgtable-nop4d.h>
#endif

#ifndef __ASSEMBLY__

struct mm_struct;
struct vm_area_struct;

extern pgd_t swapper_pg_dir[PTRS_PER_PGD];
extern unsigned long empty_zero_page[PAGE_SIZE / sizeof(unsigned long)];
#define ZERO_PAGE(vaddr) ((void)(vaddr), virt_to_page(empty_zero_page))

void paging_init(void);

#define pte_ERROR(e) mmlens_warn("pte_ERROR")
#define pmd_ERROR(e) mmlens_warn("pmd_ERROR")
#define pud_ERROR(e) mmlens_warn("pud_ERROR")
#if CONFIG_PGTABLE_LEVELS > 4
#define p4d_ERROR(e) mmlens_warn("p4d_ERROR")
#endif
#define pgd_ERROR(e) mmlens_warn("pgd_ERROR")

static inline bool mmlens_table_bad(unsigned long entry)
{
	unsigned long flags = entry & ~MMLENS_PFN_MASK;

	return (flags & ~(_PAGE_USER | _PAGE_ACCESSED | _PAGE_DIRTY)) !=
	       (_PAGE_PRESENT | _PAGE_RW);
}

/* PTE: leaf entries. */

static inline int pte_none(pte_t pte)
{
	return pte_val(pte) == 0;
}

static inline int pte_present(pte_t pte)
{
	return (pte_val(pte) & (_PAGE_PRESENT | _PAGE_PROTNONE)) != 0;
}

static inline int pte_write(pte_t pte)
{
	return (pte_val(pte) & _PAGE_RW) != 0;
}

static inline int pte_dirty(pte_t pte)
{
	return (pte_val(pte) & _PAGE_DIRTY) != 0;
}

static inline int pte_young(pte_t pte)
{
	return (pte_val(pte) & _PAGE_ACCESSED) != 0;
}

static inline unsigned long pte_pfn(pte_t pte)
{
	return (pte_val(pte) & MMLENS_PFN_MASK) >> PAGE_SHIFT;
}
#define pte_pfn pte_pfn
#define pte_page(pte) pfn_to_page(pte_pfn(pte))
#define pte_pgprot(pte) __pgprot(pte_val(pte) & ~MMLENS_PFN_MASK)

static inline pte_t pfn_pte(unsigned long pfn, pgprot_t prot)
{
	return __pte((pfn << PAGE_SHIFT) | pgprot_val(prot));
}
#ifndef MMLENS_HAVE_MK_PTE
#define mk_pte(page, prot) pfn_pte(page_to_pfn(page), prot)
#endif

static inline pte_t pte_modify(pte_t pte, pgprot_t prot)
{
	unsigned long kept = pte_val(pte) & (MMLENS_CHANGE_MASK);

	return __pte(kept | (pgprot_val(prot) & ~MMLENS_CHANGE_MASK));
}

static inline pte_t pte_mkold(pte_t pte)
{
	return __pte(pte_val(pte) & ~_PAGE_ACCESSED);
}

static inline pte_t pte_mkyoung(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_ACCESSED);
}

static inline pte_t pte_mkclean(pte_t pte)
{
	return __pte(pte_val(pte) & ~_PAGE_DIRTY);
}

static inline pte_t pte_mkdirty(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_DIRTY | _PAGE_SOFT_DIRTY);
}

static inline pte_t pte_wrprotect(pte_t pte)
{
	return __pte(pte_val(pte) & ~_PAGE_RW);
}

static inline pte_t pte_mkwrite_novma(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_RW);
}

static inline pte_t pte_mkspecial(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_SPECIAL);
}

static inline pte_t pte_mkhuge(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_PSE);
}

#ifndef MMLENS_HAVE_PTE_MKWRITE_NOVMA
static inline pte_t pte_mkwrite(pte_t pte)
{
	return pte_mkwrite_novma(pte);
}
#endif

#ifdef CONFIG_HAVE_ARCH_SOFT_DIRTY
static inline int pte_soft_dirty(pte_t pte)
{
	return (pte_val(pte) & _PAGE_SOFT_DIRTY) != 0;
}

static inline pte_t pte_mksoft_dirty(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_SOFT_DIRTY);
}

static inline pte_t pte_clear_soft_dirty(pte_t pte)
{
	return __pte(pte_val(pte) & ~_PAGE_SOFT_DIRTY);
}

static inline int pte_swp_soft_dirty(pte_t pte)
{
	return (pte_val(pte) & _PAGE_SWP_SOFT_DIRTY) != 0;
}

static inline pte_t pte_swp_mksoft_dirty(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_SWP_SOFT_DIRTY);
}

static inline pte_t pte_swp_clear_soft_dirty(pte_t pte)
{
	return __pte(pte_val(pte) & ~_PAGE_SWP_SOFT_DIRTY);
}
#endif

#ifdef CONFIG_HAVE_ARCH_USERFAULTFD_WP
static inline int pte_uffd_wp(pte_t pte)
{
	return (pte_val(pte) & _PAGE_UFFD_WP) != 0;
}

static inline pte_t pte_mkuffd_wp(pte_t pte)
{
	return __pte((pte_val(pte) | _PAGE_UFFD_WP) & ~_PAGE_RW);
}

static inline pte_t pte_clear_uffd_wp(pte_t pte)
{
	return __pte(pte_val(pte) & ~_PAGE_UFFD_WP);
}

static inline int pte_swp_uffd_wp(pte_t pte)
{
	return (pte_val(pte) & _PAGE_SWP_UFFD_WP) != 0;
}

static inline pte_t pte_swp_mkuffd_wp(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_SWP_UFFD_WP);
}

static inline pte_t pte_swp_clear_uffd_wp(pte_t pte)
{
	return __pte(pte_val(pte) & ~_PAGE_SWP_UFFD_WP);
}
#endif

/* PMD: leaf entries. */

static inline int pmd_none(pmd_t pmd)
{
	return pmd_val(pmd) == 0;
}

static inline int pmd_present(pmd_t pmd)
{
	return (pmd_val(pmd) & (_PAGE_PRESENT | _PAGE_PROTNONE | _PAGE_PSE)) != 0;
}

static inline int pmd_write(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_RW) != 0;
}
#define pmd_write pmd_write

static inline int pmd_dirty(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_DIRTY) != 0;
}
#define pmd_dirty pmd_dirty

static inline int pmd_young(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_ACCESSED) != 0;
}
#define pmd_young pmd_young

static inline unsigned long pmd_pfn(pmd_t pmd)
{
	return (pmd_val(pmd) & MMLENS_PFN_MASK) >> PAGE_SHIFT;
}
#define pmd_pfn pmd_pfn
#define pmd_page(pmd) pfn_to_page(pmd_pfn(pmd))
#define pmd_pgprot(pmd) __pgprot(pmd_val(pmd) & ~MMLENS_PFN_MASK)

static inline pmd_t pfn_pmd(unsigned long pfn, pgprot_t prot)
{
	return __pmd((pfn << PAGE_SHIFT) | pgprot_val(prot));
}
#define mk_pmd(page, prot) pfn_pmd(page_to_pfn(page), prot)

static inline pmd_t pmd_modify(pmd_t pmd, pgprot_t prot)
{
	unsigned long kept = pmd_val(pmd) & (MMLENS_CHANGE_MASK | _PAGE_PSE);

	return __pmd(kept | (pgprot_val(prot) & ~MMLENS_CHANGE_MASK));
}

static inline pmd_t pmd_mkold(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) & ~_PAGE_ACCESSED);
}

static inline pmd_t pmd_mkyoung(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) | _PAGE_ACCESSED);
}

static inline pmd_t pmd_mkclean(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) & ~_PAGE_DIRTY);
}

static inline pmd_t pmd_mkdirty(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) | _PAGE_DIRTY | _PAGE_SOFT_DIRTY);
}

static inline pmd_t pmd_wrprotect(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) & ~_PAGE_RW);
}

static inline pmd_t pmd_mkwrite_novma(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) | _PAGE_RW);
}

static inline pmd_t pmd_mkhuge(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) | _PAGE_PSE);
}

#ifndef MMLENS_HAVE_PMD_MKWRITE_NOVMA
static inline pmd_t pmd_mkwrite(pmd_t pmd)
{
	return pmd_mkwrite_novma(pmd);
}
#endif

#ifdef CONFIG_HAVE_ARCH_SOFT_DIRTY
static inline int pmd_soft_dirty(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_SOFT_DIRTY) != 0;
}

static inline pmd_t pmd_mksoft_dirty(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) | _PAGE_SOFT_DIRTY);
}

static inline pmd_t pmd_clear_soft_dirty(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) & ~_PAGE_SOFT_DIRTY);
}

#ifdef CONFIG_ARCH_ENABLE_THP_MIGRATION
static inline int pmd_swp_soft_dirty(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_SWP_SOFT_DIRTY) != 0;
}

static inline pmd_t pmd_swp_mksoft_dirty(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) | _PAGE_SWP_SOFT_DIRTY);
}

static inline pmd_t pmd_swp_clear_soft_dirty(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) & ~_PAGE_SWP_SOFT_DIRTY);
}
#endif
#endif

#ifdef CONFIG_HAVE_ARCH_USERFAULTFD_WP
static inline int pmd_uffd_wp(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_UFFD_WP) != 0;
}

static inline pmd_t pmd_mkuffd_wp(pmd_t pmd)
{
	return __pmd((pmd_val(pmd) | _PAGE_UFFD_WP) & ~_PAGE_RW);
}

static inline pmd_t pmd_clear_uffd_wp(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) & ~_PAGE_UFFD_WP);
}

static inline int pmd_swp_uffd_wp(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_SWP_UFFD_WP) != 0;
}

static inline pmd_t pmd_swp_mkuffd_wp(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) | _PAGE_SWP_UFFD_WP);
}

static inline pmd_t pmd_swp_clear_uffd_wp(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) & ~_PAGE_SWP_UFFD_WP);
}
#endif

/* PUD: leaf entries. */

static inline int pud_none(pud_t pud)
{
	return pud_val(pud) == 0;
}

static inline int pud_present(pud_t pud)
{
	return (pud_val(pud) & (_PAGE_PRESENT | _PAGE_PROTNONE | _PAGE_PSE)) != 0;
}

static inline int pud_write(pud_t pud)
{
	return (pud_val(pud) & _PAGE_RW) != 0;
}
#define pud_write pud_write

static inline int pud_dirty(pud_t pud)
{
	return (pud_val(pud) & _PAGE_DIRTY) != 0;
}
#define pud_dirty pud_dirty

static inline int pud_young(pud_t pud)
{
	return (pud_val(pud) & _PAGE_ACCESSED) != 0;
}
#define pud_young pud_young

static inline unsigned long pud_pfn(pud_t pud)
{
	return (pud_val(pud) & MMLENS_PFN_MASK) >> PAGE_SHIFT;
}
#define pud_pfn pud_pfn
#define pud_page(pud) pfn_to_page(pud_pfn(pud))
#define pud_pgprot(pud) __pgprot(pud_val(pud) & ~MMLENS_PFN_MASK)

static inline pud_t pfn_pud(unsigned long pfn, pgprot_t prot)
{
	return __pud((pfn << PAGE_SHIFT) | pgprot_val(prot));
}
#define mk_pud(page, prot) pfn_pud(page_to_pfn(page), prot)

static inline pud_t pud_modify(pud_t pud, pgprot_t prot)
{
	unsigned long kept = pud_val(pud) & (MMLENS_CHANGE_MASK | _PAGE_PSE);

	return __pud(kept | (pgprot_val(prot) & ~MMLENS_CHANGE_MASK));
}

static inline pud_t pud_mkold(pud_t pud)
{
	return __pud(pud_val(pud) & ~_PAGE_ACCESSED);
}

static inline pud_t pud_mkyoung(pud_t pud)
{
	return __pud(pud_val(pud) | _PAGE_ACCESSED);
}

static inline pud_t pud_mkclean(pud_t pud)
{
	return __pud(pud_val(pud) & ~_PAGE_DIRTY);
}

static inline pud_t pud_mkdirty(pud_t pud)
{
	return __pud(pud_val(pud) | _PAGE_DIRTY | _PAGE_SOFT_DIRTY);
}

static inline pud_t pud_wrprotect(pud_t pud)
{
	return __pud(pud_val(pud) & ~_PAGE_RW);
}

static inline pud_t pud_mkwrite_novma(pud_t pud)
{
	return __pud(pud_val(pud) | _PAGE_RW);
}

static inline pud_t pud_mkhuge(pud_t pud)
{
	return __pud(pud_val(pud) | _PAGE_PSE);
}

static inline int pte_special(pte_t pte)
{
	return (pte_val(pte) & _PAGE_SPECIAL) != 0;
}

static inline int pte_same(pte_t a, pte_t b)
{
	return pte_val(a) == pte_val(b);
}
#define __HAVE_ARCH_PTE_SAME

#ifdef CONFIG_NUMA_BALANCING
static inline int pte_protnone(pte_t pte)
{
	return (pte_val(pte) & (_PAGE_PROTNONE | _PAGE_PRESENT)) == _PAGE_PROTNONE;
}

static inline int pmd_protnone(pmd_t pmd)
{
	return (pmd_val(pmd) & (_PAGE_PROTNONE | _PAGE_PRESENT)) == _PAGE_PROTNONE;
}
#endif

/* A huge entry is a leaf; without THP nothing makes one. */
static inline bool pmd_leaf(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_PSE) != 0;
}
#define pmd_leaf pmd_leaf
#define pmd_large pmd_leaf

static inline bool pud_leaf(pud_t pud)
{
	return (pud_val(pud) & (_PAGE_PSE | _PAGE_PRESENT)) == (_PAGE_PSE | _PAGE_PRESENT);
}
#define pud_leaf pud_leaf
#define pud_large pud_leaf

#ifdef CONFIG_TRANSPARENT_HUGEPAGE
static inline int pmd_trans_huge(pmd_t pmd)
{
	return (pmd_val(pmd) & _PAGE_PSE) != 0;
}

static inline pmd_t pmd_mkinvalid(pmd_t pmd)
{
	return __pmd(pmd_val(pmd) & ~(_PAGE_PRESENT | _PAGE_PROTNONE));
}

static inline int has_transparent_hugepage(void)
{
	return 1;
}
#define has_transparent_hugepage has_transparent_hugepage

#ifdef CONFIG_HAVE_ARCH_TRANSPARENT_HUGEPAGE_PUD
static inline int pud_trans_huge(pud_t pud)
{
	return (pud_val(pud) & _PAGE_PSE) != 0;
}

static inline pud_t pud_mkwrite(pud_t pud)
{
	return pud_mkwrite_novma(pud);
}

static inline pud_t pud_mkinvalid(pud_t pud)
{
	return __pud(pud_val(pud) & ~(_PAGE_PRESENT | _PAGE_PROTNONE));
}

#define pudp_invalidate(vma, address, pudp)				\
({									\
	pud_t __pud_was = *(pudp);					\
									\
	set_pud(pudp, pud_mkinvalid(__pud_was));			\
	flush_tlb_range(vma, address, (address) + PUD_SIZE);		\
	__pud_was;							\
})
#endif
#endif

/* Entries that point to the next table. */

static inline int pmd_bad(pmd_t pmd)
{
	return mmlens_table_bad(pmd_val(pmd));
}

static inline int pud_bad(pud_t pud)
{
	return mmlens_table_bad(pud_val(pud));
}

static inline unsigned long pmd_page_vaddr(pmd_t pmd)
{
	return (unsigned long)__va(pmd_val(pmd) & MMLENS_PFN_MASK);
}

static inline pmd_t *pud_pgtable(pud_t pud)
{
	return (pmd_t *)__va(pud_val(pud) & MMLENS_PFN_MASK);
}

#if CONFIG_PGTABLE_LEVELS > 4
#define p4d_none(p4d) (p4d_val(p4d) == 0)
#define p4d_present(p4d) ((p4d_val(p4d) & _PAGE_PRESENT) != 0)
#define p4d_bad(p4d) mmlens_table_bad(p4d_val(p4d))
#define pgd_none(pgd) (pgd_val(pgd) == 0)
#define pgd_present(pgd) ((pgd_val(pgd) & _PAGE_PRESENT) != 0)
#define pgd_bad(pgd) mmlens_table_bad(pgd_val(pgd))
#define pgd_page(pgd) pfn_to_page((pgd_val(pgd) & MMLENS_PFN_MASK) >> PAGE_SHIFT)
#define p4d_page(p4d) pfn_to_page((p4d_val(p4d) & MMLENS_PFN_MASK) >> PAGE_SHIFT)

static inline pud_t *p4d_pgtable(p4d_t p4d)
{
	return (pud_t *)__va(p4d_val(p4d) & MMLENS_PFN_MASK);
}

static inline unsigned long pgd_page_vaddr(pgd_t pgd)
{
	return (unsigned long)__va(pgd_val(pgd) & MMLENS_PFN_MASK);
}

static inline unsigned long p4d_index(unsigned long address)
{
	return (address >> P4D_SHIFT) & (PTRS_PER_P4D - 1);
}

static inline p4d_t *p4d_offset(pgd_t *pgd, unsigned long address)
{
	return (p4d_t *)pgd_page_vaddr(*pgd) + p4d_index(address);
}

static inline void set_p4d(p4d_t *p4dp, p4d_t p4d)
{
	*(volatile p4d_t *)p4dp = p4d;
}

static inline void p4d_clear(p4d_t *p4dp)
{
	set_p4d(p4dp, __p4d(0));
}

static inline void set_pgd(pgd_t *pgdp, pgd_t pgd)
{
	*(volatile pgd_t *)pgdp = pgd;
}

static inline void pgd_clear(pgd_t *pgdp)
{
	set_pgd(pgdp, __pgd(0));
}
#else
static inline int p4d_none(p4d_t p4d)
{
	return pgd_val(p4d.pgd) == 0;
}

static inline int p4d_present(p4d_t p4d)
{
	return (pgd_val(p4d.pgd) & _PAGE_PRESENT) != 0;
}

static inline int p4d_bad(p4d_t p4d)
{
	return mmlens_table_bad(pgd_val(p4d.pgd));
}
#define p4d_page(p4d) pfn_to_page((p4d_val(p4d) & MMLENS_PFN_MASK) >> PAGE_SHIFT)

static inline pud_t *p4d_pgtable(p4d_t p4d)
{
	return (pud_t *)__va(p4d_val(p4d) & MMLENS_PFN_MASK);
}

static inline void set_p4d(p4d_t *p4dp, p4d_t p4d)
{
	*(volatile p4d_t *)p4dp = p4d;
}

static inline void p4d_clear(p4d_t *p4dp)
{
	set_p4d(p4dp, __p4d(0));
}
#endif

/* Stores. */

static inline void set_pte(pte_t *ptep, pte_t pte)
{
	*(volatile pte_t *)ptep = pte;
}

static inline void set_pmd(pmd_t *pmdp, pmd_t pmd)
{
	*(volatile pmd_t *)pmdp = pmd;
}

static inline void set_pud(pud_t *pudp, pud_t pud)
{
	*(volatile pud_t *)pudp = pud;
}

static inline pte_t pte_advance_pfn(pte_t pte, unsigned long nr)
{
	return __pte(pte_val(pte) + (nr << PAGE_SHIFT));
}
#define pte_advance_pfn pte_advance_pfn
#define pte_next_pfn(pte) pte_advance_pfn(pte, 1)
#define PFN_PTE_SHIFT PAGE_SHIFT

#ifndef MMLENS_HAVE_SET_PTES
static inline void set_pte_at(struct mm_struct *mm, unsigned long addr, pte_t *ptep, pte_t pte)
{
	set_pte(ptep, pte);
}
#endif

static inline void set_pmd_at(struct mm_struct *mm, unsigned long addr, pmd_t *pmdp, pmd_t pmd)
{
	set_pmd(pmdp, pmd);
}

static inline void set_pud_at(struct mm_struct *mm, unsigned long addr, pud_t *pudp, pud_t pud)
{
	set_pud(pudp, pud);
}

static inline void pte_clear(struct mm_struct *mm, unsigned long addr, pte_t *ptep)
{
	set_pte(ptep, __pte(0));
}

static inline void pmd_clear(pmd_t *pmdp)
{
	set_pmd(pmdp, __pmd(0));
}

static inline void pud_clear(pud_t *pudp)
{
	set_pud(pudp, __pud(0));
}

#ifdef CONFIG_TRANSPARENT_HUGEPAGE
static inline pmd_t pmdp_establish(struct vm_area_struct *vma, unsigned long addr, pmd_t *pmdp,
				   pmd_t pmd)
{
	pmd_t was = *pmdp;

	set_pmd(pmdp, pmd);
	return was;
}
#define pmdp_establish pmdp_establish
#endif

/* The MMU reads tables from memory: nothing has to be told about a new entry. */
#define update_mmu_cache(vma, addr, ptep) do { } while (0)
#define update_mmu_cache_range(vmf, vma, addr, ptep, nr) do { } while (0)
#define update_mmu_cache_pmd(vma, addr, pmdp) do { } while (0)
#define update_mmu_cache_pud(vma, addr, pudp) do { } while (0)

/* Swap entries: five bits of type, then the offset; bits 0 and 8 stay clear. */
#define MMLENS_SWP_TYPE_SHIFT 9
#define MMLENS_SWP_OFFSET_SHIFT 14
#define MAX_SWAPFILES_CHECK() do { } while (0)
#define __swp_type(entry) (((entry).val >> MMLENS_SWP_TYPE_SHIFT) & 31UL)
#define __swp_offset(entry) ((entry).val >> MMLENS_SWP_OFFSET_SHIFT)
#define __swp_entry(type, offset)					\
	((swp_entry_t) { ((unsigned long)(type) << MMLENS_SWP_TYPE_SHIFT) |	\
			 ((unsigned long)(offset) << MMLENS_SWP_OFFSET_SHIFT) })
#define __pte_to_swp_entry(pte) ((swp_entry_t) { pte_val(pte) })
#define __pmd_to_swp_entry(pmd) ((swp_entry_t) { pmd_val(pmd) })
#define __swp_entry_to_pte(entry) __pte((entry).val)
#define __swp_entry_to_pmd(entry) __pmd((entry).val)

#define __HAVE_ARCH_PTE_SWP_EXCLUSIVE
static inline int pte_swp_exclusive(pte_t pte)
{
	return (pte_val(pte) & _PAGE_SWP_EXCLUSIVE) != 0;
}

static inline pte_t pte_swp_mkexclusive(pte_t pte)
{
	return __pte(pte_val(pte) | _PAGE_SWP_EXCLUSIVE);
}

static inline pte_t pte_swp_clear_exclusive(pte_t pte)
{
	return __pte(pte_val(pte) & ~_PAGE_SWP_EXCLUSIVE);
}

#define kern_addr_valid(addr) virt_addr_valid(addr)

#endif /* __ASSEMBLY__ */

#endif
