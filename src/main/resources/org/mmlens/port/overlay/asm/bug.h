/*
 * arch mmlens: a BUG ends the run, a WARN is recorded. A *_ONCE that fires is
 * recorded every time it fires: the latch is the recorder's affair.
 * The text names the condition, not the line: the C stack has the line.
 */
#ifndef _ASM_MMLENS_BUG_H
#define _ASM_MMLENS_BUG_H

#ifndef __ASSEMBLY__
void mmlens_bug(const char *what) __attribute__((noreturn));
void mmlens_warn(const char *what);

#ifdef CONFIG_BUG

#define HAVE_ARCH_BUG
#define BUG() mmlens_bug("BUG()")

#define HAVE_ARCH_BUG_ON
#define BUG_ON(condition)						\
do {									\
	if (unlikely(condition))					\
		mmlens_bug("BUG_ON(" #condition ")");			\
} while (0)

#define WARN_ON(condition)						\
({									\
	int __ret_warn_on = !!(condition);				\
	if (unlikely(__ret_warn_on))					\
		mmlens_warn("WARN_ON(" #condition ")");			\
	unlikely(__ret_warn_on);					\
})

#define WARN(condition, format...)					\
({									\
	int __ret_warn_on = !!(condition);				\
	if (unlikely(__ret_warn_on)) {					\
		printk(format);						\
		mmlens_warn("WARN(" #condition ")");			\
	}								\
	unlikely(__ret_warn_on);					\
})

#endif /* CONFIG_BUG */
#endif /* __ASSEMBLY__ */

#include <asm-generic/bug.h>

#if defined(CONFIG_BUG) && !defined(__ASSEMBLY__)
#undef __WARN
#undef __WARN_printf
#define __WARN() mmlens_warn("WARN")
#define __WARN_printf(taint, format...)					\
do {									\
	printk(format);							\
	mmlens_warn("WARN");						\
} while (0)

#undef WARN_ON_ONCE
#define WARN_ON_ONCE(condition)						\
({									\
	int __ret_warn_on = !!(condition);				\
	if (unlikely(__ret_warn_on))					\
		mmlens_warn("WARN_ON_ONCE(" #condition ")");		\
	unlikely(__ret_warn_on);					\
})
#undef WARN_ONCE
#define WARN_ONCE(condition, format...)					\
({									\
	int __ret_warn_on = !!(condition);				\
	if (unlikely(__ret_warn_on)) {					\
		printk(format);						\
		mmlens_warn("WARN_ONCE(" #condition ")");		\
	}								\
	unlikely(__ret_warn_on);					\
})
#endif

#endif
