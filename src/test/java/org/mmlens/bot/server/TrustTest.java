package org.mmlens.bot.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That the authorities of a file are believed, and no others, `ImapDovecotTest` tries with a real
/// server.
class TrustTest {

  @TempDir private Path folder;

  @Test
  void whereNothingIsSaidThePlatformIsBelieved() {
    assertEquals(Optional.empty(), Trust.in(Optional.empty()));
  }

  @Test
  void aFileThatCannotBeUsedIsNamedWithTheReason() throws IOException {
    Path file = folder.resolve("ca.pem");
    assertTrue(refusal(file).endsWith("ca.pem: no such file"), refusal(file));
    Files.writeString(file, "");
    assertTrue(refusal(file).endsWith("expected certificates (PEM), found none"), refusal(file));
    Files.writeString(file, "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n");
    assertTrue(refusal(file).contains("expected certificates (PEM)"), refusal(file));
  }

  private static String refusal(Path file) {
    var refusal = assertThrows(UncheckedIOException.class, () -> Trust.in(Optional.of(file)));
    return String.valueOf(refusal.getCause().getMessage());
  }
}
