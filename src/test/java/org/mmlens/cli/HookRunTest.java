package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmlens.hook.Checkout;
import org.mmlens.hook.HookSettings;
import org.mmlens.report.Formats;
import org.mmlens.report.SampleReviews;
import org.mmlens.review.Review;

/// What a hook makes of a review; nothing is compiled.
class HookRunTest {

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void stagesAChange() {
    checkout = Checkout.init(folder.resolve("a checkout"));
    checkout.write("mm/a.c", "int a;\n").commit("one");
    checkout.write("mm/a.c", "int b;\n").git("add", "-A");
  }

  private Session session() {
    return new Session(checkout.folder());
  }

  private static Review sample(String name) {
    return SampleReviews.all().get(name);
  }

  private static String text(Review review) {
    return Formats.named("text").orElseThrow().render(review);
  }

  @ParameterizedTest
  @CsvSource({
    "clean, 0, no-difference: ",
    "visibility, 0, ",
    "not-run, 0, not-run: ",
    "inconclusive, 0, inconclusive: ",
    "rejected, 0, nothing was reviewed; mmlens.hook.on-error is pass",
    "interrupted, 0, not finished within 5 s"
  })
  void whatStopsNothingIsSaidInAFewLines(String sample, int status, String said) {
    var result = session().sample(sample).run("hook", "run", "pre-commit");

    assertEquals(status, result.status(), result.err());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("mmlens: pre-commit: "), result.err());
    assertTrue(result.err().contains(said == null ? "" : said), result.err());
  }

  @ParameterizedTest
  @CsvSource({"different", "series", "hostile"})
  void aFindingStopsAndIsShownWithItsCounterexample(String sample) {
    var result = session().sample(sample).run("hook", "run", "pre-commit");

    assertEquals(1, result.status());
    assertTrue(result.err().startsWith(text(sample(sample))), result.err());
    assertTrue(result.err().contains("--no-verify"), result.err());
  }

  @Test
  void theFileOfTheTreeCountsWhereGitsConfigurationIsSilent() {
    checkout.write(".mmlens.toml", "[hook]\non-error = 'fail'\nseconds = 90\n");
    assertEquals(1, session().sample("rejected").run("hook", "run", "pre-commit").status());
    String unfinished = session().sample("interrupted").run("hook", "run", "pre-commit").err();
    assertTrue(unfinished.contains("not finished within 90 s"), unfinished);
    Path script =
        checkout.write("home/scripts/hook-run", "").folder().resolve("home/scripts/hook-run");
    assertTrue(script.toFile().setExecutable(true));
    String status = session().run("hook", "status").out();
    assertTrue(status.contains("mmlens.hook.on-error is fail\n"), status);
    assertTrue(status.contains("pre-push takes 90 s at the most\n"), status);

    checkout.git("config", HookSettings.ON_ERROR, "pass");
    checkout.git("config", HookSettings.BUDGET, "0.5");

    assertEquals(0, session().sample("rejected").run("hook", "run", "pre-commit").status());
    String config = session().run("config").out();
    assertTrue(config.contains("hook.on-error = \"pass\""), config);
    assertTrue(config.contains("# git's mmlens.hook.on-error\n"), config);
    assertTrue(config.contains("hook.seconds = 0.5"), config);
  }

  @Test
  void aFileThatIsWrongIsSaidAndNeverPassedOverInSilence() {
    checkout.write(".mmlens.toml", "[hook]\non-eror = 'fail'\n");

    var result = session().run("hook", "run", "pre-commit");

    assertEquals(2, result.status(), "the script makes of it what mmlens.hook.on-error says");
    assertTrue(result.err().startsWith(".mmlens.toml:2:1: error: "), result.err());
    assertTrue(result.err().contains("'hook.on-error'"), result.err());
  }

  @Test
  void whatTheFileDeclaresAsExpectedStopsNothing() {
    String print = sample("tables").patches().getFirst().findings().getFirst().fingerprint();
    checkout.write(
        ".mmlens.toml",
        "[[expected]]\nfingerprint = '%s'\nreason = 'meant to be'\n".formatted(print));

    var result = session().sample("tables").run("hook", "run", "pre-commit");

    assertEquals(0, result.status(), result.err());
    assertTrue(result.err().contains("as expected: meant to be"), result.err());
  }

  @Test
  void aFindingThatWasMadeBeforeTheTimeWasUpStops() {
    Review whole = sample("different");
    Review cut =
        new Review(
            whole.series(),
            whole.tree(),
            whole.patches(),
            whole.whole(),
            whole.diagnostics(),
            whole.seed(),
            false);

    var result = session().run(new FixedEngine(() -> cut), "hook", "run", "pre-commit");

    assertEquals(1, result.status());
    assertTrue(result.err().contains("not finished within 5 s"), result.err());
    assertTrue(result.err().contains("finding"), result.err());
  }

  @ParameterizedTest
  @CsvSource({"pass, 0", "fail, 1", "maybe, 0"})
  void aChangeThatCannotBeReviewedDoesAsConfigured(String policy, int status) {
    checkout.git("config", HookSettings.ON_ERROR, policy);

    var result = session().sample("rejected").run("hook", "run", "pre-commit");

    assertEquals(status, result.status(), result.err());
    assertTrue(result.err().contains("nothing was reviewed"), result.err());
    assertEquals(policy.equals("maybe"), result.err().contains("expected pass or fail"));
  }

  @ParameterizedTest
  @CsvSource({"pass, 0", "fail, 1"})
  void aBugOfMmlensDoesAsConfiguredAndIsSaid(String policy, int status) {
    checkout.git("config", HookSettings.ON_ERROR, policy);
    var broken =
        new FixedEngine(
            () -> {
              throw new IllegalStateException("this is the bug");
            });

    var result = session().run(broken, "hook", "run", "pre-commit");

    assertEquals(status, result.status());
    assertTrue(result.err().contains("this is the bug"), result.err());
    assertTrue(result.err().contains("nothing was reviewed"), result.err());
  }

  @Test
  void aBudgetThatIsNoNumberIsSaid() {
    checkout.git("config", HookSettings.BUDGET, "soon");

    var result = session().sample("clean").run("hook", "run", "pre-commit");

    assertEquals(0, result.status());
    assertTrue(result.err().contains("mmlens.hook.budget is 'soon'"), result.err());
  }

  @Test
  void outsideARepositoryNothingIsReviewedAndItIsSaid() {
    var result = new Session(checkout.at(folder).folder()).run("hook", "run", "pre-commit");

    assertEquals(0, result.status());
    assertTrue(result.err().contains("nothing"), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
  }
}
