package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.report.SampleReviews;
import org.mmlens.review.Finding;

class DeclaredTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void installsTheBundledTree() throws IOException {
    Files.createDirectories(folder.resolve("home/fixtures/linux/mm"));
    Files.createDirectories(folder.resolve(".git"));
  }

  private Session.Result review(String... lines) throws IOException {
    Files.writeString(folder.resolve(".mmlens.toml"), String.join("\n", lines));
    return new Session(folder).sample("different").run("review", "-");
  }

  private static String[] all() {
    return SampleReviews.all().get("different").patches().getFirst().findings().stream()
        .map(Finding::fingerprint)
        .map(f -> "[[expected]]\nreason = 'agreed'\nfingerprint = '" + f + "'")
        .toArray(String[]::new);
  }

  @Test
  void whatIsDeclaredDoesNotCountForTheExitCodeAndIsSaid() throws IOException {
    var result = review(all());

    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().startsWith("DIFFERENT, AS EXPECTED"), result.out());
    assertTrue(result.out().contains("as expected: agreed (.mmlens.toml:1)"), result.out());
    assertEquals(
        """
        mmlens: on the bundled fixture tree; --tree or --git names another
        mmlens: 2 findings are declared as expected, and not counted
        """,
        result.err());
  }

  @Test
  void whoDoesNotTrustTheTreeCountsThemAll() throws IOException {
    review(all());

    assertEquals(
        1, new Session(folder).sample("different").run("review", "-", "--no-tree-config").status());
  }

  @Test
  void oneThatIsNotDeclaredCounts() throws IOException {
    assertEquals(1, review(all()[0]).status());
  }

  @Test
  void anEntryThatMeetsNothingIsSaid() throws IOException {
    var result =
        review("[[expected]]", "function = 'f'", "observable = 'locks'", "reason = 'it is so'");

    assertEquals(1, result.status());
    assertTrue(
        result.err().endsWith("mmlens: .mmlens.toml:1: expected, but not found: f(), locks\n"),
        result.err());
  }

  @Test
  void anEntryThatDoesNotSayWhatItMeansIsRefused() throws IOException {
    for (String entry :
        List.of(
            "",
            "reason = 'x'",
            "fingerprint = '0123456789abcdef'",
            "function = 'f'\nreason = 'x'",
            "observable = 'vmas'\nreason = 'x'",
            "function = 'f'\nobservable = 'vma'\nreason = 'x'",
            "function = 'f'\nobservable = 'vmas'\nfingerprint = '0123456789abcdef'\nreason = 'x'",
            "fingerprint = '0123456789abcdeF'\nreason = 'x'",
            "function = 'f'\nobservable = 'vmas'\nreason = ''")) {
      var result = review("[[expected]]", entry);

      assertEquals(2, result.status(), entry);
      assertTrue(result.err().startsWith(".mmlens.toml:"), result.err());
      assertTrue(result.err().contains("expected"), result.err());
    }
  }

  @Test
  void whatIsSeenWithoutRunningSaysNothingOfBehaviour() throws IOException {
    review("[[expected]]", "function = 'f'", "observable = 'locks'", "reason = 'it is so'");

    var result = new Session(folder).sample("visibility").run("surface", "-");

    assertEquals(
        "mmlens: on the bundled fixture tree; --tree or --git names another\n", result.err());
  }
}
