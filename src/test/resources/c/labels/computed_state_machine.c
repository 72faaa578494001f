void out(long v);

static int lex(const char *s)
{
	static const void *const go[] = { ['a' - 'a'] = &&word, ['b' - 'a'] = &&word, ['c' - 'a'] = &&stop };
	const void *state = &&start; int n = 0, depth = 0;
next:	if (!*s) goto *(&&end);
	goto *state;
start:	state = *s >= 'a' && *s <= 'c' ? go[*s - 'a'] : &&digit; goto *state;
word:	n += 10; s++; state = &&start; goto next;
digit:	n += *s++ - '0'; state = &&start; goto next;
stop:	depth++; s++; state = depth > 1 ? &&end : &&start; goto next;
end:	return n * 10 + depth;
}
int main(void) { out(lex("ab12")); out(lex("c1c9")); out(lex("")); out(lex("ccc")); out(lex("5b")); return 0;
}
