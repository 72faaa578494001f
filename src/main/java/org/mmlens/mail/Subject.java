package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The subject of a mail, taken apart as b4 does it.
///
/// @param title what is left without `Re:` and without brackets
/// @param reply whether it answers another mail
/// @param counter its place in the series, 0 for a cover letter, 1 where no counter is given
/// @param total how many patches the series has, 1 where no counter is given
/// @param revision the N of `vN`, 1 where none is given
/// @param words everything else in brackets, as written: `PATCH`, `RFC`, `RESEND`, a tree's name,
///   `2/3`
public record Subject(
    String title, boolean reply, int counter, int total, int revision, List<String> words) {

  private static final Pattern REPLY =
      Pattern.compile(
          "^(?:(?:re|aw|fwd?)(?:\\[\\d+])?:|\\w{2,3}:\\s*(?=\\[))\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NESTED = Pattern.compile("^\\[([^\\[\\]]*)\\[([^\\[\\]]*)]");
  private static final Pattern BRACKET = Pattern.compile("^\\s*\\[([^]]*)]\\s*");
  private static final Pattern COUNTER = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
  private static final Pattern REVISION = Pattern.compile("v(\\d{1,4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern GLUED = Pattern.compile("(patch)(v\\d+)", Pattern.CASE_INSENSITIVE);
  private static final int MAX_LENGTH = 2000;

  /// Copies the words.
  public Subject {
    words = List.copyOf(words);
  }

  /// {@return the subject in parts}
  ///
  /// @param raw the decoded header
  public static Subject parse(String raw) {
    String rest = raw.replaceAll("\\s+", " ").strip();
    rest = rest.substring(0, Math.min(rest.length(), MAX_LENGTH));
    boolean reply = false;
    for (Matcher m = REPLY.matcher(rest); m.find() && m.end() > 0; m = REPLY.matcher(rest)) {
      reply = true;
      rest = rest.substring(m.end());
    }
    return new Parser(reply).parse(flat(rest));
  }

  private static String flat(String subject) {
    String flat = subject;
    while (true) {
      String next = NESTED.matcher(flat).replaceFirst("[$1$2");
      if (next.equals(flat)) {
        return flat;
      }
      flat = next;
    }
  }

  /// {@return whether the brackets say that this is a patch}
  public boolean patch() {
    return has("patch") || numbered() || has("rfc");
  }

  /// {@return whether a counter like `2/3` is given}
  public boolean numbered() {
    return words.stream().anyMatch(w -> COUNTER.matcher(w).matches());
  }

  /// {@return whether a revision like `v2` is given}
  public boolean revised() {
    return words.stream().anyMatch(w -> REVISION.matcher(w).matches());
  }

  /// {@return whether this is sent again unchanged}
  public boolean resend() {
    return has("resend");
  }

  /// {@return whether a bracketed word begins like this}
  ///
  /// @param word in lower case
  boolean has(String word) {
    return words.stream().anyMatch(w -> w.toLowerCase(Locale.ROOT).startsWith(word));
  }

  /// {@return the same with another title}
  ///
  /// @param other the title that counts
  Subject withTitle(String other) {
    return new Subject(other, reply, counter, total, revision, words);
  }

  private static final class Parser {
    private final boolean reply;
    private final List<String> words = new ArrayList<>();
    private int counter = 1;
    private int total = 1;
    private int revision = 1;

    Parser(boolean reply) {
      this.reply = reply;
    }

    Subject parse(String flat) {
      String rest = flat;
      for (Matcher m = BRACKET.matcher(rest); m.find(); m = BRACKET.matcher(rest)) {
        for (String word : GLUED.matcher(m.group(1)).replaceAll("$1 $2").split("[\\s,;]+")) {
          word(word);
        }
        rest = rest.substring(m.end());
      }
      return new Subject(rest.strip(), reply, counter, total, revision, words);
    }

    private void word(String word) {
      Matcher count = COUNTER.matcher(word);
      Matcher version = REVISION.matcher(word);
      if (count.matches()) {
        counter = Integer.parseInt(count.group(1));
        total = Integer.parseInt(count.group(2));
      } else if (version.matches()) {
        revision = Integer.parseInt(version.group(1));
      }
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
  }
}
