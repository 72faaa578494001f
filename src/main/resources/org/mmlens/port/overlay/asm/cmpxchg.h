/*
 * arch mmlens: one CPU, no interrupts between two C statements, hence an
 * exchange is a load followed by a store. Works for every scalar type.
 */
#ifndef _ASM_MMLENS_CMPXCHG_H
#define _ASM_MMLENS_CMPXCHG_H

#define arch_xchg(ptr, new)						\
({									\
	typeof(ptr) __xchg_ptr = (ptr);					\
	typeof(*(ptr)) __xchg_new = (typeof(*(ptr)))(new);		\
	typeof(*(ptr)) __xchg_was = *__xchg_ptr;			\
	*__xchg_ptr = __xchg_new;					\
	(typeof(*(ptr)))__xchg_was;					\
})

#define arch_cmpxchg(ptr, old, new)					\
({									\
	typeof(ptr) __cmpxchg_ptr = (ptr);				\
	typeof(*(ptr)) __cmpxchg_old = (typeof(*(ptr)))(old);		\
	typeof(*(ptr)) __cmpxchg_new = (typeof(*(ptr)))(new);		\
	typeof(*(ptr)) __cmpxchg_was = *__cmpxchg_ptr;			\
	if (__cmpxchg_was == __cmpxchg_old)				\
		*__cmpxchg_ptr = __cmpxchg_new;				\
	(typeof(*(ptr)))__cmpxchg_was;					\
})

#define arch_cmpxchg_local(ptr, old, new) arch_cmpxchg(ptr, old, new)
#define arch_cmpxchg64(ptr, old, new) arch_cmpxchg(ptr, old, new)
#define arch_cmpxchg64_local(ptr, old, new) arch_cmpxchg(ptr, old, new)

#endif
