#ifndef _LINUX_TYPES_H
#define _LINUX_TYPES_H
typedef unsigned long pgoff_t;
typedef int bool_t;
#endif
