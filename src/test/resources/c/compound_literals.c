void out(long v);

struct p { int x, y; };
static int dist(struct p a, struct p b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }
static int first(const int *a) { return a[0]; }
static int *keep;
int main(void)
{
	struct p *q = &(struct p){ 3, 4 };
	int total = 0;
	out(dist((struct p){ 1, 2 }, *q));
	out(first((int[]){ 9, 8, 7 }));
	out(((int[]){ 9, 8, 7 })[2]);
	q->x = 10;
	out(q->x);
	out((struct p){ .y = 5 }.y);
	for (int i = 0; i < 3; i++) {
		struct p *r = &(struct p){ i };
		total += r->x * 10 + r->y;
		r->y = 99;
	}
	out(total);
	out((int){ 5 } + 1);
	keep = &(int){ 6 };
	out(*keep);
	*keep += 2;
	out(*keep);
	return 0;
}
