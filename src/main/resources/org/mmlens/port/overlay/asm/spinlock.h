/*
 * arch mmlens: kernel code reaches locks through the out-of-line functions
 * (_raw_spin_lock and so on); this is only what inline code asks directly.
 */
#ifndef _ASM_MMLENS_SPINLOCK_H
#define _ASM_MMLENS_SPINLOCK_H

#include <asm/spinlock_types.h>

#define arch_spin_is_locked(lock) ((lock)->slock != 0)
#define arch_spin_is_contended(lock) ((void)(lock), 0)
#define arch_spin_value_unlocked(lock) ((lock).slock == 0)
#define arch_read_can_lock(lock) ((int)(lock)->rwlock >= 0)
#define arch_write_can_lock(lock) ((lock)->rwlock == 0)
#define arch_rwlock_is_contended(lock) ((void)(lock), 0)

static inline int arch_spin_trylock(arch_spinlock_t *lock)
{
	int was = lock->slock;

	lock->slock = 1;
	return !was;
}

static inline void arch_spin_lock(arch_spinlock_t *lock)
{
	if (!arch_spin_trylock(lock))
		mmlens_bug("arch_spin_lock: already locked");
}

static inline void arch_spin_unlock(arch_spinlock_t *lock)
{
	lock->slock = 0;
}

static inline int arch_read_trylock(arch_rwlock_t *lock)
{
	if ((int)lock->rwlock < 0)
		return 0;
	lock->rwlock++;
	return 1;
}

static inline void arch_read_lock(arch_rwlock_t *lock)
{
	if (!arch_read_trylock(lock))
		mmlens_bug("arch_read_lock: locked for writing");
}

static inline void arch_read_unlock(arch_rwlock_t *lock)
{
	lock->rwlock--;
}

static inline int arch_write_trylock(arch_rwlock_t *lock)
{
	if (lock->rwlock)
		return 0;
	lock->rwlock = -1;
	return 1;
}

static inline void arch_write_lock(arch_rwlock_t *lock)
{
	if (!arch_write_trylock(lock))
		mmlens_bug("arch_write_lock: already locked");
}

static inline void arch_write_unlock(arch_rwlock_t *lock)
{
	lock->rwlock = 0;
}

#endif
