package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.mail.PatchText;

/// Recovers a quoted patch from a mail that lost its line breaks, with a tree as the guide.
public final class MailRepair {

  /// What came of it.
  public sealed interface Outcome {

    /// A diff that has the tree's own lines as its context.
    ///
    /// @param diff the diff, to be applied to the tree it was recovered with
    /// @param decisions what was restored how, one line each
    record Repaired(PatchText diff, List<String> decisions) implements Outcome {
      /// Copies the lines.
      public Repaired {
        decisions = List.copyOf(decisions);
      }
    }

    /// It cannot be done.
    ///
    /// @param why the hunk it fails at, and the lines that do not agree
    record NotRepaired(Diagnostic why) implements Outcome {}
  }

  /// Why it cannot be done, on the way out of the loops.
  private record Fault(String message) {}

  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");

  private final SourceTree guide;
  private final List<String> lines;
  private final List<String> out = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();
  private Optional<HunkRepair> file = Optional.empty();
  private String path = "";
  private int hunk = 0;

  private MailRepair(SourceTree guide, CollapsedMail mail) {
    this.guide = guide;
    this.lines = mail.lines();
  }

  /// {@return the diff, or the hunk at which it cannot be recovered}
  ///
  /// @param origin what to call the mail
  /// @param mail its text
  /// @param guide the tree it is made for
  public static Outcome repair(String origin, byte[] mail, SourceTree guide) {
    Position at = Position.ofFile(origin);
    Optional<CollapsedMail> collapsed =
        CollapsedMail.of(new String(mail, StandardCharsets.ISO_8859_1));
    if (collapsed.isEmpty()) {
      return new Outcome.NotRepaired(
          Diagnostic.error(
              "repair-no-quote",
              at,
              "expected a diff behind quote marks ('> diff --git a/…'), which say where lines"
                  + " begin; found none"));
    }
    var repair = new MailRepair(guide, collapsed.get());
    Optional<Fault> fault = repair.run();
    if (fault.isPresent()) {
      return new Outcome.NotRepaired(Diagnostic.error("repair-hunk", at, fault.get().message()));
    }
    byte[] diff = String.join("", repair.out).getBytes(StandardCharsets.ISO_8859_1);
    return new Outcome.Repaired(PatchText.of(origin + " (repaired)", diff), repair.decisions);
  }

  private Optional<Fault> run() {
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      Matcher header = HUNK.matcher(line);
      if (header.matches()) {
        int size = size(header, at + 1);
        if (size < 0) {
          return fault("its quoted lines do not come to the counts of '" + line + "'");
        }
        Optional<Fault> fault = hunk(header, lines.subList(at + 1, at + 1 + size));
        if (fault.isPresent()) {
          return fault;
        }
        at += size;
      } else if (line.startsWith("+++ b/")) {
        enter(line);
      } else if (line.matches(
          "diff --git a/\\S+ b/\\S+|index [0-9a-f]+\\.\\.[0-9a-f]+.*|--- \\S+")) {
        out.add(line + "\n");
      }
      at++;
    }
    return Optional.empty();
  }

  private void enter(String line) {
    out.add(line + "\n");
    path = line.substring("+++ b/".length());
    hunk = 0;
    file =
        guide
            .read(path)
            .map(bytes -> PatchText.split(new String(bytes, StandardCharsets.ISO_8859_1)))
            .map(HunkRepair::new);
  }

  /// {@return how many lines the hunk has by its counts; negative where they do not come out}
  private int size(Matcher header, int from) {
    hunk++;
    int before = count(header.group(2));
    int after = count(header.group(4));
    int at = from;
    while ((before > 0 || after > 0) && at < lines.size()) {
      String line = lines.get(at++);
      before -= line.startsWith("+") ? 0 : 1;
      after -= line.startsWith("-") ? 0 : 1;
    }
    return before == 0 && after == 0 ? at - from : -1;
  }

  private static int count(@org.jspecify.annotations.Nullable String group) {
    return group == null ? 1 : Integer.parseInt(group);
  }

  private Optional<Fault> hunk(Matcher header, List<String> body) {
    if (file.isEmpty()) {
      return fault("the tree has no such file");
    }
    HunkRepair repair = file.get();
    int wanted = Math.max(Integer.parseInt(header.group(1)) - 1, 0);
    OptionalInt at = repair.find(body, wanted);
    if (at.isEmpty()) {
      return fault(repair.closest(body));
    }
    int guessed = repair.guesses();
    out.add(header.group() + "\n");
    out.addAll(repair.restore(body, at.getAsInt()));
    decisions.add(
        "hunk %d of '%s': context and removed lines are the tree's from line %d on; the indentation of %d added lines is a guess"
            .formatted(hunk, path, at.getAsInt() + 1, repair.guesses() - guessed));
    return Optional.empty();
  }

  private Optional<Fault> fault(String reason) {
    return Optional.of(
        new Fault("hunk %d of '%s' cannot be recovered: %s".formatted(hunk, path, reason)));
  }
}
