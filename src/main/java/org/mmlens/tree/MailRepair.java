package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.mail.PatchText;
import org.mmlens.mail.ReviewComment;
import org.mmlens.mail.SeriesReading;

/// Recovers a quoted patch from a mail that lost its line breaks, with a tree as the guide.
public final class MailRepair {

  /// What came of it.
  public sealed interface Outcome {

    /// A diff that has the tree's own lines as its context.
    ///
    /// @param diff the diff, to be applied to the tree it was recovered with
    /// @param comments what stands between its lines
    /// @param decisions what was restored how, one line each
    record Repaired(PatchText diff, List<ReviewComment> comments, List<String> decisions)
        implements Outcome {
      /// Copies the lists.
      public Repaired {
        comments = List.copyOf(comments);
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

  private static final Pattern FILE_HEADER =
      Pattern.compile(
          "diff --git a/\\S+ b/\\S+|index [0-9a-f]+\\.\\.[0-9a-f]+.*|(?:new|deleted) file mode \\d+"
              + "|(?:old|new) mode \\d+|(?:dis)?similarity index \\d+%"
              + "|(?:rename|copy) (?:from|to) \\S+|--- \\S+|\\+\\+\\+ \\S+");

  private final Position mail;
  private final SourceTree guide;
  private final List<String> chunks;
  private final int level;
  private final List<String> out = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();
  private final List<ReviewComment> comments = new ArrayList<>();
  private Optional<HunkRepair> file = Optional.empty();
  private String path = "";
  private int hunk = 0;

  private MailRepair(Position mail, SourceTree guide, CollapsedMail collapsed) {
    this.mail = mail;
    this.guide = guide;
    this.chunks = collapsed.lines();
    this.level = collapsed.level();
  }

  /// {@return the mail as a series of the one patch that was recovered; none, and why, where it
  /// cannot be}
  ///
  /// @param origin what to call the mail
  /// @param mail its text
  /// @param guide the tree it is made for
  public static SeriesReading series(String origin, byte[] mail, SourceTree guide) {
    return RepairedSeries.of(origin, mail, repair(origin, mail, guide));
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
    var repair = new MailRepair(at, guide, collapsed.get());
    Optional<Fault> fault = repair.run();
    if (fault.isPresent()) {
      var why = Diagnostic.error("repair-hunk", at, fault.get().message());
      return new Outcome.NotRepaired(
          why.withHint("the tree has to be the one the patch is made for; see --tree and --git"));
    }
    byte[] diff = String.join("", repair.out).getBytes(StandardCharsets.ISO_8859_1);
    return new Outcome.Repaired(
        PatchText.of(origin + " (repaired)", diff), repair.comments, repair.decisions);
  }

  private Optional<Fault> run() {
    boolean inFile = false;
    int at = 0;
    while (at < chunks.size()) {
      String chunk = chunks.get(at);
      Optional<HunkHeader> header = HunkHeader.of(chunk);
      if (header.isPresent() && inFile) {
        int end = sectionEnd(at + 1);
        Optional<Fault> fault = hunk(header.get(), chunks.subList(at + 1, end));
        if (fault.isPresent()) {
          return fault;
        }
        at = end;
        continue;
      }
      inFile |= chunk.startsWith("diff --git ");
      if (inFile && FILE_HEADER.matcher(chunk).matches()) {
        header(chunk);
      }
      at++;
    }
    return hunk == 0 && path.isEmpty()
        ? Optional.of(new Fault("no hunk ('@@ -…') stands behind the quote marks"))
        : Optional.empty();
  }

  /// {@return where the next hunk or file begins}
  private int sectionEnd(int from) {
    int at = from;
    while (at < chunks.size()
        && HunkHeader.of(chunks.get(at)).isEmpty()
        && !chunks.get(at).startsWith("diff --git ")) {
      at++;
    }
    return at;
  }

  private void header(String line) {
    out.add(line + "\n");
    if (line.startsWith("--- ")) {
      hunk = 0;
      path = line.substring(line.startsWith("--- a/") ? 6 : 4);
      file =
          path.equals("/dev/null")
              ? Optional.of(new HunkRepair(List.of()))
              : guide
                  .read(path)
                  .map(bytes -> PatchText.split(new String(bytes, StandardCharsets.ISO_8859_1)))
                  .map(HunkRepair::new);
    } else if (line.startsWith("+++ b/")) {
      path = line.substring("+++ b/".length());
    }
  }

  private Optional<Fault> hunk(HunkHeader header, List<String> section) {
    hunk++;
    if (file.isEmpty()) {
      return fault("the tree has no such file");
    }
    HunkRepair repair = file.get();
    Optional<HunkRepair.Placed> placed = repair.find(section, header, level);
    if (placed.isEmpty()) {
      List<String> body = body(section, header);
      return body.isEmpty()
          ? fault("its quoted lines do not come to the counts of '" + header.text() + "'")
          : fault(repair.closest(body));
    }
    int guessed = repair.guesses();
    out.add(header.text() + "\n");
    out.addAll(repair.restore(placed.get()));
    var words = new QuotedWords(mail, path, hunk, header.text());
    say(placed.get(), repair.guesses() - guessed, words.of(placed.get().reading(), section));
    return Optional.empty();
  }

  private void say(HunkRepair.Placed placed, int guesses, List<ReviewComment> words) {
    comments.addAll(words);
    String also =
        words.isEmpty()
            ? ""
            : "; %d stretches of text in it are a reviewer's words".formatted(words.size());
    decisions.add(
        "hunk %d of '%s': context and removed lines are the tree's from line %d on; the indentation of %d added lines is a guess%s"
            .formatted(hunk, path, placed.at() + 1, guesses, also));
    for (String doubt : placed.reading().doubts()) {
      decisions.add("hunk %d of '%s': %s".formatted(hunk, path, doubt));
    }
  }

  /// {@return the chunks that come to the hunk's counts if all of them are lines; none where they
  /// do not}
  private static List<String> body(List<String> section, HunkHeader header) {
    int before = header.before();
    int after = header.after();
    int at = 0;
    while ((before > 0 || after > 0) && at < section.size()) {
      String line = section.get(at++);
      before -= line.startsWith("+") ? 0 : 1;
      after -= line.startsWith("-") ? 0 : 1;
    }
    return before <= 0 && after <= 0 ? section.subList(0, at) : List.of();
  }

  private Optional<Fault> fault(String reason) {
    return Optional.of(
        new Fault("hunk %d of '%s' cannot be recovered: %s".formatted(hunk, path, reason)));
  }
}
