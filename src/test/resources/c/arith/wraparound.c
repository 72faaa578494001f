void out(long v);

int main(void) { int i = 2147483647; unsigned u = 4294967295u; long l = 9223372036854775807L;
	unsigned long ul = -1UL; short s = 32767; unsigned char c = 255; signed char sc = 127; i++; out(i);
	i--; out(i); out(-i - 1 - 1); u++; out(u); u--; out(u); l += 2; out(l); ul += 2; out(ul); s++;
	out(s); c++; out(c); sc++; out(sc); out(2147483647 * 2); out(65536 * 65536);
	out(4294967295u * 4294967295u); out(-(-2147483647 - 1)); l = -9223372036854775807L - 1; out(-l);
	out(l * l); out(l - 1); out((int)(l >> 32)); return 0; }
