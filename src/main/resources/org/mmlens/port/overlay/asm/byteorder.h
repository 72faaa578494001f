/* arch mmlens: little endian. */
#ifndef _ASM_MMLENS_BYTEORDER_H
#define _ASM_MMLENS_BYTEORDER_H
#include <linux/byteorder/little_endian.h>
#endif
