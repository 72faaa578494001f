package org.mmlens.mail;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.diag.Position;

/// What a mail's header says, as far as series are concerned.
///
/// @param at where the mail begins
/// @param messageId without angle brackets; empty where there is none
/// @param references the mails it answers, the nearest last
/// @param from the sender, decoded
/// @param date as written; empty where there is none
/// @param subject decoded and unfolded
public record Envelope(
    Position at,
    String messageId,
    List<String> references,
    String from,
    String date,
    String subject) {

  private static final Pattern ADDRESS = Pattern.compile("<([^<>\\s]+)>|([^<>\\s\"]+@[^<>\\s\"]+)");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\w{3},?\\s+)?(\\d{1,2})\\s+(\\w{3})\\s+(\\d{4})\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*([+-]\\d{4}|GMT|UTC|UT|Z)?.*");
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("d MMM yyyy H:mm[:ss] Z", Locale.ENGLISH);

  /// Copies the references.
  public Envelope {
    references = List.copyOf(references);
  }

  /// {@return what the header of one mail says; empty strings where it has none}
  ///
  /// @param name what to call the mail
  /// @param mail its text
  public static Envelope of(String name, byte[] mail) {
    return Header.parse(mail).envelope(Position.ofFile(name));
  }

  /// {@return when it was sent; empty where the date cannot be read}
  public Optional<Instant> sent() {
    Matcher m = DATE.matcher(date.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    String zone = m.group(5) == null || m.group(5).matches("[A-Z]+") ? "+0000" : m.group(5);
    String plain = String.join(" ", m.group(1), m.group(2), m.group(3), m.group(4), zone);
    try {
      return Optional.of(ZonedDateTime.parse(plain, FORM).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// {@return the sender's address in lower case; the whole field where it holds none}
  public String address() {
    return address(from);
  }

  static String address(String field) {
    Matcher m = ADDRESS.matcher(field);
    String found = m.find() ? (m.group(1) != null ? m.group(1) : m.group(2)) : field;
    return found.strip().toLowerCase(Locale.ROOT);
  }
}
