#include <linux/mm.h>
#include "internal.h"

int region_fault(struct region *region, unsigned long address)
{
	if (address < region->end)
		return 0;
	return region_grow(region, address) ? 1 : region_insert(region);
}
