package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells commit message, notes and diff of one mail apart, as git-mailinfo does.
final class MessageParts {

  private static final Pattern IN_BODY =
      Pattern.compile("(From|Subject|Date):\\s+(.*)", Pattern.CASE_INSENSITIVE);
  private static final int MIN_SCISSORS = 8;

  private final Envelope envelope;
  private final Body body;
  private final List<String> decisions;
  private String author;
  private Subject subject;
  private int from = 0;

  private MessageParts(Envelope envelope, Body body, List<String> decisions) {
    this.envelope = envelope;
    this.body = body;
    this.decisions = decisions;
    this.author = envelope.from();
    this.subject = Subject.parse(envelope.subject());
  }

  /// {@return the mail as a patch; its diff is empty where it holds none}
  static PatchMail of(Envelope envelope, Body body, List<String> decisions) {
    return new MessageParts(envelope, body, decisions).split();
  }

  /// {@return whether a diff begins on one of the lines}
  static boolean holdsDiff(Body body) {
    for (int i = 0; i < body.lines().size(); i++) {
      if (diffAt(body.lines(), i)) {
        return true;
      }
    }
    return false;
  }

  static boolean diffAt(List<String> lines, int at) {
    String line = lines.get(at);
    return line.startsWith("diff --git ")
        || (line.startsWith("--- ")
            && at + 2 < lines.size()
            && lines.get(at + 1).startsWith("+++ ")
            && lines.get(at + 2).startsWith("@@ -"));
  }

  private PatchMail split() {
    int cut = cut(0);
    scissors(cut);
    inBody(cut);
    int diff = cut;
    while (diff < body.lines().size() && !diffAt(body.lines(), diff)) {
      diff++;
    }
    return new PatchMail(
        envelope,
        subject,
        author,
        body.text(Math.min(from, cut), cut).strip(),
        body.text(Math.min(cut + 1, diff), diff).replaceAll("^\\s*\\n|\\s+$", ""),
        body.patchText(envelope.at().path(), cut));
  }

  /// {@return the line that ends the commit message, by `patchbreak()` of git's `mailinfo.c`}
  private int cut(int start) {
    for (int i = start; i < body.lines().size(); i++) {
      String line = body.lines().get(i);
      boolean dashes = line.startsWith("---") && line.substring(3).isBlank();
      boolean header =
          line.startsWith("--- ") && line.length() > 4 && !Character.isWhitespace(line.charAt(4));
      if (dashes || header || line.startsWith("diff -") || line.startsWith("Index: ")) {
        return i;
      }
    }
    return body.lines().size();
  }

  private void scissors(int cut) {
    for (int i = 0; i < cut; i++) {
      if (isScissors(body.lines().get(i))) {
        from = i + 1;
        decisions.add(
            "%s: text above the scissors line left out of the commit message".formatted(at(i)));
      }
    }
  }

  private String at(int line) {
    return envelope.at().path() + ":" + body.originLines().get(line);
  }

  /// The rule of `is_scissors_line()`: mostly dashes, with scissors among them.
  static boolean isScissors(String line) {
    String text = line.strip();
    if (text.length() < MIN_SCISSORS && !text.matches("-+ ?[8%>][<8%] ?-+")) {
      return false;
    }
    Matcher scissors = Pattern.compile(">8|8<|>%|%<").matcher(text);
    if (!scissors.find() || !text.matches("[-\\s><8%\\w]*") || !text.startsWith("-")) {
      return false;
    }
    long marks = text.chars().filter(c -> "- ><8%".indexOf(c) >= 0).count();
    return marks * 3 > text.length() && text.contains("--");
  }

  private void inBody(int cut) {
    int at = from;
    while (at < cut && body.lines().get(at).isBlank()) {
      at++;
    }
    int start = at;
    var fields = new ArrayList<String>();
    while (at < cut && !body.lines().get(at).isBlank()) {
      String line = body.text(at, at + 1).stripTrailing();
      if (IN_BODY.matcher(line).matches()) {
        fields.add(line);
      } else if (line.startsWith(" ") && !fields.isEmpty()) {
        fields.add(fields.removeLast() + " " + line.strip());
      } else {
        break;
      }
      at++;
    }
    from = fields.isEmpty() ? start : at;
    fields.forEach(this::field);
  }

  private void field(String line) {
    Matcher m = IN_BODY.matcher(line);
    if (!m.matches()) {
      return;
    }
    String value = Header.decode(m.group(2));
    switch (Character.toLowerCase(line.charAt(0))) {
      case 'f' -> author = value;
      case 's' -> subject = subject.withTitle(Subject.parse(value).title());
      default -> {}
    }
  }
}
