#ifndef _LINUX_MM_H
#define _LINUX_MM_H
#include <linux/types.h>

struct region {
	unsigned long start;
	unsigned long end;
	unsigned long locked_pages;
};

int region_grow(struct region *region, unsigned long end);
int region_cut(struct region *region, unsigned long end);
int region_count(void);

#ifdef CONFIG_MMU
int region_fault(struct region *region, unsigned long address);
#else
static inline int region_fault(struct region *region, unsigned long address)
{
	return 0;
}
#endif

static inline unsigned long region_length(const struct region *region)
{
	return region->end - region->start;
}

#define region_empty(region) ((region)->start == (region)->end)
#endif
