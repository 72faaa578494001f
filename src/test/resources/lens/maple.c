/*
 * One maple tree and one iterator on it, for a test that knows what they must hold. What a tree of
 * an older kernel does not have is left out: MMLENS_HAVE_x says that its header speaks of x.
 */
#include <linux/gfp.h>
#include <linux/maple_tree.h>
#include <linux/rwsem.h>

static struct maple_tree mmlens_mt;
static struct ma_state mmlens_mas;
static struct rw_semaphore mmlens_mt_sem;

/* Under a lock that may sleep, as the tree of an address space is. */
void mmlens_mt_init(unsigned int flags)
{
	init_rwsem(&mmlens_mt_sem);
	mt_init_flags(&mmlens_mt, flags | MT_FLAGS_LOCK_EXTERN);
	mt_set_external_lock(&mmlens_mt, &mmlens_mt_sem);
}

unsigned int mmlens_mt_ranges(void)
{
	return MT_FLAGS_ALLOC_RANGE;
}

unsigned int mmlens_mt_rcu(void)
{
	return MT_FLAGS_USE_RCU;
}

/* Levels of nodes; 0 where the tree does not count them. */
unsigned int mmlens_mt_height(void)
{
#ifdef MT_FLAGS_HEIGHT_MASK
	return (mmlens_mt.ma_flags & MT_FLAGS_HEIGHT_MASK) >> MT_FLAGS_HEIGHT_OFFSET;
#else
	return 0;
#endif
}

int mmlens_mt_store(unsigned long first, unsigned long last, void *entry)
{
	MA_STATE(mas, &mmlens_mt, first, last);
	int error;

	down_write(&mmlens_mt_sem);
	error = mas_store_gfp(&mas, entry, GFP_KERNEL);
	up_write(&mmlens_mt_sem);
	return error;
}

/* The store in two steps, as a VMA is changed. */
int mmlens_mt_prealloc(unsigned long first, unsigned long last, void *entry)
{
	MA_STATE(mas, &mmlens_mt, first, last);
	int error;

	down_write(&mmlens_mt_sem);
	error = mas_preallocate(&mas, entry, GFP_KERNEL);
	if (!error)
		mas_store_prealloc(&mas, entry);
	up_write(&mmlens_mt_sem);
	return error;
}

#ifdef MMLENS_HAVE_mas_erase
void *mmlens_mt_erase(unsigned long index)
{
	MA_STATE(mas, &mmlens_mt, index, index);
	void *entry;

	down_write(&mmlens_mt_sem);
	entry = mas_erase(&mas);
	up_write(&mmlens_mt_sem);
	return entry;
}
#endif

void *mmlens_mt_load(unsigned long index)
{
	return mtree_load(&mmlens_mt, index);
}

/* The iterator. */
void mmlens_mas_set(unsigned long index)
{
	MA_STATE(mas, &mmlens_mt, index, index);

	mmlens_mas = mas;
}

void mmlens_mas_pause(void)
{
	mas_pause(&mmlens_mas);
}

#define MMLENS_WALK(walk, bound)				\
void *mmlens_##walk(unsigned long bound)			\
{								\
	void *entry;						\
								\
	down_write(&mmlens_mt_sem);				\
	entry = walk(&mmlens_mas, bound);			\
	up_write(&mmlens_mt_sem);				\
	return entry;						\
}

MMLENS_WALK(mas_find, max)
MMLENS_WALK(mas_next, max)
MMLENS_WALK(mas_prev, min)
#ifdef MMLENS_HAVE_mas_next_range
MMLENS_WALK(mas_next_range, max)
#endif
#ifdef MMLENS_HAVE_mas_prev_range
MMLENS_WALK(mas_prev_range, min)
#endif
#ifdef MMLENS_HAVE_mas_find_range
MMLENS_WALK(mas_find_range, max)
#endif
#ifdef MMLENS_HAVE_mas_find_rev
MMLENS_WALK(mas_find_rev, min)
#endif

unsigned long mmlens_mas_first(void)
{
	return mmlens_mas.index;
}

unsigned long mmlens_mas_last(void)
{
	return mmlens_mas.last;
}

/* Stores where the iterator stands, which stays in use. */
int mmlens_mas_store(unsigned long first, unsigned long last, void *entry)
{
	int error;

	down_write(&mmlens_mt_sem);
	mmlens_mas.index = first;
	mmlens_mas.last = last;
	error = mas_preallocate(&mmlens_mas, entry, GFP_KERNEL);
	if (!error)
		mas_store_prealloc(&mmlens_mas, entry);
	up_write(&mmlens_mt_sem);
	return error;
}

/* Everything in the tree: first, last, entry. */
unsigned long mmlens_mt_content[3 * 8192];

unsigned long mmlens_mt_dump(void)
{
	unsigned long n = 0;
	void *entry;
	MA_STATE(mas, &mmlens_mt, 0, 0);

	down_write(&mmlens_mt_sem);
	mas_for_each(&mas, entry, ULONG_MAX) {
		if (n < 8192) {
			mmlens_mt_content[3 * n] = mas.index;
			mmlens_mt_content[3 * n + 1] = mas.last;
			mmlens_mt_content[3 * n + 2] = (unsigned long)entry;
		}
		n++;
	}
	up_write(&mmlens_mt_sem);
	return n;
}

/* The tree's own opinion of its shape. */
void mmlens_mt_check(void)
{
	down_write(&mmlens_mt_sem);
	mt_validate(&mmlens_mt);
	up_write(&mmlens_mt_sem);
}

void mmlens_mt_destroy(void)
{
	down_write(&mmlens_mt_sem);
	__mt_destroy(&mmlens_mt);
	up_write(&mmlens_mt_sem);
}
