package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a process shows: signals, terminals, disks that are full.
class ProcessTest {

  private static final String SAMPLE = Program.home("patches/05-wrong-floor.mbox");
  private static final long GLANCE_MILLIS = 20;

  @TempDir private Path folder = Path.of("");

  /// A JVM does not listen to a SIGINT that is ignored when it starts, as it is behind `&`.
  private static List<String> listening(String... command) {
    var all = new java.util.ArrayList<>(List.of("env", "--default-signal=INT", "mmlens"));
    all.addAll(List.of(command));
    return all;
  }

  @Test
  void ctrlCEndsAReviewWithAReportOfWhatWasRunUntilThen() throws Exception {
    var mmlens = new Program(folder);
    Process process =
        mmlens.begin(listening("review", SAMPLE, "--verbose", "--threads", "1", "--save", "saved"));
    while (process.isAlive() && !mmlens.errSoFar().contains("patch 1 of 1: running")) {
      Thread.sleep(GLANCE_MILLIS);
    }

    assertEquals(0, new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor());
    var result = mmlens.end(process);

    assertEquals(130, result.status(), result.err());
    List<String> lines = result.out().lines().toList();
    assertTrue(
        lines.getFirst().endsWith("exec: pass the start of the new stack as the floor"),
        result.out());
    assertEquals("  interrupted: this report covers only what was run until then", lines.get(2));
    assertFalse(result.err().contains("\tat "), result.err());
  }

  @Test
  void aTerminalSeesABarThatIsGoneInTheEndAndColours() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script(1) here");

    var result =
        new Program(folder)
            .shell("script -qec \"mmlens review '%s' --threads 1\" /dev/null".formatted(SAMPLE));

    String bar = "\rpatch 1 of 1: running \\[[#.]+] +\\d+ %  [^\r\n]*";
    assertTrue(Pattern.compile(bar).matcher(result.out()).find(), result.out());
    assertTrue(Pattern.compile("\r +\r\033\\[1;31mDIFFERENT").matcher(result.out()).find());
  }

  @Test
  void aReportThatDoesNotReachTheDiskIsNotSilentlyLost() throws Exception {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "no /dev/full here");
    var mmlens = new Program(folder);

    for (String line :
        List.of(
            "mmlens surface '%s' --quiet >/dev/full".formatted(SAMPLE),
            "mmlens help review >/dev/full",
            "mmlens surface '%s' --quiet --format html=/dev/full".formatted(SAMPLE))) {
      var result = mmlens.shell(line);

      assertEquals(2, result.status(), line);
      assertTrue(result.err().endsWith(": no space left on device\n"), result.err());
      assertEquals(1, result.err().lines().count(), result.err());
    }
  }
}
