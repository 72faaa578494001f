package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.PatchText;

/// Finds the files and hunks of a diff in the text of a mail, by the rules of git's `apply.c`.
///
/// A hunk ends where its header's counts are used up, so a signature or a list footer behind it is
/// not taken for part of it. Text between the diffs of two files is skipped as git skips it.
final class DiffSections {

  /// One file's part of the diff: the line it begins on, from 0, and what it says.
  record Section(int from, DiffHeader header, List<Hunk> hunks, boolean binary) {}

  private static final Pattern HUNK =
      Pattern.compile("(?s)@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*\\n");

  /// Git takes `\ ` and at least ten more bytes for "no newline at end of file" in any language.
  private static final int NO_NEWLINE_LENGTH = 12;

  private final PatchText text;
  private final List<String> lines;
  private final List<Section> sections = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();

  private DiffSections(PatchText text) {
    this.text = text;
    this.lines = text.lines();
  }

  /// Finds all sections; what is out of order is added to `errors`.
  static List<Section> of(PatchText text, List<Diagnostic> errors) {
    var finder = new DiffSections(text);
    finder.scan();
    errors.addAll(finder.errors);
    return List.copyOf(finder.sections);
  }

  private void scan() {
    int at = 0;
    while (at < lines.size() && errors.isEmpty()) {
      String line = lines.get(at);
      if (line.startsWith("diff --git ")) {
        at = section(at, DiffHeader.git(lines, at));
      } else if (traditionalHeader(at)) {
        at = section(at, DiffHeader.traditional(lines, at));
      } else if (HUNK.matcher(line).matches()) {
        error(at, "diff-fragment", "a hunk without the '--- ' and '+++ ' lines of its file");
      } else {
        at++;
      }
    }
  }

  private boolean traditionalHeader(int at) {
    return at + 2 < lines.size()
        && lines.get(at).startsWith("--- ")
        && lines.get(at + 1).startsWith("+++ ")
        && lines.get(at + 2).startsWith("@@ -");
  }

  private int section(int from, DiffHeader header) {
    if (header.error().isPresent()) {
      error(header.errorAt(), "diff-header", header.error().get());
      return lines.size();
    }
    int at = header.end();
    if (at == from + 1) {
      error(from, "diff-header", "expected 'index', '---' or a mode below this line");
      return lines.size();
    }
    var hunks = new ArrayList<Hunk>();
    while (at < lines.size() && lines.get(at).startsWith("@@ -")) {
      Matcher matcher = HUNK.matcher(lines.get(at));
      if (!matcher.matches()) {
        error(at, "diff-header", "expected a hunk header like '@@ -1,7 +1,8 @@'");
        return lines.size();
      }
      Optional<Integer> end = hunk(at, matcher, hunks);
      if (end.isEmpty()) {
        return lines.size();
      }
      at = end.get();
    }
    boolean binary = hunks.isEmpty() && at < lines.size() && isBinary(lines.get(at));
    if (hunks.isEmpty() && !binary && !header.changesMetadata()) {
      error(from, "diff-nothing", "this diff has a header and nothing that could be applied");
    }
    sections.add(new Section(from, header, List.copyOf(hunks), binary));
    return at;
  }

  private static boolean isBinary(String line) {
    return line.startsWith("GIT binary patch")
        || (line.stripTrailing().endsWith(" differ")
            && (line.startsWith("Binary files ") || line.startsWith("Files ")));
  }

  /// {@return the line after the hunk that begins here; empty where it is damaged}
  private Optional<Integer> hunk(int headerAt, Matcher header, List<Hunk> into) {
    int before = count(header.group(2));
    int after = count(header.group(4));
    var body = new ArrayList<Hunk.Line>();
    int at = headerAt + 1;
    while ((before > 0 || after > 0) && at < lines.size()) {
      String line = lines.get(at);
      if (line.startsWith("\\")) {
        if (!noNewline(line) || body.isEmpty()) {
          return damaged(headerAt, at, before, after);
        }
        dropNewline(body);
        at++;
        continue;
      }
      Optional<Hunk.Kind> kind = kind(line);
      if (kind.isEmpty() || !line.endsWith("\n")) {
        return damaged(headerAt, at, before, after);
      }
      before -= kind.get() == Hunk.Kind.ADDED ? 0 : 1;
      after -= kind.get() == Hunk.Kind.REMOVED ? 0 : 1;
      if (before < 0 || after < 0) {
        return damaged(headerAt, at, before, after);
      }
      String content = line.equals("\n") || line.equals("\r\n") ? line : line.substring(1);
      body.add(new Hunk.Line(kind.get(), content, text.at(at)));
      at++;
    }
    if (before > 0 || after > 0) {
      return damaged(headerAt, at, before, after);
    }
    if (noNewlineBehind(at)) {
      dropNewline(body);
      at++;
    }
    if (body.stream().allMatch(l -> l.kind() == Hunk.Kind.CONTEXT)) {
      error(headerAt, "diff-empty-hunk", "this hunk neither adds nor removes a line");
      return Optional.empty();
    }
    into.add(
        new Hunk(
            Integer.parseInt(header.group(1)),
            Integer.parseInt(header.group(3)),
            body,
            text.at(headerAt)));
    return Optional.of(at);
  }

  private static int count(@Nullable String group) {
    return group == null ? 1 : Integer.parseInt(group);
  }

  private static Optional<Hunk.Kind> kind(String line) {
    return switch (line.isEmpty() ? '\0' : line.charAt(0)) {
      case ' ', '\n' -> Optional.of(Hunk.Kind.CONTEXT);
      case '\r' -> line.equals("\r\n") ? Optional.of(Hunk.Kind.CONTEXT) : Optional.empty();
      case '-' -> Optional.of(Hunk.Kind.REMOVED);
      case '+' -> Optional.of(Hunk.Kind.ADDED);
      default -> Optional.empty();
    };
  }

  private static boolean noNewline(String line) {
    return line.startsWith("\\ ") && line.length() >= NO_NEWLINE_LENGTH;
  }

  /// Behind the last line of a hunk git asks for more text than that, not for a longer line.
  private boolean noNewlineBehind(int at) {
    int left = 0;
    for (int i = at; i < lines.size() && left <= NO_NEWLINE_LENGTH; i++) {
      left += lines.get(i).length();
    }
    return left > NO_NEWLINE_LENGTH && lines.get(at).startsWith("\\ ");
  }

  private static void dropNewline(List<Hunk.Line> body) {
    Hunk.Line last = body.removeLast();
    String text = last.text();
    String bare = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    body.add(new Hunk.Line(last.kind(), bare, last.at()));
  }

  private Optional<Integer> damaged(int headerAt, int at, int before, int after) {
    int header = text.at(headerAt).line();
    String missing =
        before > 0 || after > 0
            ? "%d lines of the pre-image and %d of the post-image are missing"
                .formatted(Math.max(before, 0), Math.max(after, 0))
            : "it has more lines than its header says";
    boolean end = at >= lines.size() || (at == lines.size() - 1 && !lines.get(at).endsWith("\n"));
    String what =
        end
            ? "the mail ends inside the hunk that begins on line %d: %s"
            : "this line is not part of a hunk, but the hunk that begins on line %d is not"
                + " complete: %s";
    error(at, "diff-truncated", what.formatted(header, missing));
    errors.add(
        errors
            .removeLast()
            .withHint(
                "ask for the mail as it was sent (an archive's raw view, or an attachment); mail "
                    + "programs wrap and cut lines"));
    return Optional.empty();
  }

  private void error(int at, String code, String message) {
    String line = at < lines.size() ? PatchText.readable(lines.get(at)).stripTrailing() : "";
    errors.add(Diagnostic.error(code, text.at(at), message).withSourceLine(line));
  }
}
