package org.mmlens.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The lines between `diff --git` and the first hunk, read by the rules of git's `apply.c`.
///
/// Names are bytes, one char each. What contradicts itself is reported and the header not used.
final class DiffHeader {

  /// A kind of header line.
  private record Rule(String prefix, Consumer<String> action) {}

  private final Optional<String> common;
  private Optional<String> oldName = Optional.empty();
  private Optional<String> newName = Optional.empty();
  private Optional<Integer> oldMode = Optional.empty();
  private Optional<Integer> newMode = Optional.empty();
  private String oldBlob = "";
  private String newBlob = "";
  private boolean added = false;
  private boolean deleted = false;
  private boolean renamed = false;
  private boolean copied = false;
  private Optional<String> error = Optional.empty();
  private int errorAt;
  private int end;

  private final List<Rule> rules =
      List.of(
          new Rule("--- ", this::oldName),
          new Rule("+++ ", this::newName),
          new Rule("old mode ", mode -> oldMode = mode(mode)),
          new Rule("new mode ", mode -> newMode = mode(mode)),
          new Rule("deleted file mode ", this::deleted),
          new Rule("new file mode ", this::added),
          new Rule("copy from ", name -> copied(name, true)),
          new Rule("copy to ", name -> copied(name, false)),
          new Rule("rename old ", name -> renamed(name, true)),
          new Rule("rename new ", name -> renamed(name, false)),
          new Rule("rename from ", name -> renamed(name, true)),
          new Rule("rename to ", name -> renamed(name, false)),
          new Rule("similarity index ", _ -> {}),
          new Rule("dissimilarity index ", _ -> {}),
          new Rule("index ", this::index));

  private DiffHeader(Optional<String> common) {
    this.common = common;
  }

  /// Reads the header that begins with `diff --git` on line `from`.
  static DiffHeader git(List<String> lines, int from) {
    var header = new DiffHeader(DiffNames.common(lines.get(from)));
    header.end = from + 1;
    while (header.end < lines.size()
        && header.error.isEmpty()
        && header.take(lines.get(header.end))) {
      header.errorAt = header.end;
      header.end++;
    }
    if (header.error.isEmpty()) {
      header.errorAt = from;
      header.settleNames();
    }
    return header;
  }

  /// Reads a header of two lines, `---` and `+++`, as other tools write it.
  static DiffHeader traditional(List<String> lines, int from) {
    var header = new DiffHeader(Optional.empty());
    header.end = from + 2;
    header.errorAt = from;
    String first = lines.get(from).substring(4);
    String second = lines.get(from + 1).substring(4);
    if (DiffNames.isDevNull(first) || DiffNames.isDevNull(second)) {
      header.added = DiffNames.isDevNull(first);
      header.deleted = !header.added;
      header.oldName = DiffNames.traditional(header.added ? second : first);
    } else {
      Optional<String> old = DiffNames.traditional(first);
      header.oldName =
          DiffNames.traditional(second)
              .map(
                  name ->
                      old.filter(o -> o.length() < name.length() && name.startsWith(o))
                          .orElse(name))
              .or(() -> old);
      header.added = DiffNames.atEpoch(first);
      header.deleted = !header.added && DiffNames.atEpoch(second);
    }
    header.newName = header.oldName;
    if (isAbsolute(first) || isAbsolute(second)) {
      header.error = Optional.of("expected a path inside a tree, found an absolute one");
    } else if (header.oldName.isEmpty()) {
      header.error = Optional.of("there is no file name on these lines");
    }
    return header;
  }

  /// Git takes the first part of such a name away; here it is a reason to stop.
  private static boolean isAbsolute(String text) {
    return text.startsWith("/") && !DiffNames.isDevNull(text);
  }

  /// Takes one line; {@code false} where the header is over.
  private boolean take(String line) {
    if (!line.endsWith("\n")) {
      return false;
    }
    for (Rule rule : rules) {
      if (line.startsWith(rule.prefix())) {
        rule.action().accept(line.substring(rule.prefix().length()));
        int extensions = (added ? 1 : 0) + (deleted ? 1 : 0) + (renamed ? 1 : 0) + (copied ? 1 : 0);
        if (extensions > 1 && error.isEmpty()) {
          error = Optional.of("this line contradicts the ones above it");
        }
        return true;
      }
    }
    return false;
  }

  private void settleNames() {
    if (oldName.isEmpty() && newName.isEmpty()) {
      oldName = common;
      newName = common;
    }
    boolean lacks = (newName.isEmpty() && !deleted) || (oldName.isEmpty() && !added);
    boolean moves = renamed || copied || added || deleted;
    if (lacks) {
      error = Optional.of("the header does not say which file it is about");
    } else if (!moves && !oldName.equals(newName)) {
      error =
          Optional.of(
              "'%s' would become '%s', yet there is no 'rename' line"
                  .formatted(oldName.orElse(""), newName.orElse("")));
    }
  }

  private void oldName(String text) {
    oldName = verified(text, added, oldName);
  }

  private void newName(String text) {
    newName = verified(text, deleted, newName);
  }

  private Optional<String> verified(String text, boolean none, Optional<String> known) {
    if (isAbsolute(text)) {
      error = Optional.of("expected a path inside a tree, found an absolute one");
    }
    if (known.isEmpty() && !none) {
      return DiffNames.prefixed(text);
    }
    if (known.isEmpty()) {
      if (!DiffNames.isDevNull(text)) {
        error = Optional.of("expected /dev/null here");
      }
    } else if (none) {
      error = Optional.of("expected /dev/null, the name above is '" + known.get() + "'");
    } else if (!DiffNames.prefixed(text).equals(known)) {
      error = Optional.of("this is another name than above: '" + known.get() + "'");
    }
    return known;
  }

  private Optional<Integer> mode(String text) {
    int digits = 0;
    while (digits < Math.min(text.length(), 8)
        && text.charAt(digits) >= '0'
        && text.charAt(digits) <= '7') {
      digits++;
    }
    boolean ends = digits < text.length() && " \t\r\n".indexOf(text.charAt(digits)) >= 0;
    if (digits == 0 || !ends) {
      error = Optional.of("expected a mode like 100644, found '" + text.strip() + "'");
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text.substring(0, digits), 8));
  }

  private void deleted(String mode) {
    deleted = true;
    oldName = common;
    oldMode = mode(mode);
  }

  private void added(String mode) {
    added = true;
    newName = common;
    newMode = mode(mode);
  }

  private void copied(String name, boolean source) {
    copied = true;
    named(name, source);
  }

  private void renamed(String name, boolean source) {
    renamed = true;
    named(name, source);
  }

  private void named(String name, boolean source) {
    Optional<String> found = DiffNames.plain(name);
    if (source) {
      oldName = found;
    } else {
      newName = found;
    }
  }

  private void index(String text) {
    int dots = text.indexOf("..");
    if (dots < 0 || dots != text.indexOf('.') || dots > 40) {
      return;
    }
    String rest = text.substring(dots + 2).replaceFirst("\n$", "");
    int blank = rest.indexOf(' ');
    String after = blank < 0 ? rest : rest.substring(0, blank);
    if (after.length() > 40) {
      return;
    }
    oldBlob = text.substring(0, dots);
    newBlob = after;
    if (blank >= 0) {
      oldMode = mode(rest.substring(blank + 1) + "\n");
    }
  }

  /// {@return the line after the header, from 0}
  int end() {
    return end;
  }

  /// {@return what is wrong with it}
  Optional<String> error() {
    return error;
  }

  /// {@return the line the error is on, from 0}
  int errorAt() {
    return errorAt;
  }

  /// {@return whether there is something to do even without a hunk}
  boolean changesMetadata() {
    boolean modes = oldMode.isPresent() && newMode.isPresent() && !oldMode.equals(newMode);
    return added || deleted || renamed || copied || modes;
  }

  FileChange.Kind kind() {
    if (added) {
      return FileChange.Kind.ADD;
    }
    if (deleted) {
      return FileChange.Kind.DELETE;
    }
    if (renamed) {
      return FileChange.Kind.RENAME;
    }
    return copied ? FileChange.Kind.COPY : FileChange.Kind.MODIFY;
  }

  /// {@return the name before, as bytes; of a new file its name after}
  String before() {
    return (added ? newName : oldName).orElseThrow();
  }

  /// {@return the name after, as bytes; of a deleted file its name before}
  String after() {
    return (deleted ? oldName : newName).orElseThrow();
  }

  Optional<Integer> modeBefore() {
    return oldMode;
  }

  Optional<Integer> modeAfter() {
    return newMode;
  }

  String blobBefore() {
    return oldBlob;
  }

  String blobAfter() {
    return newBlob;
  }
}
