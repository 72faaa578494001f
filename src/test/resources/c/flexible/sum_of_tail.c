void out(long v);

struct buf { int n; unsigned char tag; int data[]; };
static long room[16];
static struct buf fixed = { 3, 1, { 10, 20, 30 } };
int main(void)
{
	struct buf *b = (struct buf *)room; int i, s = 0;
	out(sizeof(struct buf)); out(__builtin_offsetof(struct buf, data)); b->n = 5;
	for (i = 0; i < b->n; i++) b->data[i] = i * i; for (i = 0; i < b->n; i++) s += b->data[i]; out(s);
	for (i = 0; i < fixed.n; i++) s += fixed.data[i]; out(s); out((char *)&b->data[2] - (char *)b);
	struct buf c = *b; out(c.n); out(&b->data[b->n] - b->data);
	out(__builtin_offsetof(struct buf, data[3]));
	return 0;
}
