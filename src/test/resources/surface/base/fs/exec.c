#include <linux/mm.h>

static int shift_stack(struct region *region, unsigned long shift)
{
	unsigned long length = region_length(region);
	int error = region_grow(region, region->end);

	if (error)
		return error;
	if (shift > length)
		return -14;
	return region_cut(region, region->end - shift);
}

int setup_stack(struct region *region)
{
	if (region_fault(region, region->start))
		return -14;
	return shift_stack(region, 4096);
}
