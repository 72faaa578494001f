package org.mmlens.bot.load;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A mail of the generator. People and places are invented.
///
/// @param id its Message-ID, without angle brackets
/// @param parent the mail that it answers; empty for none
/// @param from the sender's number
/// @param minute when it was sent, in minutes since the first of January 2026
/// @param subject its subject
/// @param body its text, lines ended by `\n`
/// @param form how the text is sent
record Letter(
    String id, String parent, int from, int minute, String subject, String body, Form form) {

  /// How a text is sent.
  enum Form {
    PLAIN,
    QUOTED_PRINTABLE,
    BASE64,
    /// A text part, and a footer of the list as a part of its own.
    MULTIPART,
    CRLF
  }

  private static final String[] DAYS = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  private static final String FOOTER =
      """
      _______________________________________________
      mm-talk mailing list -- mm-talk@lists.example.org
      To unsubscribe send an email to mm-talk-leave@lists.example.org
      """;

  String head() {
    String received =
        """
        Received: from relay%1$d.example.org (relay%1$d.example.org [192.0.2.%1$d])
        \tby lists.example.org with ESMTPS id %2$08x
        \tfor <mm-talk@lists.example.org>; %3$s
        """
            .formatted(1 + from % 200, id.hashCode(), date());
    return received.repeat(6)
        + "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=2026;\n"
        + "\tb=%s\n".formatted("0123456789abcdef".repeat(20))
        + "From: Person %1$d <person%1$d@example.org>\nTo: mm-talk@lists.example.org\n"
            .formatted(from)
        + "Subject: %s\nDate: %s\nMessage-ID: <%s>\n".formatted(subject, date(), id)
        + (parent.isEmpty() ? "" : "In-Reply-To: <%1$s>\nReferences: <%1$s>\n".formatted(parent));
  }

  private String date() {
    int day = minute / (24 * 60);
    return "%s, %d Jan 2026 %02d:%02d:00 +0000"
        .formatted(DAYS[day % 7], 1 + day % 31, minute / 60 % 24, minute % 60);
  }

  byte[] bytes() {
    String text =
        switch (form) {
          case PLAIN -> head() + "\n" + body;
          case CRLF -> (head() + "\n" + body).replace("\n", "\r\n");
          case QUOTED_PRINTABLE ->
              head() + mime("quoted-printable") + body.replace("=", "=3D").replace("\t", "=09");
          case BASE64 ->
              head()
                  + mime("base64")
                  + Base64.getMimeEncoder(76, new byte[] {'\n'})
                      .encodeToString(body.getBytes(StandardCharsets.UTF_8))
                  + "\n";
          case MULTIPART -> head() + multipart();
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String mime(String encoding) {
    return """
    MIME-Version: 1.0
    Content-Type: text/plain; charset=UTF-8
    Content-Transfer-Encoding: %s

    """
        .formatted(encoding);
  }

  private String multipart() {
    return """
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="=-=part=-="

    --=-=part=-=
    Content-Type: text/plain; charset=UTF-8

    %s
    --=-=part=-=
    Content-Type: text/plain

    %s
    --=-=part=-=--
    """
        .formatted(body, FOOTER);
  }

  /// {@return the same mail as the list sends it on: with a footer}
  Letter withFooter() {
    return new Letter(id, parent, from, minute, subject, body + FOOTER, form);
  }
}
