/*
 * arch mmlens: 4 KiB pages, all of RAM in one direct map, struct page of
 * every frame in one array inside of it.
 */
#ifndef _ASM_MMLENS_PAGE_H
#define _ASM_MMLENS_PAGE_H

#include <linux/const.h>

#define PAGE_SHIFT 12
#define PAGE_SIZE (1UL << PAGE_SHIFT)
#define PAGE_MASK (~(PAGE_SIZE - 1))

#define PAGE_OFFSET 0xffff888000000000UL
#define MMLENS_VMEMMAP 0xffff888000100000UL
#define MMLENS_PFN_MASK 0x000ffffffffff000UL

#define HPAGE_SHIFT 21
#define HPAGE_SIZE (1UL << HPAGE_SHIFT)
#define HPAGE_MASK (~(HPAGE_SIZE - 1))
#define HUGETLB_PAGE_ORDER (HPAGE_SHIFT - PAGE_SHIFT)

#ifndef __ASSEMBLY__

#include <linux/types.h>

typedef struct { unsigned long pte; } pte_t;
typedef struct { unsigned long pmd; } pmd_t;
#if CONFIG_PGTABLE_LEVELS > 3
typedef struct { unsigned long pud; } pud_t;
#endif
#if CONFIG_PGTABLE_LEVELS > 4
typedef struct { unsigned long p4d; } p4d_t;
#endif
typedef struct { unsigned long pgd; } pgd_t;
typedef struct { unsigned long pgprot; } pgprot_t;
typedef unsigned long pgprotval_t;
typedef struct page *pgtable_t;

#define pte_val(x) ((x).pte)
#define pmd_val(x) ((x).pmd)
#define pgd_val(x) ((x).pgd)
#define pgprot_val(x) ((x).pgprot)
#define __pte(x) ((pte_t) { (x) })
#define __pmd(x) ((pmd_t) { (x) })
#define __pgd(x) ((pgd_t) { (x) })
#define __pgprot(x) ((pgprot_t) { (x) })
#if CONFIG_PGTABLE_LEVELS > 3
#define pud_val(x) ((x).pud)
#define __pud(x) ((pud_t) { (x) })
#endif
#if CONFIG_PGTABLE_LEVELS > 4
#define p4d_val(x) ((x).p4d)
#define __p4d(x) ((p4d_t) { (x) })
#endif

#define __va(x) ((void *)((unsigned long)(x) + PAGE_OFFSET))
#define __pa(x) ((unsigned long)(x) - PAGE_OFFSET)
#define __pa_symbol(x) __pa(x)

#define vmemmap ((struct page *)MMLENS_VMEMMAP)
#define ARCH_PFN_OFFSET 0UL

extern unsigned long max_pfn;
#define pfn_valid(pfn) ((unsigned long)(pfn) < max_pfn)
#define virt_to_pfn(kaddr) (__pa(kaddr) >> PAGE_SHIFT)
#define pfn_to_virt(pfn) __va((unsigned long)(pfn) << PAGE_SHIFT)
#define virt_to_page(kaddr) (vmemmap + virt_to_pfn(kaddr))
#define page_to_virt(page) __va((unsigned long)((page) - vmemmap) << PAGE_SHIFT)
#define page_to_phys(page) ((phys_addr_t)((page) - vmemmap) << PAGE_SHIFT)
#define phys_to_page(phys) (vmemmap + ((phys) >> PAGE_SHIFT))
#define virt_addr_valid(kaddr) \
	((unsigned long)(kaddr) >= PAGE_OFFSET && pfn_valid(virt_to_pfn(kaddr)))

void clear_page(void *page);
void copy_page(void *to, void *from);
#define clear_user_page(addr, vaddr, page) clear_page(addr)
#define copy_user_page(to, from, vaddr, page) copy_page(to, from)

#endif /* __ASSEMBLY__ */

#include <asm-generic/memory_model.h>
#include <asm-generic/getorder.h>

#define VM_DATA_DEFAULT_FLAGS VM_DATA_FLAGS_NON_EXEC

#endif
