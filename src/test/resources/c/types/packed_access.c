void out(long v);

struct p { char c; int i; short s; long l; } __attribute__((packed)); struct q { struct p p; char t;
	struct p v[2]; } __attribute__((packed));
static struct q g = { { 1, -2, 3, -4 }, 5, { { 6, 7, 8, 9 }, { .l = 1L << 50 } } };
static int rd(const struct p *p) { return p->i; }
int main(void) { struct q l = g, *w = &l; out(sizeof(struct p)); out(sizeof(struct q)); out(l.p.i);
	out(l.v[1].l); w->v[0].l = 0x1122334455667788L; out(w->v[0].l); w->v[1].s = -7; out(w->v[1].s);
	out(rd(&w->v[0])); w->v[1] = w->p; out(w->v[1].l); out((char *)&w->v[1].i - (char *)w); l.p.i++;
	out(l.p.i); out(((unsigned char *)w)[1]); return 0; }
