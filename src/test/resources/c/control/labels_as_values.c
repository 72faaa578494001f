void out(long v);

static int run(const unsigned char *code, int x)
{
	static const void *const ops[] = { &&halt, &&inc, &&dbl, &&neg, &&jz };
	goto *ops[*code++];
inc:	x++; goto *ops[*code++];
dbl:	x *= 2; goto *ops[*code++];
neg:	x = -x; goto *ops[*code++];
jz:	if (!x) code++; goto *ops[*code++];
halt:	return x;
}
int main(void) { out(run((unsigned char *)"\1\2\2\3\0", 4)); out(run((unsigned char *)"\4\1\2\0", 0));
	out(run((unsigned char *)"\4\1\2\0", 7)); void *p = &&end; out(p == &&end); out(p != &&other);
	if (p) goto *p; other: out(1); end: out(2); return 0; }
