package org.mmlens.mail;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;

/// Undoes MIME (RFC 2045 to 2049) and line ends; [Flowed] undoes format=flowed.
final class BodyReader {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PATCH_NAME =
      Pattern.compile(".*\\.(patch|diff|txt)", Pattern.CASE_INSENSITIVE);
  private final Limits limits;
  private final List<String> decisions = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Charset declared = StandardCharsets.US_ASCII;
  private int parts = 0;

  private BodyReader(Limits limits) {
    this.limits = limits;
  }

  /// {@return the text parts of the mail, in order}
  static Body read(RawMail mail, Header header, Limits limits) {
    var reader = new BodyReader(limits);
    String type = header.raw("Content-Type").orElse("text/plain");
    reader.declared = charset(type);
    if (isPlain(header, type)) {
      int from = header.bodyOffset();
      byte[] bytes = mail.bytes();
      String raw = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
      reader.append(raw);
    } else {
      reader.decode(mail);
    }
    List<String> lines = PatchText.split(reader.text.toString());
    var body = new Body(lines, origins(mail, header, lines), reader.declared, reader.decisions);
    return Flowed.undo(body, type);
  }

  private static boolean isPlain(Header header, String type) {
    String encoding =
        header.raw("Content-Transfer-Encoding").orElse("7bit").strip().toLowerCase(Locale.ROOT);
    boolean identity = !encoding.startsWith("quoted-printable") && !encoding.startsWith("base64");
    String lower = type.strip().toLowerCase(Locale.ROOT);
    return identity && !lower.startsWith("multipart/") && !lower.startsWith("message/");
  }

  private void decode(RawMail mail) {
    try {
      var message = MimeTree.of(mail, limits);
      if (message.isEmpty()) {
        decisions.add("body not read: more than " + limits.parts() + " MIME parts");
        return;
      }
      part(message.get());
      message.get().dispose();
    } catch (IOException | RuntimeException e) {
      decisions.add("body only read up to damaged MIME: " + e.getMessage());
    }
  }

  private void part(Entity entity) throws IOException {
    if (++parts > limits.parts()) {
      return;
    }
    switch (entity.getBody()) {
      case Multipart many -> {
        boolean alternative = "alternative".equalsIgnoreCase(many.getSubType());
        for (Entity child : many.getBodyParts()) {
          if (!alternative || "text/plain".equalsIgnoreCase(child.getMimeType())) {
            part(child);
          }
        }
      }
      case SingleBody single -> {
        if (wanted(entity)) {
          text(entity, single);
        }
      }
      case Message _ -> decisions.add("attached mail read as one of its own");
      case null, default -> decisions.add("part left out: " + entity.getMimeType());
    }
  }

  private boolean wanted(Entity entity) {
    String type = Optional.ofNullable(entity.getMimeType()).orElse("").toLowerCase(Locale.ROOT);
    boolean html = type.equals("text/html");
    boolean named =
        Optional.ofNullable(entity.getFilename())
            .filter(n -> PATCH_NAME.matcher(n).matches())
            .isPresent();
    boolean wanted = (type.startsWith("text/") && !html) || named;
    if (!wanted) {
      decisions.add("part left out: " + type);
    }
    return wanted;
  }

  private void text(Entity entity, SingleBody single) throws IOException {
    byte[] bytes;
    try (var in = single.getInputStream()) {
      bytes = in.readNBytes(limits.mailBytes());
    }
    String part = new String(bytes, StandardCharsets.ISO_8859_1);
    if (AttachedMails.writtenByGit(part)) {
      return;
    }
    if (text.isEmpty()) {
      declared = charsetNamed(Optional.ofNullable(entity.getCharset()).orElse("us-ascii"));
    } else if (text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    append(part);
  }

  /// Takes the CR of every line away where every line has one: then they belong to the transport.
  /// Where only some have one they are content, as in the diff of a file with such line ends.
  private void append(String part) {
    List<String> lines = PatchText.split(part);
    boolean transport =
        !lines.isEmpty()
            && lines.stream()
                .allMatch(l -> l.endsWith("\r\n") || (!l.endsWith("\n") && l.length() < 3));
    if (!transport) {
      text.append(part);
      return;
    }
    lines.forEach(l -> text.append(l.replaceFirst("\\r\\n$", "\n")));
  }

  private static Charset charset(String contentType) {
    Matcher m = CHARSET.matcher(contentType);
    return m.find() ? charsetNamed(m.group(1)) : StandardCharsets.US_ASCII;
  }

  private static Charset charsetNamed(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.US_ASCII;
    }
  }

  /// Finds for each decoded line the line of the file it came from.
  ///
  /// Decoded lines are looked for in order; one that a transfer encoding changed takes the number
  /// of the line before it, so a position may be some lines early there, never in another mail.
  private static List<Integer> origins(RawMail mail, Header header, List<String> lines) {
    int from = header.bodyOffset();
    String rest =
        new String(mail.bytes(), from, mail.bytes().length - from, StandardCharsets.ISO_8859_1);
    List<String> raw = PatchText.split(rest);
    var origins = new ArrayList<Integer>(lines.size());
    int first = mail.at().line() + header.bodyLine() - 1;
    int next = 0;
    for (String line : lines) {
      int found = seek(raw, next, line.stripTrailing());
      next = found < 0 ? next : found + 1;
      origins.add(first + Math.max(0, next - 1));
    }
    return origins;
  }

  private static int seek(List<String> raw, int from, String line) {
    for (int i = from; i < Math.min(raw.size(), from + 60); i++) {
      String candidate = raw.get(i).stripTrailing();
      if (candidate.equals(line)) {
        return i;
      }
      boolean quotedPrintable = candidate.indexOf('=') >= 0 && line.length() > 3;
      int same = candidate.indexOf('=');
      if (quotedPrintable && same >= 3 && line.startsWith(candidate.substring(0, same))) {
        return i;
      }
    }
    return -1;
  }
}
