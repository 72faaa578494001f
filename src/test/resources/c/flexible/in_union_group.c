void out(long v);

struct g { int n; union { int one; struct { struct { } __e; int ints[]; }; }; };
struct h { unsigned char n; struct { } __empty; char name[]; };
static long room[8];
static struct h sh = { 4, { }, "abc" };
int main(void) { struct g *g = (void *)room; g->ints[2] = 11; out(g->ints[2]); out(sizeof(*g));
	out(__builtin_offsetof(struct g, ints)); out(sh.name[2]); out(sizeof(sh)); out(sh.name[3]); return 0;
}
