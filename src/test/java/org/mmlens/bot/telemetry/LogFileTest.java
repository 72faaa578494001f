package org.mmlens.bot.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir private Path folder;

  private void write(String... lines) throws IOException {
    try (var log = new LogFile(folder.resolve("log"), 10)) {
      for (String line : lines) {
        log.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void aFileGrowsUntilALineWouldMakeItTooLong() throws IOException {
    write("one\n", "two\n");
    assertFalse(Files.exists(folder.resolve("log.1")));

    write("333\n");

    assertEquals("one\ntwo\n", text("log.1"));
    assertEquals("333\n", text("log"));
  }

  @Test
  void theOldestLinesGoAndNoneIsParted() throws IOException {
    write("one\n", "a line that is longer than the file\n", "two\n");

    assertEquals("a line that is longer than the file\n", text("log.1"));
    assertEquals("two\n", text("log"));
  }
}
