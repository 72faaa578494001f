#include <linux/export.h>
#include <linux/mm.h>
#include "internal.h"

static int regions;

static int check(const struct region *region)
{
	if (region->start > region->end)
		return -22;
	if (region->locked_pages && region_empty(region))
		return -22;
	return 0;
}

/**
 * region_grow - move the end of a region up
 * @region: the region
 * @end: its new end
 *
 * Return: 0, or an error.
 */
int region_grow(struct region *region, unsigned long end)
{
	int error = check(region);

	if (error)
		return error;
	if (end < region->end)
		return -22;
	region->end = end;
	return 0;
}

/**
 * region_cut - move the end of a region down
 * @region: the region
 * @end: its new end
 *
 * Return: 0, or an error.
 */
int region_cut(struct region *region, unsigned long end)
{
	if (end < region->start || end > region->end)
		return -22;
	region->end = end;
	return 0;
}

int region_count(void)
{
	return regions;
}
EXPORT_SYMBOL_GPL(region_count);

int region_insert(struct region *region)
{
	int error = check(region);

	regions += !error;
	return error;
}
