void out(long v);

static int class(char c)
{
	switch (c) { case '0' ... '9': return 1; case 'a' ... 'f': case 'A' ... 'F': return 2;
		case -128 ... -1: return 3; case ' ': case '\t' ... '\r': return 4; default: return 5; }
}
int main(void) { int i; long h = 0; for (i = -128; i < 128; i++) { h = h * 7 + class(i);
		if (i % 32 == 0) out(h); } return 0; }
