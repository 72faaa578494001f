package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a quotation leaves out of a diff: lines of a hunk by its header's counts, whole hunks
/// and files by the diffstat.
final class QuoteGaps {

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?m)^\\s*(\\d{1,9}) files? changed(?:, (\\d{1,9}) insertions?\\(\\+\\))?(?:, (\\d{1,9})"
              + " deletions?\\(-\\))?\\s*$");

  private final PatchText text;
  private final List<String> gaps = new ArrayList<>();
  private String path = "";
  private int hunk = 0;
  private int files = 0;
  private int added = 0;
  private int removed = 0;

  private QuoteGaps(PatchText text) {
    this.text = text;
  }

  static List<String> of(PatchMail patch) {
    var finder = new QuoteGaps(patch.diff());
    finder.scan();
    finder.total(patch.notes());
    return finder.gaps;
  }

  private void scan() {
    List<String> lines = text.lines();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      HunkCounts counts = HunkCounts.begin(line);
      if (counts != null) {
        at = hunk(at + 1, counts);
        continue;
      }
      if (line.startsWith("+++ ")) {
        path = line.substring(4).strip().replaceFirst("^[^/]*/", "");
      } else if (line.startsWith("diff --git ")) {
        files++;
        hunk = 0;
      }
      at++;
    }
  }

  private int hunk(int from, HunkCounts counts) {
    hunk++;
    int at = from;
    while (!counts.done() && at < text.lines().size() && counts.take(text.lines().get(at))) {
      String line = text.lines().get(at);
      added += line.startsWith("+") ? 1 : 0;
      removed += line.startsWith("-") ? 1 : 0;
      at++;
    }
    if (!counts.done()) {
      gaps.add(
          "hunk %d of '%s' (line %d): %d lines of the pre-image and %d of the post-image are not quoted"
              .formatted(
                  hunk,
                  path,
                  text.at(from - 1).line(),
                  Math.max(counts.missingBefore(), 0),
                  Math.max(counts.missingAfter(), 0)));
    }
    return at;
  }

  private void total(String notes) {
    Matcher total = TOTAL.matcher(notes);
    if (!gaps.isEmpty() || !total.find()) {
      return;
    }
    int wantFiles = Integer.parseInt(total.group(1));
    int wantAdded = total.group(2) == null ? 0 : Integer.parseInt(total.group(2));
    int wantRemoved = total.group(3) == null ? 0 : Integer.parseInt(total.group(3));
    if (wantFiles != files || wantAdded != added || wantRemoved != removed) {
      gaps.add(
          "the diffstat has %d files, +%d -%d; quoted are %d files, +%d -%d"
              .formatted(wantFiles, wantAdded, wantRemoved, files, added, removed));
    }
  }
}
