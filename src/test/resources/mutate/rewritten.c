// SPDX-License-Identifier: Apache-2.0
/* A program for RewritesTest: what it prints tells whether a rewrite kept what it does. */
#include <stdio.h>

typedef _Bool bool;
#define true 1
#define false 0
#define LIMIT 12UL

struct range {
	unsigned long start;
	unsigned long end;
	int flags;
	struct range *next;
};

static unsigned long notes;

static void note(unsigned long what)
{
	notes = notes * 31 + what;
}

static unsigned long clamp(unsigned long value, unsigned long low, unsigned long high)
{
	if (value < low)
		return low;
	if (value > high)
		return high;
	return value;
}

static int step(struct range *r, int by)
{
	int was = r->flags;

	if (by < 0 && was)
		r->flags = was + by;
	else
		r->flags = was - by;
	note(r->flags);
	return r->flags > was ? -1 : by;
}

static long pick(struct range *r, int narrow, unsigned int wide)
{
	long chosen;
	long other;

	chosen = r->start ? narrow : wide;
	if (r->flags & 1)
		other = narrow;
	else
		other = wide;
	if (narrow > 3)
		return wide;
	else
		return chosen + other;
}

static unsigned long walk(struct range *first, unsigned long from, int *steps)
{
	unsigned long start = from;
	unsigned long end = from + LIMIT;
	unsigned long seen = 0;
	struct range *r = first;
	struct range *before;
	int i, result;

	before = r;
	seen = start - from;
	while (r && (r->start < end || r->flags == 7)) {
		if (r->flags == 3) {
			r = r->next;
			continue;
		}
		if (r->flags > 100)
			break;
		seen += clamp(r->end - r->start, 1, LIMIT);
		if (seen == start)
			note(seen);
		else if (r->next && !r->next->next)
			note(r->end), note(r->start);
		if (r != before)
			if (seen != end)
				note(end);
			else
				note(start);
		before = r;
		r = r->next;
	}
	for (i = 0; i < 5; i++) {
		if (i == 2)
			continue;
		result = step(first, i - 2);
		if (result == -1)
			break;
		seen = seen * 3 + result;
	}
	for (i = 3; i; i--)
		note(i);
	do {
		seen ^= end;
		i++;
		if (i == 2)
			continue;
		note(i);
	} while (i < 4 && seen != start);
	do
		note(seen);
	while (0);
	*steps = i;
	if (step(first, 2))
		note(5);
	note(before->start);
	step(first, 1);
	return clamp(seen, start, end * 1000);
}

static unsigned long last_word(struct range *r)
{
	unsigned long start = r->start, end = r->end;

	if (!(start > end || r->next == NULL))
		goto out;
	end = start < end ? end : start;
	note(end);
out:
	return clamp(end - start, 2, 30);
}

int main(void)
{
	struct range c = { 9, 30, 7, NULL };
	struct range b = { 4, 9, 3, &c };
	struct range a = { 0, 4, 2, &b };
	int steps;

	for (unsigned long from = 0; from < 6; from++) {
		a.flags = from;
		b.flags = from & 1 ? 3 : 0;
		printf("%lu\n", walk(&a, from, &steps));
		printf("%d %lu %lu\n", steps, last_word(&a), last_word(&c));
		printf("%ld %ld\n", pick(&a, -1, 4000000000u), pick(&b, from, 3));
		printf("%lx\n", notes);
	}
	return 0;
}
