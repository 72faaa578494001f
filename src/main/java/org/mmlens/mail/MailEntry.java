package org.mmlens.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What is kept of each mail of a mailbox while looking for series; the text is not.
///
/// @param place where it stands
/// @param envelope its header
/// @param subject its subject, taken apart
/// @param content what the body holds
/// @param loose whether it came as git writes patches to files: no message-id, or git's separator
record MailEntry(Place place, Envelope envelope, Subject subject, Content content, boolean loose) {

  /// Where a mail stands.
  ///
  /// @param source index of the source, from 0
  /// @param ordinal its place in the source, from 0
  record Place(int source, int ordinal) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return source == other.source
          ? Integer.compare(ordinal, other.ordinal)
          : Integer.compare(source, other.source);
    }
  }

  /// What a body holds.
  enum Content {
    /// A diff.
    DIFF,
    /// A diff behind quote marks, and none outside them.
    QUOTED_DIFF,
    /// No diff.
    TEXT
  }

  static MailEntry of(Place place, RawMail mail, Limits limits) {
    Header header = Header.parse(mail.bytes());
    Envelope envelope = header.envelope(mail.at());
    Subject subject = Subject.parse(envelope.subject());
    boolean loose = mail.fromGit() || envelope.messageId().isEmpty();
    return new MailEntry(place, envelope, subject, content(mail, header, limits), loose);
  }

  private static Content content(RawMail mail, Header header, Limits limits) {
    String text;
    if (encoded(header)) {
      Body body = BodyReader.read(mail, header, limits);
      text = "\n" + String.join("", body.lines());
    } else {
      int from = Math.max(0, header.bodyOffset() - 1);
      text =
          "\n"
              + new String(
                  mail.bytes(), from, mail.bytes().length - from, StandardCharsets.ISO_8859_1);
    }
    boolean git = text.contains("\ndiff --git ");
    boolean traditional = text.contains("\n@@ -") && text.contains("\n+++ ");
    if (git || traditional) {
      return Content.DIFF;
    }
    boolean quoted =
        text.contains("> @@ -") || text.contains(">@@ -") || text.contains("> diff --git ");
    return quoted ? Content.QUOTED_DIFF : Content.TEXT;
  }

  private static boolean encoded(Header header) {
    String encoding = field(header.raw("Content-Transfer-Encoding"));
    String type = field(header.raw("Content-Type"));
    return encoding.startsWith("base64")
        || encoding.startsWith("quoted-printable")
        || type.startsWith("multipart/")
        || type.contains("flowed");
  }

  private static String field(Optional<String> value) {
    return value.orElse("").strip().toLowerCase(Locale.ROOT);
  }

  /// {@return whether it can be a patch of a series}
  boolean isPatch() {
    return content == Content.DIFF && !subject.reply() && !isCover();
  }

  /// {@return whether it introduces a series}
  boolean isCover() {
    return subject.numbered() && subject.counter() == 0 && !subject.reply();
  }
}
