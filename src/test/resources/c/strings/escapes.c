void out(long v);

int main(void) { const char *s = "\x41\102\n\t\"\\\?\a\e\0end"; int i; for (i = 0; i < 14; i++) out(s[i]);
	out(sizeof("a\0b")); out("\xe9"[0]); out("\377\1"[1]); out(sizeof("\x41" "1")); out("\x41" "1"[1]);
	out(sizeof("é")); out("é"[1]); out("abc"[2] - 'a'); out(*"q"); out(sizeof(""));
	out("a" "b" "c"[0] ? 1 : 2); return 0; }
