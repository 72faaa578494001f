void out(long v);

struct st { unsigned long index, last; void *node; unsigned char off; unsigned char status; };
enum { ACTIVE, START, NONE }; enum { S = 8 }; struct leaf { unsigned long pivot[S - 1]; void *slot[S]; unsigned char end; };
static int vals[S]; static struct leaf leaf = { { 9, 19, 29 }, { &vals[0], 0, &vals[2], 0 }, 3 };
static inline unsigned long lo(struct leaf *l, unsigned char o) { return o ? l->pivot[o - 1] + 1 : 0; }
static inline unsigned long hi(struct leaf *l, unsigned char o) { return o >= l->end ? ~0UL : l->pivot[o]; }
static void *walk(struct st *s) { struct leaf *l = s->node; for (s->off = 0; s->off < l->end && s->index > l->pivot[s->off]; s->off++) ; s->index = lo(l, s->off); s->last = hi(l, s->off); s->status = ACTIVE; return l->slot[s->off]; }
static void *find(struct st *s, unsigned long max) { void *e; struct leaf *l = s->node; if (s->status == START) { e = walk(s); if (e) return e; } while (s->last < max && s->off < l->end) { s->off++; s->index = s->last + 1; s->last = hi(l, s->off); if ((e = l->slot[s->off])) return e; } return 0; }
int main(void) { struct st s = { .index = 15, .last = 15, .node = &leaf, .status = START }; int *e = find(&s, ~0UL); out(e - vals); out(s.index); out(s.last); e = find(&s, ~0UL); out(e == 0); out(s.index); out(s.last == -1UL); s = (struct st){ .index = 3, .node = &leaf, .status = START }; out((int *)walk(&s) - vals); out(s.last); return 0; }
