package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Undoes format=flowed (RFC 3676), which git does not.
///
/// The format stuffs a space in front of lines that begin with one and lets a line that ends with a
/// space go on in the next. Mail programs disagree on both, so the readings are tried in order, and
/// the first in which the counts of all hunks come out is taken.
final class Flowed {

  private Flowed() {}

  static Body undo(Body body, String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    if (!type.contains("format=flowed") && !type.contains("format=\"flowed\"")) {
      return body;
    }
    boolean deleteSpace = type.contains("delsp=yes") || type.contains("delsp=\"yes\"");
    Body unstuffed = unstuff(body);
    if (HunkCounts.complete(unstuffed.lines())) {
      return noted(unstuffed, "format=flowed: one leading space taken from stuffed lines");
    }
    Body joined = join(unstuffed, deleteSpace);
    if (HunkCounts.complete(joined.lines())) {
      return noted(joined, "format=flowed: lines that end in a space joined with the next");
    }
    return HunkCounts.complete(body.lines())
        ? noted(body, "format=flowed declared, but the diff is only whole when nothing is undone")
        : noted(unstuffed, "format=flowed: the diff is not whole in any reading of it");
  }

  private static Body noted(Body body, String decision) {
    var decisions = new ArrayList<>(body.decisions());
    decisions.add(decision);
    return new Body(body.lines(), body.originLines(), body.declared(), decisions);
  }

  private static Body unstuff(Body body) {
    List<String> lines =
        body.lines().stream()
            .map(l -> l.length() > 1 && l.startsWith(" ") ? l.substring(1) : l)
            .toList();
    return new Body(lines, body.originLines(), body.declared(), body.decisions());
  }

  private static Body join(Body body, boolean deleteSpace) {
    var lines = new ArrayList<String>();
    var origins = new ArrayList<Integer>();
    boolean open = false;
    for (int i = 0; i < body.lines().size(); i++) {
      String line = body.lines().get(i);
      if (open) {
        String before = lines.removeLast();
        String bare = before.substring(0, before.length() - 1);
        String kept = deleteSpace ? bare.substring(0, bare.length() - 1) : bare;
        lines.add(kept + line);
      } else {
        lines.add(line);
        origins.add(body.originLines().get(i));
      }
      open = line.endsWith(" \n") && !line.equals("-- \n") && line.length() > 2;
    }
    return new Body(lines, origins, body.declared(), body.decisions());
  }
}
