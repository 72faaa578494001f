void out(long v);

struct f { int n; short data[]; };
static struct f g = { 3, { 1, 2, 3 } };
static char room[64] __attribute__((aligned(8)));
struct h { unsigned len; union { struct { int a, b; }; int ab[2]; }; char tail[0]; };
int main(void)
{
	struct f *f = (struct f *)room;
	f->n = 4;
	for (int i = 0; i < f->n; i++) f->data[i] = i * 3;
	out(g.data[2]); out(f->data[3]); out(sizeof(struct f)); out(sizeof *f + 4 * sizeof(f->data[0]));
	struct h h = { .ab = { 4, 5 } }; out(h.a); out(h.b); h.b = 6; out(h.ab[1]); out(sizeof h); out(h.tail - (char *)&h);
	return 0;
}
