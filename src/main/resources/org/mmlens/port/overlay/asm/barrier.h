/*
 * arch mmlens: one CPU that executes in program order, so every barrier is empty. Those that code of the
 * kernel asks for by name are functions all the same: the port notes them.
 */
#ifndef _ASM_MMLENS_BARRIER_H
#define _ASM_MMLENS_BARRIER_H

#define mmlens_no_barrier() do { } while (0)

void mb(void);
#define mb mb
void rmb(void);
#define rmb rmb
void wmb(void);
#define wmb wmb
#define dma_mb() mmlens_no_barrier()
#define dma_rmb() mmlens_no_barrier()
#define dma_wmb() mmlens_no_barrier()
void smp_mb(void);
#define smp_mb smp_mb
void smp_rmb(void);
#define smp_rmb smp_rmb
void smp_wmb(void);
#define smp_wmb smp_wmb
#define __smp_mb() mmlens_no_barrier()
#define __smp_rmb() mmlens_no_barrier()
#define __smp_wmb() mmlens_no_barrier()
#define __smp_mb__before_atomic() mmlens_no_barrier()
#define __smp_mb__after_atomic() mmlens_no_barrier()

#define smp_store_mb(var, value) do { (var) = (value); } while (0)
#define smp_load_acquire(p) (*(p))
#define smp_store_release(p, v) do { *(p) = (v); } while (0)
#define smp_cond_load_relaxed(ptr, cond_expr)				\
({									\
	typeof(ptr) __cond_ptr = (ptr);					\
	typeof(*ptr) VAL;						\
	for (;;) {							\
		VAL = *__cond_ptr;					\
		if (cond_expr)						\
			break;						\
	}								\
	(typeof(*ptr))VAL;						\
})
#define smp_cond_load_acquire(ptr, cond_expr) smp_cond_load_relaxed(ptr, cond_expr)

#include <asm-generic/barrier.h>
#endif
