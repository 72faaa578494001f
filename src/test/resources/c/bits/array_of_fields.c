void out(long v);

struct s { unsigned a : 7, b : 9; };
static struct s t[4] = { { 1, 2 }, { 3, 4 }, { .b = 300 }, { 127, 511 } };
int main(void)
{
	unsigned i, n = 0;
	for (i = 0; i < 4; i++) n = n * 31 + t[i].a * 512 + t[i].b;
	out(n); t[2] = t[3]; t[2].a -= 100; out(t[2].a); out(t[2].b); (t + 1)->b = t[0].b + t[3].b; out(t[1].b);
	struct s *p = &t[3]; out(p[-1].a); p->a ^= 0x55; out(p->a); out(sizeof(t));
	return 0;
}
