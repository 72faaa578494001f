/* arch mmlens: 0 is free. The word is written by the models of the lock functions. */
#ifndef _ASM_MMLENS_SPINLOCK_TYPES_H
#define _ASM_MMLENS_SPINLOCK_TYPES_H
typedef struct {
	unsigned int slock;
} arch_spinlock_t;
#define __ARCH_SPIN_LOCK_UNLOCKED { 0 }
typedef struct {
	unsigned int rwlock;
} arch_rwlock_t;
#define __ARCH_RW_LOCK_UNLOCKED { 0 }
#endif
