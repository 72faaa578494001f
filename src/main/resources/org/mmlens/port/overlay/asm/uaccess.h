/* arch mmlens: user memory is reached through the MMU, by two primitives. */
#ifndef _ASM_MMLENS_UACCESS_H
#define _ASM_MMLENS_UACCESS_H
#include <linux/types.h>
unsigned long raw_copy_from_user(void *to, const void __user *from, unsigned long length);
unsigned long raw_copy_to_user(void __user *to, const void *from, unsigned long length);
#include <asm-generic/uaccess.h>
#endif
