void out(long v);

int main(void) { int i = -5; long l = -6; long long m = -7; out(__builtin_abs(i)); out(__builtin_labs(l));
	out(__builtin_llabs(m)); out(__builtin_abs(5)); out(__builtin_abs(-8L));
	static int k = __builtin_abs(-3); out(k); return 0; }
