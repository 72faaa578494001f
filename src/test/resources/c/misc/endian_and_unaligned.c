void out(long v);

static unsigned get32(const void *p) { const struct { unsigned v; } __attribute__((packed)) *q = p;
	return q->v; } static unsigned be16(const unsigned char *p) { return p[0] << 8 | p[1]; }
static unsigned long le(const unsigned char *p, int n) { unsigned long v = 0; while (n--) v = v << 8 | p[n];
	return v; }
int main(void) { unsigned char b[] = { 1, 2, 3, 4, 5, 0xf6, 7, 8, 0xf9, 10 }; int i;
	for (i = 0; i < 6; i++) { out(get32(b + i)); out(be16(b + i)); out(le(b + i, 3)); } out(le(b, 8));
	out((int)get32(b + 2) < 0); return 0; }
