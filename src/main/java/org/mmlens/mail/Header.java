package org.mmlens.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.mmlens.diag.Position;

/// The header fields of one mail, unfolded (RFC 5322 §2.2.3).
///
/// @param fields in the order of the mail
/// @param bodyOffset where the body begins, in bytes
/// @param bodyLine the body's first line, from 1, counted from the first line of the mail
record Header(List<Field> fields, int bodyOffset, int bodyLine) {

  /// A field; the value as in the mail, one char a byte.
  record Field(String name, String value) {}

  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,200})\\s*:\\s*(.*)");
  private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,1000})>");
  private static final int MAX_FIELD = 64 * 1024;
  private static final int MAX_FIELDS = 2000;
  private static final int MAX_REFERENCES = 200;

  Header {
    fields = List.copyOf(fields);
  }

  /// Reads fields up to the first empty line; a text without any field has an empty header.
  static Header parse(byte[] mail) {
    var fields = new ArrayList<Field>();
    var value = new StringBuilder();
    String name = "";
    int at = 0;
    int line = 1;
    while (at < mail.length && fields.size() < MAX_FIELDS) {
      int end = lineEnd(mail, at);
      String text = text(mail, at, end);
      Matcher field = FIELD.matcher(text);
      boolean folded = !text.isBlank() && (text.charAt(0) == ' ' || text.charAt(0) == '\t');
      if (folded && !name.isEmpty()) {
        append(value, " " + text.strip());
      } else if (field.matches()) {
        flush(fields, name, value);
        name = field.group(1);
        append(value, field.group(2));
      } else if (text.isEmpty() && !name.isEmpty()) {
        at = end;
        line++;
        break;
      } else if (!text.startsWith(">From ") && !text.startsWith("From ")) {
        break;
      }
      at = end;
      line++;
    }
    flush(fields, name, value);
    return new Header(fields, Math.min(at, mail.length), line);
  }

  private static void append(StringBuilder value, String text) {
    value.append(text, 0, Math.min(text.length(), Math.max(0, MAX_FIELD - value.length())));
  }

  private static void flush(List<Field> fields, String name, StringBuilder value) {
    if (!name.isEmpty()) {
      fields.add(new Field(name, value.toString()));
    }
    value.setLength(0);
  }

  private static int lineEnd(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, bytes.length);
  }

  /// A line without its end: a line feed, and carriage returns before it.
  private static String text(byte[] bytes, int from, int end) {
    int to = end > from && bytes[end - 1] == '\n' ? end - 1 : end;
    while (to > from && bytes[to - 1] == '\r') {
      to--;
    }
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// {@return the first field of this name, encoded words not decoded}
  Optional<String> raw(String name) {
    return fields.stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /// {@return the first field of this name as people read it; the empty string where it is missing}
  String decoded(String name) {
    return raw(name).map(Header::decode).orElse("");
  }

  static String decode(String value) {
    String utf8 = utf8(value.getBytes(StandardCharsets.ISO_8859_1));
    if (!utf8.contains("=?")) {
      return utf8.replaceAll("\\s+", " ").strip();
    }
    String decoded =
        DecoderUtil.decodeEncodedWords(utf8, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    return decoded.replaceAll("\\s+", " ").strip();
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /// {@return whether this looks like the header of a mail at all}
  boolean isMail() {
    return raw("From").isPresent() || raw("Subject").isPresent() || raw("Message-ID").isPresent();
  }

  Envelope envelope(Position at) {
    var references = new ArrayList<String>(ids(raw("References").orElse("")));
    List<String> parents = ids(raw("In-Reply-To").orElse(""));
    references.removeAll(parents);
    references.addAll(parents);
    return new Envelope(
        at,
        ids(raw("Message-ID").orElse("")).stream().findFirst().orElse(""),
        references,
        decoded("From"),
        decoded("Date"),
        decoded("Subject"));
  }

  private static List<String> ids(String field) {
    return ID.matcher(field)
        .results()
        .map(r -> r.group(1))
        .distinct()
        .limit(MAX_REFERENCES)
        .toList();
  }
}
