#include <linux/export.h>
#include <linux/mm.h>
#include <linux/peek.h>

struct peek_operations {
	int (*region_grow)(struct region *region);
};

static int check(int request)
{
	return request == PEEK_READ;
}

int peek_run(struct peek_operations *operations, struct region *region, int request)
{
	int region_cut = region_count();

	if (!check(request))
		return -1;
	return operations->region_grow(region) + region_cut;
}
EXPORT_SYMBOL(peek_run);
