void out(long v);

int main(void)
{
	unsigned long a = ~0, b = ~0u, c = ~0UL, d = -1, e = (unsigned)-1, f = (unsigned char)~0,
	g = ~(unsigned char)0, h = ~(1 << 31), k = ~(1u << 31), m = -4096, n = -4096u;
	out(a); out(b); out(c); out(d); out(e); out(f); out(g); out(h); out(k); out(m); out(n);
	return 0;
}
