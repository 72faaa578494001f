void out(long v);

int main(void) { unsigned short s = 0x1234; unsigned u = 0x12345678; unsigned long l = 0x123456789abcdef0UL;
	out(__builtin_bswap16(s)); out(__builtin_bswap32(u)); out(__builtin_bswap64(l));
	out(__builtin_bswap16(0x1ff80)); out(__builtin_bswap32(-2)); out(__builtin_bswap64(1));
	out(__builtin_bswap16(__builtin_bswap16(s)) == s); enum { K = __builtin_bswap32(1) };
	out((unsigned)K); return 0; }
