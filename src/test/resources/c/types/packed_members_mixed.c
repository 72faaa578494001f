void out(long v);

struct a { char c; struct { short s; int i; } in; } __attribute__((packed)); struct b { short s; char c;
	int i __attribute__((packed)); char d; long l; }; struct c { unsigned char type;
	unsigned short len __attribute__((packed)); unsigned v : 12 __attribute__((packed)); unsigned w : 12;
};
int main(void) { out(sizeof(struct a)); out(__builtin_offsetof(struct a, in.i)); out(sizeof(struct b));
	out(__builtin_offsetof(struct b, i)); out(__builtin_offsetof(struct b, l)); out(_Alignof(struct b));
	out(sizeof(struct c)); struct c x = { 1, 0x1234, 0xabc, 0xdef }; out(x.len); out(x.v); out(x.w);
	return 0; }
