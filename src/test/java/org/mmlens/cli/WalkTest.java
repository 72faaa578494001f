package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with mmlens, one command after the other, each in a process of its own.
class WalkTest {

  private static final String SAMPLE = Program.home("patches/05-wrong-floor.mbox");

  @TempDir private Path folder = Path.of("");

  private String walk() {
    return "MMLENS='%s' '%s'"
        .formatted(folder.resolve("mmlens"), Program.home("scripts/check-walk"));
  }

  @Test
  void theCommandsOfTheReadmePrintWhatItShows() throws Exception {
    var walked = new Program(folder).shell(walk());

    assertEquals(0, walked.status(), walked.out() + walked.err());
  }

  @Test
  void aReadmeThatShowsSomethingElseIsNoticed() throws Exception {
    var mmlens = new Program(folder);
    Path readme = folder.resolve("README.md");
    String console = "```console\n$ ./mmlens help verdict | head -n 1\n%s```\n";
    String printed = mmlens.run("help", "verdict").out().lines().findFirst().orElse("") + "\n";

    Files.writeString(readme, console.formatted(printed));
    assertEquals(0, mmlens.shell("README='%s' %s".formatted(readme, walk())).status());
    Files.writeString(readme, console.formatted("verdict: whatever\n"));
    assertEquals(1, mmlens.shell("README='%s' %s".formatted(readme, walk())).status());
    Files.writeString(readme, "nothing to run\n");
    assertEquals(1, mmlens.shell("README='%s' %s".formatted(readme, walk())).status());
  }

  @Test
  void aDifferenceThatIsDeclaredInTheTreeStopsNothing() throws Exception {
    var mmlens = new Program(folder);
    Path tree = folder.resolve("linux");
    copy(Path.of("fixtures/linux"), tree);
    List<String> review =
        List.of("review", SAMPLE, "--tree", "linux", "--fault-runs", "0", "--format", "json");
    var wrong = mmlens.run(review.toArray(String[]::new));
    assertEquals(1, wrong.status(), wrong.err());

    var config = new StringBuilder();
    fingerprints(wrong.out())
        .forEach(
            f ->
                config.append(
                    "[[expected]]\nreason = 'the floor moves'\nfingerprint = '%s'\n".formatted(f)));
    Files.writeString(tree.resolve(".mmlens.toml"), config);
    var declared = mmlens.run("review", SAMPLE, "--tree", "linux", "--fault-runs", "0");

    assertEquals(0, declared.status(), declared.err());
    assertTrue(declared.out().startsWith("DIFFERENT, AS EXPECTED"), declared.out());
    assertTrue(
        declared.out().replaceAll("\\s+", " ").contains("the floor moves (.mmlens.toml:1)"),
        declared.out());
    var anyhow =
        mmlens.run("review", SAMPLE, "--tree", "linux", "--fault-runs", "0", "--no-tree-config");
    assertEquals(1, anyhow.status(), anyhow.err());
  }

  private static List<String> fingerprints(String json) {
    return Pattern.compile(
            "\"severity\" : \"error\",\\s+\"rule\".*\\s+\"fingerprint\" : \"(\\w+)\"")
        .matcher(json)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
