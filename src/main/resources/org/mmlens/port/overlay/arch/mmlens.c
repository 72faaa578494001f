/*
 * arch mmlens: the functions an architecture defines in C. One more
 * translation unit of the kernel.
 */
#include <linux/mm.h>
#include <linux/sched.h>
#include <asm/pgalloc.h>

struct task_struct *mmlens_current_task;

#ifdef CONFIG_ARCH_HAS_VM_GET_PAGE_PROT
/* A private writable page starts read-only: its first write is a fault. */
pgprot_t vm_get_page_prot(unsigned long vm_flags)
{
	unsigned long prot = _PAGE_PRESENT | _PAGE_USER | _PAGE_ACCESSED;

	if (!(vm_flags & (VM_READ | VM_WRITE | VM_EXEC)))
		return PAGE_NONE;
	if ((vm_flags & VM_WRITE) && (vm_flags & VM_SHARED))
		prot |= _PAGE_RW;
	if (!(vm_flags & VM_EXEC))
		prot |= _PAGE_NX;
	return __pgprot(prot);
}
#endif

pgd_t *pgd_alloc(struct mm_struct *mm)
{
	return (pgd_t *)get_zeroed_page(GFP_KERNEL);
}

void pgd_free(struct mm_struct *mm, pgd_t *pgd)
{
	free_page((unsigned long)pgd);
}
