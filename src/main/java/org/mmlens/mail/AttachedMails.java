package org.mmlens.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageWriter;

/// Mails inside a mail: forwarded ones, and files that git-format-patch wrote.
final class AttachedMails {

  private static final Pattern WRITTEN_BY_GIT =
      Pattern.compile("\\AFrom [0-9a-f]{40} Mon Sep 17 00:00:00 2001\\r?\\n");

  private final RawMail outer;
  private final Limits limits;
  private final List<RawMail> found = new ArrayList<>();

  private AttachedMails(RawMail outer, Limits limits) {
    this.outer = outer;
    this.limits = limits;
  }

  /// {@return whether this text is a file that git-format-patch wrote}
  static boolean writtenByGit(String text) {
    return WRITTEN_BY_GIT.matcher(text).find();
  }

  /// {@return the mails inside this one, in order; positions are those of the mail around them}
  static List<RawMail> of(RawMail outer, Limits limits) {
    var attached = new AttachedMails(outer, limits);
    if (!attached.possible()) {
      return List.of();
    }
    try {
      var tree = MimeTree.of(outer, limits);
      if (tree.isPresent()) {
        attached.part(tree.get());
        tree.get().dispose();
      }
    } catch (IOException | RuntimeException e) {
      return List.of(); // damaged MIME is reported where the body is read
    }
    return attached.found;
  }

  private boolean possible() {
    Header header = Header.parse(outer.bytes());
    String type = header.raw("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    String raw = new String(outer.bytes(), StandardCharsets.ISO_8859_1);
    return type.startsWith("multipart/")
        && (raw.contains("essage/rfc822") || raw.contains("Mon Sep 17") || raw.contains("RnJvbS"));
  }

  private void part(Entity entity) throws IOException {
    if (found.size() > limits.parts()) {
      return;
    }
    switch (entity.getBody()) {
      case Multipart many -> {
        for (Entity child : many.getBodyParts()) {
          part(child);
        }
      }
      case Message inner -> {
        var bytes = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeMessage(inner, bytes);
        String text = bytes.toString(StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        found.add(new RawMail(outer.at(), "", text.getBytes(StandardCharsets.ISO_8859_1)));
      }
      case TextBody text -> file(text);
      case null, default -> {}
    }
  }

  private void file(TextBody body) throws IOException {
    byte[] bytes;
    try (var in = body.getInputStream()) {
      bytes = in.readNBytes(limits.mailBytes());
    }
    if (writtenByGit(new String(bytes, StandardCharsets.ISO_8859_1))) {
      new MboxSplitter(
              outer.at().path(),
              limits,
              m -> found.add(new RawMail(outer.at(), m.separator(), m.bytes())),
              _ -> {})
          .split(new ByteArrayInputStream(bytes));
    }
  }
}
