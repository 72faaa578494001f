/* arch mmlens: 64-bit little-endian ELF. */
#ifndef _ASM_MMLENS_ELF_H
#define _ASM_MMLENS_ELF_H

#include <linux/types.h>
#include <asm/ptrace.h>

#define ELF_CLASS ELFCLASS64
#define ELF_DATA ELFDATA2LSB
#define ELF_ARCH EM_X86_64
#define elf_check_arch(header) ((header)->e_machine == EM_X86_64)
#define ELF_EXEC_PAGESIZE 4096
#define CORE_DUMP_USE_REGSET
#define ELF_ET_DYN_BASE (TASK_SIZE / 3 * 2)
/* 16 GiB of pages. */
#define STACK_RND_MASK (0x3fffff)
#define ELF_HWCAP (0)
#define ELF_PLATFORM (NULL)
#define SET_PERSONALITY(ex) do { } while (0)

typedef unsigned long elf_greg_t;
typedef elf_greg_t elf_gregset_t[sizeof(struct pt_regs) / sizeof(elf_greg_t)];
typedef unsigned long elf_fpregset_t;
#define ELF_NGREG (sizeof(struct pt_regs) / sizeof(elf_greg_t))

#endif
