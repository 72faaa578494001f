package org.mmlens.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.mmlens.diag.Position;

/// What one mail is, at a glance: enough to know what it belongs to and whether it may be answered.
///
/// @param envelope its header
/// @param subject its subject, taken apart
/// @param kind what it is to a series
/// @param to the addresses it went to, in lower case, each once, `To` before `Cc`
/// @param lists what lists say of themselves in it (RFC 2369, RFC 2919), as written
/// @param automatic why it was sent by a program, as far as its header says so (RFC 3834 §2)
public record Glance(
    Envelope envelope,
    Subject subject,
    Kind kind,
    List<String> to,
    List<String> lists,
    Optional<String> automatic) {

  private static final int MOST_ADDRESSES = 1000;
  private static final Pattern ADDRESS =
      Pattern.compile("[!#-'*+/-9=?A-Z^-~.-]{1,64}@[A-Za-z0-9.-]{1,255}");

  /// What stands beside addresses: quoted names, and encoded words.
  private static final Pattern NAMES =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|=\\?[^?\\s]*\\?[^?\\s]*\\?[^?\\s]*\\?=");

  /// What a mail is to a series.
  public enum Kind {
    /// A patch of it.
    PATCH,
    /// Its cover letter.
    COVER,
    /// Anything else.
    TALK
  }

  /// Copies the lists.
  public Glance {
    to = List.copyOf(to);
    lists = List.copyOf(lists);
  }

  /// {@return what a mail is}
  ///
  /// @param name what to call it
  /// @param mail its bytes, without the separator line of a mailbox
  public static Glance of(String name, byte[] mail) {
    var raw = new RawMail(Position.ofFile(name), "", mail);
    MailEntry entry = MailEntry.of(new MailEntry.Place(0, 0), raw, Limits.USUAL);
    Header header = Header.parse(mail);
    Kind kind = entry.isPatch() ? Kind.PATCH : entry.isCover() ? Kind.COVER : Kind.TALK;
    return new Glance(
        entry.envelope(),
        entry.subject(),
        kind,
        recipients(header),
        fields(header, "List-Id", "List-Post"),
        automatic(header));
  }

  private static List<String> recipients(Header header) {
    SequencedSet<String> found = new LinkedHashSet<>();
    for (String field : fields(header, "To", "Cc")) {
      ADDRESS
          .matcher(NAMES.matcher(field).replaceAll(" "))
          .results()
          .limit(MOST_ADDRESSES)
          .forEach(m -> found.add(m.group().toLowerCase(Locale.ROOT)));
    }
    return List.copyOf(found);
  }

  private static List<String> fields(Header header, String... names) {
    var found = new ArrayList<String>();
    for (String name : names) {
      header.fields().stream()
          .filter(f -> f.name().equalsIgnoreCase(name))
          .forEach(f -> found.add(f.value()));
    }
    return found;
  }

  /// A list sets `Precedence: list` on everything, so that says nothing.
  private static Optional<String> automatic(Header header) {
    String submitted = header.decoded("Auto-Submitted").toLowerCase(Locale.ROOT);
    if (!submitted.isEmpty() && !submitted.startsWith("no")) {
      return Optional.of("Auto-Submitted: " + submitted);
    }
    String precedence = header.decoded("Precedence").toLowerCase(Locale.ROOT);
    if (precedence.equals("bulk") || precedence.equals("junk")) {
      return Optional.of("Precedence: " + precedence);
    }
    String loop = header.decoded("X-Loop");
    return loop.isEmpty() ? Optional.empty() : Optional.of("X-Loop: " + loop);
  }

  /// {@return whether a text is an address and nothing else}
  ///
  /// @param text what it is
  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /// {@return the lines of a mail's text that are its own: not quoted, not below its signature}
  ///
  /// @param name what to call it
  /// @param mail its bytes
  public static List<String> ownLines(String name, byte[] mail) {
    var raw = new RawMail(Position.ofFile(name), "", mail);
    Body body = BodyReader.read(raw, Header.parse(mail), Limits.USUAL);
    return body.text()
        .lines()
        .takeWhile(line -> !line.stripTrailing().equals("--"))
        .filter(line -> !line.startsWith(">"))
        .toList();
  }
}
