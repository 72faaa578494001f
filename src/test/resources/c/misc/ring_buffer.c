void out(long v);

struct ring { unsigned head, tail; unsigned char d[16]; };
#define SIZE (sizeof(((struct ring *)0)->d))
#define COUNT(r) (((r)->head - (r)->tail) & (SIZE - 1))
#define SPACE(r) (((r)->tail - ((r)->head + 1)) & (SIZE - 1))
static int put(struct ring *r, int c) { if (!SPACE(r)) return 0; r->d[r->head] = c;
	r->head = (r->head + 1) & (SIZE - 1); return 1; }
static int get(struct ring *r) { int c; if (!COUNT(r)) return -1; c = r->d[r->tail];
	r->tail = (r->tail + 1) & (SIZE - 1); return c; }
int main(void) { static struct ring r; int i, n = 0; for (i = 0; i < 50; i++) { n += put(&r, i * 7);
		if (i % 3 == 0) out(get(&r)); } out(n); out(COUNT(&r)); out(SPACE(&r));
	while ((i = get(&r)) >= 0) n = n * 3 + i; out(n); return 0; }
