package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.hook.Checkout;
import org.mmlens.hook.HookSettings;

/// The miniature kernel as a repository with mmlens as its hook, started by git itself:
/// `scripts/hook-walk` in short.
class HookWalkTest {

  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void installsTheHook() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home of 'it'"));
    Files.createDirectories(home.resolve("scripts"));
    Files.copy(HERE.resolve("scripts/hook-run"), home.resolve("scripts/hook-run"));
    Path program = home.resolve("mmlens");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -Xss8m \"-Dmmlens.home=$(dirname \"$0\")\" -cp '%s' org.mmlens.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    for (Path file : new Path[] {home.resolve("scripts/hook-run"), program}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    checkout = Checkout.init(folder.resolve("a kernel"));
    copy(HERE.resolve("fixtures/linux"), checkout.folder());
    checkout.commit("base").git("config", HookSettings.BUDGET, "600");
    checkout.with("MMLENS_CACHE", folder.resolve("cache").toString());
    var installed = checkout.run("", program.toString(), "hook", "install", "pre-commit");
    assertEquals(0, installed.exit(), installed.err());
  }

  private static void copy(Path from, Path to) throws IOException {
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

  private Checkout.Result commitOf(String sample) {
    checkout.git("apply", "--index", HERE.resolve("patches/" + sample + ".mbox").toString());
    return checkout.run("", "git", "commit", "-q", "-m", "mm: " + sample);
  }

  private String head() {
    return checkout.git("rev-parse", "HEAD");
  }

  @Test
  void aCommitThatChangesTheBehaviourIsStoppedWithItsCounterexample() {
    String before = head();

    var wrong = commitOf("05-wrong-floor");

    assertEquals(1, wrong.exit(), wrong.err());
    assertEquals(before, head());
    assertTrue(wrong.err().contains("counterexample"), wrong.err());
    assertTrue(wrong.err().contains("nothing was committed"), wrong.err());
  }

  @Test
  void aCommitThatDoesNotPasses() {
    String before = head();

    var good = commitOf("02-relocate-vma-down");

    assertEquals(0, good.exit(), good.err());
    assertNotEquals(before, head());
    assertTrue(good.err().startsWith("mmlens: pre-commit: no-difference: "), good.err());
  }

  @Test
  void aCommitThatConcernsNothingPassesWithoutAWord() {
    checkout.write("README", "a\n").git("add", "README");

    assertEquals(
        new Checkout.Result(0, "", ""), checkout.run("", "git", "commit", "-q", "-m", "doc"));
  }

  @Test
  void whatDoesNotCompileIsSaidAndStoppedOnlyIfToldTo() {
    checkout.git("config", HookSettings.ON_ERROR, "fail");

    var strict = commitOf("10-does-not-compile");
    checkout.git("config", HookSettings.ON_ERROR, "pass");
    var usual = checkout.run("", "git", "commit", "-q", "-m", "mm: broken");

    assertEquals(1, strict.exit(), strict.err());
    assertTrue(strict.err().contains("nothing was reviewed"), strict.err());
    assertEquals(0, usual.exit(), usual.err());
    assertTrue(usual.err().contains("nothing was reviewed"), usual.err());
  }
}
