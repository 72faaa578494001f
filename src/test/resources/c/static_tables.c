void out(long v);

struct ent { const char *name; int flags; struct { short lo, hi; } r; const struct ent *link; };
static const struct ent tab[];
static const struct ent tab[] = { { "a", 1, { -1, 2 }, &tab[2] }, { .name = "b", .r.hi = 7 }, { "c", 1 << 4 | 3, { 5 }, tab + 1 }, [5] = { "last" } };
static int counts[2][3] = { [1] = { 4, 5, 6 } }; static int *const cp = &counts[1][2]; static const char *const *names = (const char *const[]){ "x", "yy" };
static unsigned long off = (unsigned long)&((struct ent *)0)->link; extern int later; static int *lp = &later; int later = 17; int tentative; int tentative; static char *end = (char *)tab + sizeof(struct ent);
int main(void) { out(sizeof tab / sizeof tab[0]); out(tab[0].link->flags); out(tab[2].link->r.hi); out(tab[0].r.lo); out(tab[5].name[3]); out(tab[4].name == 0); out(*cp); out(cp[-1]); out(names[1][1]); out(off); out(*lp); out(tentative); out(((struct ent *)end)->name[0]); return 0; }
