void out(long v);

struct var { enum { I, L, P } tag; union { int i; long l; const char *p; }; };
static long get(struct var v) { switch (v.tag) { case I: return v.i; case L: return v.l;
		case P: return v.p[0]; } return -1; }
int main(void) { struct var a[] = { { I, { -3 } }, { L, .l = 1L << 33 }, { P, .p = "xyz" }, { .tag = I } };
	int n; for (n = 0; n < 4; n++) out(get(a[n])); out(sizeof(a[0])); a[0] = a[2]; a[0].p++;
	out(get(a[0])); return 0; }
