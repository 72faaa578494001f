package org.mmlens.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.review.Checkup;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.DirectoryTree;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.SourceTree;

/// `scripts/hook-run`, with a mmlens that notes that it was started and how.
class HookGateTest {

  private static final Path SCRIPT = Path.of("scripts/hook-run").toAbsolutePath();
  private static final String ZERO = "0".repeat(40);

  @TempDir private Path folder;
  private Checkout checkout;
  private Path script;

  @BeforeEach
  void installsAMmlensThatNotesItsCall() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home of 'it'/scripts")).getParent();
    script = home.resolve("scripts/hook-run");
    Files.copy(SCRIPT, script);
    Path program = home.resolve("mmlens");
    Files.writeString(
        program,
        "#!/bin/sh\nprintf '%s|' \"$@\" >>\"$NOTES\"\ncat >>\"$NOTES\"\nexit ${STATUS:-0}\n");
    for (Path file : List.of(script, program)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    checkout = Checkout.init(folder.resolve("a checkout"));
    checkout.with("NOTES", notes().toString());
    checkout.write("mm/a.c", "int a;\n").write("README", "a\n").commit("one");
  }

  private Path notes() {
    return folder.resolve("notes");
  }

  private String noted() throws IOException {
    return Files.exists(notes()) ? Files.readString(notes()) : "";
  }

  private Checkout.Result run(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    return checkout.run(input, command.toArray(String[]::new));
  }

  @Test
  void aCommitThatConcernsNothingStartsNoMmlens() throws IOException {
    checkout.write("README", "b\n").write("Documentation/mm/x.rst", "x\n");
    checkout.write("drivers/net/x.c", "int x;\n").git("add", "-A");

    assertEquals(new Checkout.Result(0, "", ""), run("", "pre-commit"));
    assertEquals("", noted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mm/a.c", "mm/Makefile", "include/linux/mm.h", "fs/exec.c", "lib/rbtree.c"})
  void aCommitThatConcernsTheLensOrTheSurfaceStartsMmlens(String path) throws IOException {
    checkout.write(path, "int b;\n").git("add", "-A");

    assertEquals(new Checkout.Result(0, "", ""), run("", "pre-commit"));
    assertEquals("hook|run|pre-commit|", noted());
  }

  @Test
  void whatIsNotStagedConcernsNothing() throws IOException {
    checkout.write("mm/a.c", "int b;\n").write("README", "b\n").git("add", "README");

    run("", "pre-commit");

    assertEquals("", noted());
  }

  @Test
  void aFileThatMovesAwayConcernsMmlens() throws IOException {
    Files.createDirectories(checkout.folder().resolve("drivers"));
    checkout.git("mv", "mm/a.c", "drivers/a.c");

    run("", "pre-commit");

    assertEquals("hook|run|pre-commit|", noted());
  }

  @Test
  void theWholeChangeCountsWhereverInTheTreeOneStands() throws IOException {
    checkout.write("mm/a.c", "int b;\n").write("Documentation/x", "").git("add", "-A");

    checkout
        .at(checkout.folder().resolve("Documentation"))
        .run("", script.toString(), "pre-commit");

    assertEquals("hook|run|pre-commit|", noted());
  }

  @Test
  void theFirstCommitIsNoTrouble() throws IOException {
    checkout = checkout.at(Checkout.init(folder.resolve("new")).folder());
    checkout.write("mm/a.c", "int a;\n").git("add", "-A");

    assertEquals(0, run("", "pre-commit").exit());
    assertEquals("hook|run|pre-commit|", noted());
  }

  @Test
  void aFindingStops() {
    checkout.with("STATUS", "1").write("mm/a.c", "int b;\n").git("add", "-A");

    assertEquals(new Checkout.Result(1, "", ""), run("", "pre-commit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3", "70", "134", "127"})
  void aMmlensThatFailsSaysSoAndDoesAsConfigured(String status) {
    checkout.with("STATUS", status).write("mm/a.c", "int b;\n").git("add", "-A");

    var usual = run("", "pre-commit");
    checkout.git("config", HookSettings.ON_ERROR, "fail");
    var strict = run("", "pre-commit");

    String said =
        "mmlens: pre-commit: mmlens ended with exit code %s, so nothing was reviewed;"
            + " mmlens.hook.on-error is %s\n";
    assertEquals(new Checkout.Result(0, "", said.formatted(status, "pass")), usual);
    assertEquals(new Checkout.Result(1, "", said.formatted(status, "fail")), strict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'[hook]\non-error = \"fail\"\n'; 1",
        "'hook.on-error = \"fail\"\n'; 1",
        "'# on-error = \"fail\"\n'; 0",
        "'[other]\non-error = \"fail\"\n[hook]\nseconds = 60\n'; 0",
      })
  void aMmlensThatFailsDoesAsItsFilesSayWhereGitSaysNothing(String text, int exit) {
    checkout.with("STATUS", "70").write(".mmlens.toml", text).write("mm/a.c", "int b;\n");
    checkout.git("add", "-A");

    assertEquals(exit, run("", "pre-commit").exit());
    checkout.git("config", HookSettings.ON_ERROR, "pass");
    assertEquals(0, run("", "pre-commit").exit());

    checkout.git("config", "--unset", HookSettings.ON_ERROR);
    checkout.git("rm", "-q", "-f", ".mmlens.toml");
    checkout.write("../.config/mmlens/config.toml", text);
    assertEquals(exit, run("", "pre-commit").exit());
  }

  @Test
  void itCanBeLeftOutForOnce() throws IOException {
    checkout.with("MMLENS_HOOK", "off").write("mm/a.c", "int b;\n").git("add", "-A");

    assertEquals(0, run("", "pre-commit").exit());
    assertEquals("", noted());
  }

  @Test
  void aHookThatThereIsNotIsAnError() {
    assertEquals(2, run("", "commit-msg").exit());
  }

  private String head() {
    return checkout.git("rev-parse", "HEAD");
  }

  @Test
  void aPushStartsMmlensIfACommitOfItConcernsItAndHandsItsInputOn() throws IOException {
    String one = head();
    checkout.write("README", "b\n").commit("two");
    String readme = "refs/heads/main %s refs/heads/main %s\n".formatted(head(), one);
    checkout.write("mm/a.c", "int b;\n").commit("three");
    checkout.write("mm/a.c", "int a;\n").commit("back again");
    String both = "refs/heads/main %s refs/heads/main %s\n".formatted(head(), one);

    run(readme, "pre-push", "origin", "url");
    run("", "pre-push", "origin", "url");
    run("(delete) %s refs/heads/x %s\n".formatted(ZERO, one), "pre-push", "origin", "url");
    assertEquals("", noted());
    run(readme + both, "pre-push", "origin", "url");
    assertEquals("hook|run|pre-push|origin|url|" + readme + both, noted());
  }

  @Test
  void aNewBranchIsLookedAtFromWhereTheRemoteKnowsIt() throws IOException {
    checkout.git("update-ref", "refs/remotes/origin/main", head());
    checkout.write("README", "b\n").commit("two");

    run("refs/heads/x %s refs/heads/x %s\n".formatted(head(), ZERO), "pre-push", "origin", "url");

    assertEquals("", noted());
  }

  private List<Path> mails() throws IOException {
    checkout.write("mm/a.c", "int b;\n").commit("two");
    checkout.write("README", "b\n").commit("three");
    checkout.git(
        "format-patch", "-q", "-2", "--cover-letter", "-o", folder.resolve("out").toString());
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.sorted().toList();
    }
  }

  private Checkout.Result validate(Path mail, int counter, int total) {
    checkout
        .with("GIT_SENDEMAIL_FILE_COUNTER", "" + counter)
        .with("GIT_SENDEMAIL_FILE_TOTAL", "" + total);
    return run("", "sendemail-validate", mail.toString(), "headers");
  }

  @Test
  void theMailsOfASeriesAreGatheredUntilTheLastOfThem() throws IOException {
    List<Path> mails = mails();
    Path spool = checkout.folder().resolve(".git/mmlens-sendemail");

    validate(mails.get(1), 4, 5); // A longer series, given up.
    validate(mails.get(0), 1, 3);
    validate(mails.get(1), 2, 3);
    assertEquals("", noted());
    assertEquals(0, validate(mails.get(2), 3, 3).exit());

    String files =
        String.join(
            "|",
            Stream.of("000001.eml", "000002.eml", "000003.eml")
                .map(name -> ".git/mmlens-sendemail/" + name)
                .toList());
    assertEquals("hook|run|sendemail-validate|" + files + "|", noted());
    assertTrue(Files.notExists(spool));
  }

  @Test
  void aSeriesThatConcernsNothingStartsNoMmlens() throws IOException {
    List<Path> mails = mails();

    validate(mails.get(0), 1, 2);
    assertEquals(0, validate(mails.get(2), 2, 2).exit());

    assertEquals("", noted());
  }

  @Test
  void aMailThatWasNotSeenIsSaid() throws IOException {
    List<Path> mails = mails();

    validate(mails.get(0), 1, 3);
    var last = validate(mails.get(2), 3, 3);

    assertTrue(last.err().contains("2 of 3 mails were seen"), last.err());
    assertEquals(0, last.exit());
  }

  @Test
  void aGitThatCountsNoMailsHasEachLookedAtForItself() throws IOException {
    List<Path> mails = mails();
    List<String> started = new ArrayList<>();
    for (Path mail : mails) {
      run("", "sendemail-validate", mail.toString());
      started.add(noted());
    }

    String one = "hook|run|sendemail-validate|" + mails.get(1) + "|";
    assertEquals(List.of("", one, one), started);
  }

  /// A tree that notes which files are read.
  private record Noting(SourceTree tree, Set<String> read) implements SourceTree {
    @Override
    public String name() {
      return tree.name();
    }

    @Override
    public Optional<FileMode> mode(String path) {
      return tree.mode(path);
    }

    @Override
    public Optional<byte[]> blob(String path) {
      tree.mode(path).ifPresent(_ -> read.add(path));
      return tree.blob(path);
    }

    @Override
    public Stream<String> list(String under) {
      return tree.list(under);
    }
  }

  /// The trees whose files are looked at: the bundled one, and real ones where there are any.
  static List<String> trees() {
    return Stream.of("linux", "kernels/linux-source-6.1", "kernels/linux-source-6.12")
        .filter(name -> Files.isDirectory(Path.of("fixtures", name)))
        .toList();
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("trees")
  void everyFileThatTheLensReadsConcernsMmlens(String name) {
    var read = new ConcurrentSkipListSet<String>();
    var tree = new Noting(DirectoryTree.of(Path.of("fixtures", name), name), read);
    Checkup.of(tree, ReviewOptions.standard());
    assertTrue(read.size() > 50, "" + read);
    read.forEach(path -> checkout.write(path, ""));
    checkout.git("add", "-A", "-f");

    String concerned =
        checkout
            .run(
                "",
                "sh",
                "-c",
                "eval \"$(sed -n '/^set_paths/,/^}/p' '%s')\"; set_paths; set -f; git ls-files -z -- $paths"
                    .formatted(SCRIPT))
            .out();
    var missed = new TreeSet<>(read);
    missed.removeAll(List.of(concerned.split("\0")));
    assertEquals(Set.of(), missed);
  }
}
