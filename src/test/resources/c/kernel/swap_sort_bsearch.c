void out(long v);

#define swap(a, b) do { typeof(a) __tmp = (a); (a) = (b); (b) = __tmp; } while (0)
typedef int (*cmp_t)(const void *, const void *); struct e { short k; char t; };
static int cmp(const void *a, const void *b) { const struct e *x = a, *y = b;
	return x->k < y->k ? -1 : x->k > y->k; }
static void sort(void *base, unsigned n, unsigned size, cmp_t c) { unsigned i, j, k;
	for (i = 1; i < n; i++) for (j = i; j && c((char *)base + (j - 1) * size,
	(char *)base + j * size) > 0; j--) for (k = 0; k < size;
	k++) swap(((char *)base)[(j - 1) * size + k], ((char *)base)[j * size + k]); }
static void *find(const void *key, const void *base, unsigned n, unsigned size, cmp_t c) { while (n) {
		const char *p = (const char *)base + (n >> 1) * size; int r = c(key, p);
		if (!r) return (void *)p; if (r > 0) { base = p + size; n--; } n >>= 1; } return 0; }
int main(void) { struct e v[17], key, *p; int i; for (i = 0; i < 17; i++) v[i] = (struct e){
		i * 7 % 17 * 3 - 20, i }; sort(v, 17, sizeof(*v), cmp); for (i = 0; i < 17; i += 3) {
		out(v[i].k); out(v[i].t); } for (i = -21; i < 32; i += 5) { key.k = i;
		p = find(&key, v, 17, sizeof(*v), cmp); out(p ? p - v : -1); } return 0; }
