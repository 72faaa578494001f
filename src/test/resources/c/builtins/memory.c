void out(long v);

struct s { int a; char c[5]; long l; };
int main(void) { struct s x = { 1, "abcd", 2 }, y; char b[16]; int i; __builtin_memset(&y, 0, sizeof(y));
	out(y.l); __builtin_memcpy(&y, &x, sizeof(x)); out(y.c[3]); out(__builtin_memcmp(x.c, y.c, 5));
	y.c[2]++; out(__builtin_memcmp(x.c, y.c, 5) < 0); for (i = 0; i < 16; i++) b[i] = i;
	__builtin_memmove(b + 3, b, 10); out(b[12]); __builtin_memmove(b, b + 3, 10); out(b[9]);
	out(__builtin_memcpy(b, "hey", 4) == (void *)b); out(__builtin_strlen(b));
	__builtin_memset(b, 0x1ff, 2); out(b[0]); out(b[2]); return 0; }
