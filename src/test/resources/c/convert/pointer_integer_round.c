void out(long v);

int main(void)
{
	int a[3] = { 1, 2, 3 };
	unsigned long u = (unsigned long)a;
	long s = (long)&a[1];
	int *p = (int *)(u + 8);
	out(*p); out(*(int *)s); out((int *)s - a); out((char *)p - (char *)a); out((unsigned long)p - u);
	out((u & 3) == 0);
	out((unsigned int)(unsigned long)(void *)0x1234567890UL);
	return 0;
}
