void out(long v);

struct ops { int (*const get)(int); const char *name; const int max; };
static int dbl(int x) { return 2 * x; }
static const struct ops o = { .get = dbl, .name = "dbl", .max = 7 };
static int run(const struct ops *p, int n) { return p->get(n) + p->max + p->name[1]; }
int main(void) { const struct ops copy = o; out(run(&o, 5)); out(run(&copy, -5)); out(copy.name == o.name);
	return 0; }
