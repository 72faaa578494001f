package org.mmlens.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// 80 MB in a JVM with 32 MB of memory; with `-Dmmlens.long=true` 1 GB in one with 64 MB.
class LargeMailboxTest {

  @Test
  void aMailboxIsReadInLessMemoryThanItIsLong() throws IOException, InterruptedException {
    boolean all = Boolean.getBoolean("mmlens.long");
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                all ? "-Xmx64m" : "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                LargeMailbox.class.getName(),
                all ? "1024" : "80")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, process.waitFor(), said);
    assertTrue(said.contains("took 3 patches"), said);
    if (all) {
      System.out.println(said.strip());
    }
  }
}
