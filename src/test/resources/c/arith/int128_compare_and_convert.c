void out(long v);

typedef unsigned __int128 u128; typedef __int128 s128;
static const long v[] = { 0, 1, -1, 0x7fffffffffffffffL, -0x7fffffffffffffffL - 1 };
int main(void) { int i, j; for (i = 0; i < 5; i++) for (j = 0; j < 5; j++) {
		s128 a = (s128)v[i] << 64 | (unsigned long)v[j], b = (s128)v[j] << 64 | (unsigned long)v[i];
		u128 ua = a, ub = b;
		long m = (a < b) | (a <= b) << 1 | (a > b) << 2 | (ua < ub) << 3 | (ua >= ub) << 4 | (a == b) << 5 | (a != b) << 6 | (ua > ub) << 7;
		out(m); out((long)((a + b) >> 64)); out((long)((a - b) >> 3)); out((long)((a * b) >> 64));
		out((long)((ua & ub) >> 60) ^ (long)(ua | ub));
		out((a ? 1 : 2) + (a && b) * 10 + (a || b) * 100); out((_Bool)a); out((s128)(int)v[i] < 0);
		out((long)((u128)(unsigned)v[i] >> 16)); } struct { s128 x; char c; } s = { -3, 4 };
	out((long)s.x + s.c); out(sizeof(s)); u128 q[2] = { 5 }; q[1] = q[0] * 2; out((long)q[1]);
	out((long)(q[0]++ + ++q[1])); out((long)q[0]--); u128 *p = q; *p += 100; out((long)q[0]); return 0; }
