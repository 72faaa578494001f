void out(long v);

static char a[] = "abc", b[3] = "abc", c[6] = "ab", d[] = { "xyz" }, e[][4] = { "one", "two", { 't', 'h' }
}, f[2][3] = { { "ab" }, "cd" }; static const char *const p[] = { "zero", [2] = "two" };
static unsigned char u[] = "\xff\0\1"; static struct { char n[4]; int k; } s[] = { { "q", 1 }, { "wxyz", 2 }
};
int main(void) { char l[8] = "local", m[] = "a" "b\0" "c"; out(sizeof(a)); out(sizeof(b)); out(c[2] + c[5]);
	out(sizeof(d)); out(e[1][2]); out(e[2][1]); out(sizeof(e)); out(f[1][1]); out(p[2][1]);
	out(p[1] == 0); out(sizeof(u)); out(u[0]); out(s[1].n[3]); out(s[0].n[1]); out(l[4]); out(l[6]);
	out(sizeof(m)); out(m[3]); return 0; }
