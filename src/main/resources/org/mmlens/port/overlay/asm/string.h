/* arch mmlens: answered by the machine, which checks every byte they touch. */
#ifndef _ASM_MMLENS_STRING_H
#define _ASM_MMLENS_STRING_H
#define __HAVE_ARCH_MEMSET
void *memset(void *to, int value, __kernel_size_t length);
#define __HAVE_ARCH_MEMCPY
void *memcpy(void *to, const void *from, __kernel_size_t length);
#define __HAVE_ARCH_MEMMOVE
void *memmove(void *to, const void *from, __kernel_size_t length);
#define __HAVE_ARCH_MEMCMP
int memcmp(const void *left, const void *right, __kernel_size_t length);
#define __HAVE_ARCH_STRLEN
__kernel_size_t strlen(const char *text);
#endif
