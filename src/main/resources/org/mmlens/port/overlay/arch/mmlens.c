/*
 * arch mmlens: the functions an architecture defines in C. One more
 * translation unit of the kernel.
 */
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/cred.h>
#include <linux/user_namespace.h>
#include <linux/debug_locks.h>
#include <linux/jiffies.h>
#include <linux/mman.h>
#include <linux/percpu_counter.h>
#include <linux/security.h>
#include <linux/vmstat.h>
#include <asm/pgalloc.h>

/* The one task: without limits, without capabilities, without an address space. */
struct user_namespace init_user_ns;
static struct cred mmlens_cred = {
	.user_ns = &init_user_ns,
};
static struct signal_struct mmlens_signal = {
	.rlim = {
		[0 ... RLIM_NLIMITS - 1] = { RLIM_INFINITY, RLIM_INFINITY },
	},
};
static struct task_struct mmlens_task = {
	.cred = &mmlens_cred,
	.real_cred = &mmlens_cred,
	.signal = &mmlens_signal,
	.group_leader = &mmlens_task,
	.comm = "mmlens",
};
struct task_struct *mmlens_current_task = &mmlens_task;

/* What files that are not run define elsewhere. */
struct mm_struct init_mm;
pgd_t swapper_pg_dir[PTRS_PER_PGD];
unsigned long empty_zero_page[PAGE_SIZE / sizeof(unsigned long)];
unsigned long max_pfn;
#ifndef nr_cpu_ids
unsigned int nr_cpu_ids = NR_CPUS;
#endif
#if defined(MMLENS_HAVE_VMA_DUMMY_VM_OPS)
const struct vm_operations_struct vma_dummy_vm_ops;
#endif
#ifdef CONFIG_LOCKDEP
int debug_locks = 1;
#endif
#ifdef CONFIG_DEBUG_LOCK_ALLOC
struct lockdep_map rcu_lock_map;
struct lockdep_map rcu_bh_lock_map;
struct lockdep_map rcu_sched_lock_map;
struct lockdep_map rcu_callback_map;
#endif
#ifndef CONFIG_NUMA
struct pglist_data contig_page_data;
#endif
#ifdef CONFIG_VM_EVENT_COUNTERS
DEFINE_PER_CPU(struct vm_event_state, vm_event_states);
#endif
unsigned long volatile jiffies = INITIAL_JIFFIES;
unsigned long mmap_min_addr = CONFIG_DEFAULT_MMAP_MIN_ADDR;
atomic_long_t _totalram_pages = ATOMIC_LONG_INIT(1L << 20);
#ifdef CONFIG_SMP
int percpu_counter_batch = 32;
s32 vm_committed_as_batch = 32;
#endif
DEFINE_STATIC_KEY_MAYBE(CONFIG_INIT_ON_ALLOC_DEFAULT_ON, init_on_alloc);
DEFINE_STATIC_KEY_MAYBE(CONFIG_INIT_ON_FREE_DEFAULT_ON, init_on_free);
atomic_long_t vm_zone_stat[NR_VM_ZONE_STAT_ITEMS];
atomic_long_t vm_node_stat[NR_VM_NODE_STAT_ITEMS];

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
