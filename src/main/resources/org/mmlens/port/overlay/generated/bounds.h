/*
 * What a build measures of its own types. The numbers are only compared
 * with word sizes, so upper bounds serve where the exact value depends on
 * the kernel version.
 */
#ifndef __LINUX_BOUNDS_H__
#define __LINUX_BOUNDS_H__
#define NR_PAGEFLAGS 32
#define MAX_NR_ZONES 4
#define NR_CPUS_BITS 3
#if defined(CONFIG_DEBUG_SPINLOCK) || defined(CONFIG_DEBUG_LOCK_ALLOC)
#define SPINLOCK_SIZE 64
#else
#define SPINLOCK_SIZE 4
#endif
#ifdef CONFIG_LRU_GEN
#define LRU_GEN_WIDTH 3
#define __LRU_REFS_WIDTH 2
#else
#define LRU_GEN_WIDTH 0
#define __LRU_REFS_WIDTH 0
#endif
#endif
