void out(long v);

typedef struct { unsigned long v; } ent; static ent pgd[4], tab[8][4]; static int used;
#define PRESENT 1UL
static ent *next(ent *e, int alloc) { if (!(e->v & PRESENT)) { if (!alloc || used == 8) return 0; *e = (ent){
			(unsigned long)tab[used++] | PRESENT }; } return (ent *)(e->v & ~7UL); }
static ent *walk(unsigned long a, int alloc) { ent *t = pgd; int l; for (l = 2; l > 0; l--) {
		t = next(&t[a >> (12 + 2 * l) & 3], alloc); if (!t) return 0; } return &t[a >> 12 & 3]; }
static long clear(ent *t, int level) { long n = 0; int i; for (i = 0; i < 4; i++) if (t[i].v & PRESENT) {
		if (level) n += 100 * clear((ent *)(t[i].v & ~7UL), level - 1); n++; t[i].v = 0; } return n; }
int main(void) { unsigned long a; for (a = 0; a < 0x40000; a += 0x9000) { ent *e = walk(a, 1);
		if (e) e->v = a | PRESENT | 2; else out(a); } out(used); out(walk(0x9000, 0)->v);
	out(walk(0x3f000, 0) == 0); out(clear(pgd, 2)); out(clear(pgd, 2)); return 0; }
