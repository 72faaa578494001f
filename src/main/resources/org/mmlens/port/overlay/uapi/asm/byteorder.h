/* arch mmlens: little endian. */
#include <linux/byteorder/little_endian.h>
