/* arch mmlens: no interrupt ever arrives; the flag is not kept. */
#ifndef _ASM_MMLENS_IRQFLAGS_H
#define _ASM_MMLENS_IRQFLAGS_H
#define ARCH_IRQ_ENABLED 1
#define ARCH_IRQ_DISABLED 0
static inline unsigned long arch_local_save_flags(void)
{
	return ARCH_IRQ_ENABLED;
}
#define arch_local_save_flags arch_local_save_flags
static inline void arch_local_irq_restore(unsigned long flags)
{
}
#define arch_local_irq_restore arch_local_irq_restore
#include <asm-generic/irqflags.h>
#endif
