package org.mmlens.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/// Mime4j with limits on nesting and none on what lists really carry.
final class MimeTree {

  private static final Pattern NESTING =
      Pattern.compile("boundary\\s*=|message/rfc822", Pattern.CASE_INSENSITIVE);
  private static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxContentLen(-1)
          .build();

  private MimeTree() {}

  /// {@return the parts of the mail; empty where it has more of them than the limit}
  static Optional<Message> of(RawMail mail, Limits limits) throws IOException {
    String raw = new String(mail.bytes(), StandardCharsets.ISO_8859_1);
    if (NESTING.matcher(raw).results().limit(limits.parts() + 1L).count() > limits.parts()) {
      return Optional.empty();
    }
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(LENIENT);
    builder.setDecodeMonitor(DecodeMonitor.SILENT);
    return Optional.of(builder.parseMessage(new ByteArrayInputStream(mail.bytes())));
  }
}
