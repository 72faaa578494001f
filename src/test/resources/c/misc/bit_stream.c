void out(long v);

struct bs { unsigned char *p; unsigned pos; }; static void put(struct bs *b, unsigned v, int n) {
	while (n--) { unsigned char *q = &b->p[b->pos / 8];
		*q = (*q & ~(1 << b->pos % 8)) | ((v >> n & 1) << b->pos % 8); b->pos++; } }
static unsigned get(struct bs *b, int n) { unsigned v = 0; while (n--) {
		v = v << 1 | (b->p[b->pos >> 3] >> (b->pos & 7) & 1); b->pos++; } return v; }
int main(void) { unsigned char m[32] = { 0 }; struct bs w = { m }, r = { m }; int i;
	for (i = 1; i < 20; i++) put(&w, i * 2654435761u, i); for (i = 1; i < 20; i++) out(get(&r, i));
	out(w.pos); out(m[7]); return 0; }
