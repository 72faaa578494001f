void out(long v);

typedef unsigned __int128 u128; typedef __int128 s128; typedef unsigned long u64;
static u64 mul_u64_u64_shr(u64 a, u64 mul, unsigned shift) {
	return (u64)(((unsigned __int128)a * mul) >> shift); }
static u64 mul_u64_u32_shr(u64 a, unsigned mul, unsigned shift) { return (u64)(((u128)a * mul) >> shift); }
#define hi(v) ((u64)((v) >> 64))
int main(void) { u64 a = 0x123456789abcdef1UL, b = 0xfedcba9876543217UL; int i;
	for (i = 0; i < 128; i += 13) out(mul_u64_u64_shr(a, b, i)); out(mul_u64_u32_shr(a, 0xdeadbeef, 32));
	out(hi((u128)-1)); out(hi((u128)a << 40)); u128 s = (u128)a * b; s += b; out((u64)s); out(hi(s));
	s -= a; s ^= b; out(hi(s)); out((u64)s); s = -s; out(hi(s)); s = ~s; out((u64)s); out(s > a);
	out(s == s); out(!s); out(sizeof(s)); out(_Alignof(u128)); s128 t = -5; out((long)(t >> 1));
	out((long)(t >> 64)); out((long)(t * 3)); out(t < 0); out(t < (s128)a); t <<= 70;
	out((long)(t >> 66)); t++; out((long)t); out((int)t); out((unsigned char)s); return 0; }
