#ifndef __MM_INTERNAL_H
#define __MM_INTERNAL_H
#include <linux/mm.h>

int region_insert(struct region *region);
#endif
