package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.mmlens.mail.PatchText;

/// A file while hunks are put into it.
///
/// Placement follows `find_pos()` and `match_fragment()` of git's `apply.c`: every line of the
/// pre-image must be there byte for byte, none of them may belong to an earlier hunk, the place
/// nearest to the header's line wins, further down before further up; a hunk for line 1 must begin
/// the file, and one without context at its end must end it.
final class FileImage {

  /// A line; `origin` is its number in the untouched file, 0 for a line a hunk added.
  private record Line(String text, int origin, boolean patched) {}

  private final List<Line> lines = new ArrayList<>();
  private final int originalCount;

  FileImage(byte[] content) {
    for (String line : PatchText.split(new String(content, StandardCharsets.ISO_8859_1))) {
      lines.add(new Line(line, lines.size() + 1, false));
    }
    originalCount = lines.size();
  }

  /// The content after an edit script, lines that stay keeping their place in the untouched file.
  FileImage(byte[] before, byte[] after) {
    this(before);
    EditList edits =
        new HistogramDiff()
            .diff(RawTextComparator.DEFAULT, new RawText(before), new RawText(after));
    List<String> now = PatchText.split(new String(after, StandardCharsets.ISO_8859_1));
    for (Edit edit : edits.reversed()) {
      var old = lines.subList(edit.getBeginA(), edit.getEndA());
      old.clear();
      for (String line : now.subList(edit.getBeginB(), edit.getEndB()).reversed()) {
        lines.add(edit.getBeginA(), new Line(line, 0, true));
      }
    }
  }

  int size() {
    return lines.size();
  }

  String line(int index) {
    return lines.get(index).text();
  }

  /// {@return the line index the hunk belongs at, from 0; empty where it fits nowhere}
  OptionalInt find(Hunk hunk) {
    List<Hunk.Line> preImage = hunk.preImage();
    boolean atStart = hunk.beforeStart() <= 1;
    boolean atEnd = hunk.trailingContext() == 0;
    int last = lines.size() - preImage.size();
    if (last < 0) {
      return OptionalInt.empty();
    }
    int wanted = atStart ? 0 : atEnd ? last : Math.max(hunk.afterStart() - 1, 0);
    for (int distance = 0; distance <= lines.size(); distance++) {
      for (int at : new int[] {wanted + distance, wanted - distance}) {
        boolean allowed = at >= 0 && at <= last && (!atStart || at == 0) && (!atEnd || at == last);
        if (allowed && matches(preImage, at)) {
          return OptionalInt.of(at);
        }
      }
    }
    return OptionalInt.empty();
  }

  private boolean matches(List<Hunk.Line> preImage, int at) {
    for (int i = 0; i < preImage.size(); i++) {
      Line line = lines.get(at + i);
      if (line.patched() || !line.text().equals(preImage.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  /// Puts the hunk where [#find] found it.
  void put(Hunk hunk, int at) {
    var replaced = lines.subList(at, at + hunk.preImage().size());
    var post = new ArrayList<Line>();
    int next = 0;
    for (Hunk.Line line : hunk.lines()) {
      switch (line.kind()) {
        case CONTEXT -> post.add(new Line(line.text(), replaced.get(next++).origin(), true));
        case REMOVED -> next++;
        case ADDED -> post.add(new Line(line.text(), 0, true));
      }
    }
    replaced.clear();
    lines.addAll(at, post);
  }

  /// {@return whether these lines stand together anywhere in the file}
  boolean contains(List<Hunk.Line> block) {
    for (int at = 0; at + block.size() <= lines.size(); at++) {
      int i = 0;
      while (i < block.size() && lines.get(at + i).text().equals(block.get(i).text())) {
        i++;
      }
      if (i == block.size()) {
        return true;
      }
    }
    return false;
  }

  /// {@return the place where most of the lines agree, the nearest to `wanted` among equals}
  int closest(List<Hunk.Line> block, int wanted) {
    int best = Math.clamp(wanted, 0, Math.max(0, lines.size() - 1));
    int bestScore = -1;
    for (int at = 0; at < lines.size(); at++) {
      int score = 0;
      for (int i = 0; i < block.size() && at + i < lines.size(); i++) {
        score += lines.get(at + i).text().equals(block.get(i).text()) ? 1 : 0;
      }
      boolean nearer = Math.abs(at - wanted) < Math.abs(best - wanted);
      if (score > bestScore || (score == bestScore && nearer)) {
        best = at;
        bestScore = score;
      }
    }
    return best;
  }

  byte[] bytes() {
    var out = new StringBuilder();
    lines.forEach(line -> out.append(line.text()));
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Adds the ranges of lines that differ from the untouched file, pairwise.
  void changes(List<LineRange> before, List<LineRange> after) {
    int nextBefore = 1;
    int runStart = 1;
    for (int i = 0; i <= lines.size(); i++) {
      int origin = i < lines.size() ? lines.get(i).origin() : originalCount + 1;
      if (origin == 0) {
        continue;
      }
      if (origin > nextBefore || i + 1 > runStart) {
        before.add(new LineRange(nextBefore, origin));
        after.add(new LineRange(runStart, i + 1));
      }
      nextBefore = origin + 1;
      runStart = i + 2;
    }
  }
}
