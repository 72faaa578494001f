void out(long v);

struct r { unsigned long s, e; };
static int cut(struct r *v, int n, struct r x) { int i, m = 0; struct r o[8]; for (i = 0; i < n; i++) {
		if (x.e <= v[i].s || x.s >= v[i].e) { o[m++] = v[i]; continue; }
		if (v[i].s < x.s) o[m++] = (struct r){ v[i].s, x.s }; if (x.e < v[i].e) o[m++] = (struct r){
			x.e, v[i].e }; } for (i = 0; i < m; i++) v[i] = o[i]; return m; }
int main(void) { struct r v[8] = { { 0x1000, 0x9000 }, { 0xa000, -4096UL } }; int n = 2, i;
	n = cut(v, n, (struct r){ 0x3000, 0x4000 }); n = cut(v, n, (struct r){ 0x8000, 0xb000 });
	n = cut(v, n, (struct r){ 0, 0x2000 }); n = cut(v, n, (struct r){ 0x100000, 0x200000 });
	for (i = 0; i < n; i++) { out(v[i].s); out(v[i].e - v[i].s); } return 0; }
