void out(long v);

#define CHECK(x) do { if (!(x)) { bad++; break; } good++; } while (0)
#define FAIL_IF(c) do { if (c) goto fail; } while (0)
static int bad, good;
static int f(int x) { FAIL_IF(x < 0); FAIL_IF(x > 10); return x; fail: return -1; }
int main(void) { int i; for (i = -2; i < 13; i += 3) { if (i & 1) CHECK(i > 3); else CHECK(i < 8); out(f(i));
	} out(bad); out(good); return 0; }
