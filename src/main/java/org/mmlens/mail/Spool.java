package org.mmlens.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A stream kept so that it can be read again: small ones in memory, others in a temporary file.
final class Spool implements AutoCloseable {

  private static final int IN_MEMORY = 16 << 20;

  private final byte[] head;
  private final Optional<Path> file;

  private Spool(byte[] head, Optional<Path> file) {
    this.head = head;
    this.file = file;
  }

  static Spool of(InputStream in) throws IOException {
    byte[] head = in.readNBytes(IN_MEMORY);
    if (head.length < IN_MEMORY) {
      return new Spool(head, Optional.empty());
    }
    Path file = Files.createTempFile("mmlens-mail-", ".mbox");
    try (var out = Files.newOutputStream(file)) {
      out.write(head);
      in.transferTo(out);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new Spool(new byte[0], Optional.of(file));
  }

  MailSource source(String name) {
    return file.map(path -> new MailSource(name, () -> Files.newInputStream(path)))
        .orElseGet(() -> MailSources.ofBytes(name, head));
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }
}
