void out(long v);

static const long v[] = { 7, -7, 1, -1, 2147483647L, -2147483648L, 100000000000L, -100000000000L };
int main(void) { unsigned i, j; for (i = 0; i < 8; i++) for (j = 0; j < 8; j++) { long a = v[i], b = v[j];
		unsigned long ua = a, ub = b; unsigned wa = a, wb = b; short s = (short)b | 1;
		out(a / b + a % b * 3); out((ua / ub) ^ (ua % ub)); out((wa / (wb | 1)) ^ (wa % (wb | 1)));
		out((signed char)a / s + (signed char)a % s); out((a / b) * b + a % b == a); } return 0; }
