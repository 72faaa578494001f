void out(long v);

struct n { long v; };
int main(void)
{
	struct n a = { 4 }, b = { 5 }; unsigned long t = (unsigned long)&a | 1;
	struct n *p = (struct n *)(t & ~3UL); unsigned long parent_color = (unsigned long)&b + 2;
	out(p->v); out(t & 3); out(((struct n *)(parent_color & ~3))->v); parent_color |= 1; out(parent_color & 3);
	out(((struct n *)(parent_color & ~3L))->v); out((long)((unsigned long)(void *)-12L));
	out((unsigned long)(void *)-5 >= (unsigned long)-4095); void *e = (void *)(long)-22; out((long)e);
	out((unsigned long)e > -4096UL);
	return 0;
}
