void out(long v);

int main(void)
{
	int i = -1;
	unsigned u = 1;
	long l = -1;
	unsigned long ul = 1;
	long long ll = -3;
	out(i < u);
	out(l < u);
	out(l < ul);
	out(i + ul);
	out((i + u) / 2);
	out((l + u) / 2);
	out(ll * u);
	out(i * ul >> 60);
	out(sizeof(i + l));
	out(sizeof(u + l));
	out(sizeof(ll + ul));
	out((-1 ? 1u : -1) > 0);
	out((i ? i : u) > 0);
	return 0;
}
