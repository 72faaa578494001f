/*
 * The lens's own C, compiled as one more file of the tree: it builds a layout through the tree's
 * functions and headers and reads one back. Everything here keeps to interfaces that have been stable
 * over the generations the lens speaks of; what a tree does not have is reported by name.
 */
#include <linux/mm.h>
#include <linux/mm_types.h>
#include <linux/mman.h>
#include <linux/maple_tree.h>
#include <linux/rmap.h>
#include <linux/pgtable.h>
#include <asm/pgalloc.h>

/* An anonymous VMA over [start, end), in the tree of the mm. */
struct vm_area_struct *mmlens_vma(struct mm_struct *mm, unsigned long start, unsigned long end,
				  unsigned long flags)
{
	struct vm_area_struct *vma = vm_area_alloc(mm);

	if (!vma)
		return NULL;
	vma_set_anonymous(vma);
	vma->vm_start = start;
	vma->vm_end = end;
	*(unsigned long *)&vma->vm_flags = flags;
	vma->vm_page_prot = vm_get_page_prot(flags);
	if (insert_vm_struct(mm, vma))
		return NULL;
	mm->total_vm += (end - start) >> PAGE_SHIFT;
	return vma;
}

unsigned long mmlens_stack_flags(void)
{
	return (VM_STACK_FLAGS | VM_SOFTDIRTY) & ~VM_ACCOUNT;
}

unsigned long mmlens_incomplete_flags(void)
{
	return VM_STACK_INCOMPLETE_SETUP;
}

unsigned long mmlens_anonymous_flags(void)
{
	return VM_READ | VM_WRITE | VM_MAYREAD | VM_MAYWRITE | VM_MAYEXEC;
}

int mmlens_anon_vma(struct vm_area_struct *vma)
{
	return anon_vma_prepare(vma);
}

/* The entry of a user page, with all tables above it made. */
pte_t *mmlens_pte(struct mm_struct *mm, unsigned long address)
{
	pgd_t *pgd = pgd_offset(mm, address);
	p4d_t *p4d = p4d_alloc(mm, pgd, address);
	pud_t *pud;
	pmd_t *pmd;

	if (!p4d)
		return NULL;
	pud = pud_alloc(mm, p4d, address);
	if (!pud)
		return NULL;
	pmd = pmd_alloc(mm, pud, address);
	if (!pmd || pte_alloc(mm, pmd))
		return NULL;
	return pte_offset_kernel(pmd, address);
}

/* An anonymous page that one entry maps, and nobody else refers to. */
void mmlens_mapped_page(struct page *page)
{
#ifdef PAGE_MAPPING_ANON
	page->mapping = (struct address_space *)PAGE_MAPPING_ANON;
#endif
	atomic_set(&page->_refcount, 1);
	atomic_set(&page->_mapcount, 0);
}

void mmlens_count_pages(struct mm_struct *mm, long pages)
{
	add_mm_counter(mm, MM_ANONPAGES, pages);
}

unsigned long mmlens_counter(struct mm_struct *mm, int member)
{
	return get_mm_counter(mm, member);
}

void mmlens_write_lock(struct mm_struct *mm)
{
	mmap_write_lock(mm);
}

void mmlens_write_unlock(struct mm_struct *mm)
{
	mmap_write_unlock(mm);
}

/* Writes first, last and entry of every range of the tree to `out`; returns how many there are. */
unsigned long mmlens_tree(struct mm_struct *mm, unsigned long *out, unsigned long most)
{
	unsigned long n = 0;
	void *entry;
	MA_STATE(mas, &mm->mm_mt, 0, 0);

	mas_for_each(&mas, entry, ULONG_MAX) {
		if (n < most) {
			out[3 * n] = mas.index;
			out[3 * n + 1] = mas.last;
			out[3 * n + 2] = (unsigned long)entry;
		}
		n++;
	}
	return n;
}
