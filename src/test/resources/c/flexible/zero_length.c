void out(long v);

struct z { long n; int d[0]; }; struct k { char c; struct { } e; long t[0]; char tail; };
static long room[8];
int main(void) { struct z *p = (struct z *)room; p->d[0] = 3; p->d[3] = 9; out(sizeof(*p)); out(p->d[0]);
	out((int)(room[2] >> 32)); out(sizeof(p->d)); out(sizeof(struct k));
	out(__builtin_offsetof(struct k, t)); out(__builtin_offsetof(struct k, tail)); return 0; }
