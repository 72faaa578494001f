void out(long v);

enum fl { FL_A = 1 << 0, FL_B = 1 << 1, FL_C = 1 << 31 }; enum { N_ONE, N_TWO, N_MAX };
static int tab[N_MAX] = { [N_TWO] = 5 };
static const char *const name[] = { [N_ONE] = "one", [N_TWO] = "two" };
int main(void) { enum fl f = FL_A | FL_B; unsigned u = FL_C; f |= FL_C; out(f & FL_B); out(f & ~FL_A);
	out(u); out((long)FL_C); out(f == (FL_A | FL_B | FL_C)); out(tab[N_TWO]); out(name[N_ONE][0]);
	f ^= FL_B; out(f >> 31); out(!!(f & FL_C)); enum fl *p = &f; *p = 0; out(f); return 0; }
