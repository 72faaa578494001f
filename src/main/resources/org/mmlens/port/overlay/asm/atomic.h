/*
 * arch mmlens: one CPU, so an atomic operation is its plain C meaning. Only
 * the operations the tree cannot derive are here; the rest comes from the
 * tree's fallbacks.
 */
#ifndef _ASM_MMLENS_ATOMIC_H
#define _ASM_MMLENS_ATOMIC_H

#include <linux/types.h>
#include <asm/cmpxchg.h>
#include <asm/barrier.h>

static __always_inline int arch_atomic_read(const atomic_t *v)
{
	return *(const volatile int *)&v->counter;
}

static __always_inline void arch_atomic_set(atomic_t *v, int i)
{
	*(volatile int *)&v->counter = i;
}
#define arch_atomic_read arch_atomic_read
#define arch_atomic_set arch_atomic_set

static __always_inline void arch_atomic_add(int i, atomic_t *v)
{
	v->counter = v->counter + i;
}
#define arch_atomic_add arch_atomic_add

static __always_inline int arch_atomic_fetch_add(int i, atomic_t *v)
{
	int was = v->counter;

	v->counter = was + i;
	return was;
}
#define arch_atomic_fetch_add arch_atomic_fetch_add

static __always_inline int arch_atomic_add_return(int i, atomic_t *v)
{
	v->counter = v->counter + i;
	return v->counter;
}
#define arch_atomic_add_return arch_atomic_add_return

static __always_inline void arch_atomic_sub(int i, atomic_t *v)
{
	v->counter = v->counter - i;
}
#define arch_atomic_sub arch_atomic_sub

static __always_inline int arch_atomic_fetch_sub(int i, atomic_t *v)
{
	int was = v->counter;

	v->counter = was - i;
	return was;
}
#define arch_atomic_fetch_sub arch_atomic_fetch_sub

static __always_inline int arch_atomic_sub_return(int i, atomic_t *v)
{
	v->counter = v->counter - i;
	return v->counter;
}
#define arch_atomic_sub_return arch_atomic_sub_return

static __always_inline void arch_atomic_and(int i, atomic_t *v)
{
	v->counter = v->counter & i;
}
#define arch_atomic_and arch_atomic_and

static __always_inline int arch_atomic_fetch_and(int i, atomic_t *v)
{
	int was = v->counter;

	v->counter = was & i;
	return was;
}
#define arch_atomic_fetch_and arch_atomic_fetch_and

static __always_inline void arch_atomic_or(int i, atomic_t *v)
{
	v->counter = v->counter | i;
}
#define arch_atomic_or arch_atomic_or

static __always_inline int arch_atomic_fetch_or(int i, atomic_t *v)
{
	int was = v->counter;

	v->counter = was | i;
	return was;
}
#define arch_atomic_fetch_or arch_atomic_fetch_or

static __always_inline void arch_atomic_xor(int i, atomic_t *v)
{
	v->counter = v->counter ^ i;
}
#define arch_atomic_xor arch_atomic_xor

static __always_inline int arch_atomic_fetch_xor(int i, atomic_t *v)
{
	int was = v->counter;

	v->counter = was ^ i;
	return was;
}
#define arch_atomic_fetch_xor arch_atomic_fetch_xor

static __always_inline void arch_atomic_andnot(int i, atomic_t *v)
{
	v->counter = v->counter & ~i;
}
#define arch_atomic_andnot arch_atomic_andnot

static __always_inline int arch_atomic_fetch_andnot(int i, atomic_t *v)
{
	int was = v->counter;

	v->counter = was & ~i;
	return was;
}
#define arch_atomic_fetch_andnot arch_atomic_fetch_andnot

#define arch_atomic_xchg(v, new) arch_xchg(&((v)->counter), (new))
#define arch_atomic_cmpxchg(v, old, new) arch_cmpxchg(&((v)->counter), (old), (new))

static __always_inline s64 arch_atomic64_read(const atomic64_t *v)
{
	return *(const volatile s64 *)&v->counter;
}

static __always_inline void arch_atomic64_set(atomic64_t *v, s64 i)
{
	*(volatile s64 *)&v->counter = i;
}
#define arch_atomic64_read arch_atomic64_read
#define arch_atomic64_set arch_atomic64_set

static __always_inline void arch_atomic64_add(s64 i, atomic64_t *v)
{
	v->counter = v->counter + i;
}
#define arch_atomic64_add arch_atomic64_add

static __always_inline s64 arch_atomic64_fetch_add(s64 i, atomic64_t *v)
{
	s64 was = v->counter;

	v->counter = was + i;
	return was;
}
#define arch_atomic64_fetch_add arch_atomic64_fetch_add

static __always_inline s64 arch_atomic64_add_return(s64 i, atomic64_t *v)
{
	v->counter = v->counter + i;
	return v->counter;
}
#define arch_atomic64_add_return arch_atomic64_add_return

static __always_inline void arch_atomic64_sub(s64 i, atomic64_t *v)
{
	v->counter = v->counter - i;
}
#define arch_atomic64_sub arch_atomic64_sub

static __always_inline s64 arch_atomic64_fetch_sub(s64 i, atomic64_t *v)
{
	s64 was = v->counter;

	v->counter = was - i;
	return was;
}
#define arch_atomic64_fetch_sub arch_atomic64_fetch_sub

static __always_inline s64 arch_atomic64_sub_return(s64 i, atomic64_t *v)
{
	v->counter = v->counter - i;
	return v->counter;
}
#define arch_atomic64_sub_return arch_atomic64_sub_return

static __always_inline void arch_atomic64_and(s64 i, atomic64_t *v)
{
	v->counter = v->counter & i;
}
#define arch_atomic64_and arch_atomic64_and

static __always_inline s64 arch_atomic64_fetch_and(s64 i, atomic64_t *v)
{
	s64 was = v->counter;

	v->counter = was & i;
	return was;
}
#define arch_atomic64_fetch_and arch_atomic64_fetch_and

static __always_inline void arch_atomic64_or(s64 i, atomic64_t *v)
{
	v->counter = v->counter | i;
}
#define arch_atomic64_or arch_atomic64_or

static __always_inline s64 arch_atomic64_fetch_or(s64 i, atomic64_t *v)
{
	s64 was = v->counter;

	v->counter = was | i;
	return was;
}
#define arch_atomic64_fetch_or arch_atomic64_fetch_or

static __always_inline void arch_atomic64_xor(s64 i, atomic64_t *v)
{
	v->counter = v->counter ^ i;
}
#define arch_atomic64_xor arch_atomic64_xor

static __always_inline s64 arch_atomic64_fetch_xor(s64 i, atomic64_t *v)
{
	s64 was = v->counter;

	v->counter = was ^ i;
	return was;
}
#define arch_atomic64_fetch_xor arch_atomic64_fetch_xor

static __always_inline void arch_atomic64_andnot(s64 i, atomic64_t *v)
{
	v->counter = v->counter & ~i;
}
#define arch_atomic64_andnot arch_atomic64_andnot

static __always_inline s64 arch_atomic64_fetch_andnot(s64 i, atomic64_t *v)
{
	s64 was = v->counter;

	v->counter = was & ~i;
	return was;
}
#define arch_atomic64_fetch_andnot arch_atomic64_fetch_andnot

#define arch_atomic64_xchg(v, new) arch_xchg(&((v)->counter), (new))
#define arch_atomic64_cmpxchg(v, old, new) arch_cmpxchg(&((v)->counter), (old), (new))

#ifndef ATOMIC_INIT
#define ATOMIC_INIT(i) { (i) }
#endif
#define ATOMIC64_INIT(i) { (i) }

#endif
