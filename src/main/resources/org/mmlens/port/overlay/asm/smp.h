/* arch mmlens: built for SMP, run on CPU 0. */
#ifndef _ASM_MMLENS_SMP_H
#define _ASM_MMLENS_SMP_H
#define raw_smp_processor_id() (0)
#define __smp_processor_id() (0)
struct cpumask;
void smp_send_reschedule(int cpu);
void arch_smp_send_reschedule(int cpu);
void arch_send_call_function_single_ipi(int cpu);
void arch_send_call_function_ipi_mask(const struct cpumask *mask);
#endif
