package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.report.SampleReviews;

class LoudStreamTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void installsTheBundledTree() throws IOException {
    Files.createDirectories(folder.resolve("home/fixtures/linux/mm"));
  }

  private static OutputStream breaking(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new LoudStream(stream), false, StandardCharsets.UTF_8);
  }

  @Test
  void whatArrivesIsWhatWasWritten() {
    var arrived = new ByteArrayOutputStream();
    PrintWriter out = writer(arrived);

    out.print("größer\n");
    out.flush();

    assertEquals("größer\n", arrived.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aFullDiskIsToldOnce() {
    PrintWriter out = writer(breaking("No space left on device"));
    out.print("x");

    Refusal told = assertThrows(Refusal.class, out::flush);

    assertEquals(
        List.of("mmlens: error: standard output cannot be written to: no space left on device"),
        told.lines());
    out.print("y");
    out.flush();
  }

  @Test
  void aReviewWhoseReportIsLostDoesNotEndAsIfItWereRead() {
    var result =
        new Session(folder)
            .output(new LoudStream(breaking("No space left on device")))
            .run(new FixedEngine(() -> SampleReviews.all().get("clean")), "review", "-", "--quiet");

    assertEquals(2, result.status());
    assertTrue(result.err().contains("no space left on device"), result.err());
  }

  @Test
  void aReaderWhoLeftHearsNothing() {
    var result =
        new Session(folder).output(new LoudStream(breaking("Broken pipe"))).run("help", "verdict");

    assertEquals(141, result.status());
    assertEquals("", result.err());
  }
}
