void out(long v);

enum op { PUSH, ADD, MUL, JNZ, DUP, HALT };
static long run(const long *code)
{
	long st[16], *sp = st; const long *pc = code; int fuel = 200;
	while (fuel--) switch ((enum op)*pc++) {
	case PUSH: *sp++ = *pc++; continue;
	case ADD: sp--; sp[-1] += *sp; break;
	case MUL: sp--; sp[-1] *= *sp; break;
	case DUP: *sp = sp[-1]; sp++; break;
	case JNZ: if (*--sp) pc += *pc; else pc++; break;
	case HALT: return sp[-1];
	}
	return -1;
}
int main(void)
{
	static const long a[] = { PUSH, 6, PUSH, 7, MUL, HALT }, b[] = {
		PUSH, 1, PUSH, 5, ADD, DUP, PUSH, -50, ADD, JNZ, -8, HALT };
	out(run(a)); out(run(b));
	return 0;
}
