void out(long v);

struct p { int x, y; }; static struct p *g = &(struct p){ 3, 4 }; static int *v = (int []){ 7, 8, 9 };
static struct p arr[] = { (struct p){ 1, 2 }, { 3, 4 } };
static int sum(const struct p *p) { return p->x + p->y; }
static int total(const int *a, int n) { int s = 0; while (n--) s += a[n]; return s; }
int main(void) { int i, s = 0; struct p *q; out(sum(g)); out(v[2]); g->x = 10; out(sum(g)); out(arr[0].y);
	out(sum(&(struct p){ .y = 5 })); out(total((int []){ 1, 2, 3, [5] = 4 }, 6));
	out(((struct p){ 8, 9 }).y); for (i = 0; i < 3; i++) { q = &(struct p){ i, s }; q->y += 100;
		s = q->y; } out(s); out(((const char []){ "abc" })[1]); out(sizeof((int []){ 1, 2, 3 }));
	out(*(int *)&(int){ 42 }); out((int){ 5 } + (char){ -1 }); struct p r = (struct p){ .x = 6 };
	out(r.y); (struct p){ 1, 2 }.x; return 0; }
