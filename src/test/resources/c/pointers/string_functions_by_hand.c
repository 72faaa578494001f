void out(long v);

static unsigned long len(const char *s) { const char *p = s; while (*p) p++; return p - s; }
static int cmp(const char *a, const char *b) { while (*a && *a == *b) a++, b++;
	return *(unsigned char *)a - *(unsigned char *)b; }
static char *cpy(char *d, const char *s) { char *r = d; while ((*d++ = *s++)) ; return r; }
static char *chr(const char *s, int c) { do if (*s == (char)c) return (char *)s; while (*s++); return 0; }
int main(void) { char b[20]; out(len("hello")); out(cmp("abc", "abd")); out(cmp("a\xff", "a\x01"));
	out(cmp("", "")); out(len(cpy(b, "copy"))); out(chr(b, 'p') - b); out(chr(b, 'z') == 0);
	out(chr(b, 0) - b); out(len(b + 4)); return 0; }
