void out(long v);

struct s { int x; };
int main(void)
{
	struct s o = { 3 };
	struct s *p = &o;
	_Bool a = 0x100, b = (unsigned char)0x100, c = p, d = !p, e = 2 - 2, f = -1;
	out(a); out(b); out(c); out(d); out(e); out(f);
	a++; out(a); a--; out(a); a--; out(a);
	b |= 4; out(b); b &= 2; out(b); b ^= 1; out(b); b += 5; out(b); b -= 1; out(b); b *= 7; out(b); b = ~b;
	out(b);
	out((_Bool)0x80000000u << 3); out(sizeof(a + a)); out(-(_Bool)5);
	return 0;
}
