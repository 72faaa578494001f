#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Brings the diffs of the sample series up to date with fixtures/linux.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

export GIT_AUTHOR_NAME=fixture GIT_AUTHOR_EMAIL=fixture@example.org
export GIT_COMMITTER_NAME=fixture GIT_COMMITTER_EMAIL=fixture@example.org
export GIT_CONFIG_GLOBAL=/dev/null

cp -r "$here/../fixtures/linux" "$work/tree"
cd "$work/tree"
git init -q -b base .
git add -A
git commit -q -m fixture --date=2024-07-01T00:00:00Z

for sample in "$here"/*.mbox; do
	name=$(basename "$sample" .mbox)
	git checkout -q -f --detach base
	rm -rf "$work/mails"
	mkdir "$work/mails"
	git mailsplit -o"$work/mails" --mboxrd "$sample" > /dev/null
	: > "$work/new"
	for mail in "$work"/mails/*; do
		if ! grep -q '^diff --git ' "$mail"; then
			cat "$mail" >> "$work/new"
			continue
		fi
		if ! git am -q -C1 --committer-date-is-author-date \
			"$mail" > /dev/null 2>&1; then
			git am -q --abort
			echo "$name: does not apply, left alone"
			continue 2
		fi
		# up to the line of three dashes the mail stays as it is, notes
		# below it too; from the diffstat on it is made anew
		awk '/^---$/ { below = 1 }
		     below && /^ [^|]* \| / { exit }
		     { print }' "$mail" >> "$work/new"
		git format-patch -1 --stdout --abbrev=12 --signature=2.45.2 |
			awk 'body && /^ [^|]* \| / { stat = 1 }
			     /^---$/ { body = 1 }
			     stat { print }' >> "$work/new"
	done
	if cmp -s "$work/new" "$sample"; then
		echo "$name: as it was"
	else
		cp "$work/new" "$sample"
		echo "$name: written anew"
	fi
done
