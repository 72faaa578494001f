/* arch mmlens: one CPU that executes in program order, so every barrier is empty. */
#ifndef _ASM_MMLENS_BARRIER_H
#define _ASM_MMLENS_BARRIER_H

#define mmlens_no_barrier() do { } while (0)

#define mb() mmlens_no_barrier()
#define rmb() mmlens_no_barrier()
#define wmb() mmlens_no_barrier()
#define dma_mb() mmlens_no_barrier()
#define dma_rmb() mmlens_no_barrier()
#define dma_wmb() mmlens_no_barrier()
#define smp_mb() mmlens_no_barrier()
#define smp_rmb() mmlens_no_barrier()
#define smp_wmb() mmlens_no_barrier()
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
