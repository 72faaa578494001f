package org.mmlens.hook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mmlens.hook.Installation.Older;

class InstallationTest {

  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-x---");
  private static final String PRINTS =
      "#!/bin/sh\nprintf '%s: %s %s %s\\n' mmlens \"$1\" \"$2\" \"$(cat)\" >>../ran\n";

  @TempDir private Path folder;
  private Checkout checkout;
  private Path program;

  @BeforeEach
  void makesACheckoutAndAProgramThatNotesItsCall() throws IOException {
    checkout = Checkout.init(folder.resolve("a checkout"));
    program = script(folder.resolve("in 'stalled'/hook-run"), PRINTS);
  }

  private static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, EXECUTABLE);
  }

  private Installation installation() {
    return new Installation(checkout.asked(), program);
  }

  private Path hook(String name) {
    return checkout.folder().resolve(".git/hooks").resolve(name);
  }

  private String ran() throws IOException {
    return Files.readString(folder.resolve("ran"));
  }

  /// Everything below a folder, by path, with its content and permissions.
  private static TreeMap<String, String> picture(Path root) throws IOException {
    var found = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (Path file : files.toList()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        String content = Files.isRegularFile(file) ? Files.readString(file) : "";
        found.put(root.relativize(file).toString(), permissions + " " + content);
      }
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource
  void aHookThatIsInstalledRunsAndOneThatIsUninstalledIsGone(Hook hook) throws IOException {
    var before = picture(checkout.folder().resolve(".git"));

    assertInstanceOf(Place.InFile.class, installation().install(hook, Older.REFUSE));
    checkout.run("one two\n", "git", "hook", "run", hook.word(), "--", "a b");
    assertInstanceOf(Place.Free.class, installation().uninstall(hook));

    assertTrue(ran().startsWith("mmlens: " + hook.word() + " a b"), ran());
    assertEquals(before, picture(checkout.folder().resolve(".git")));
  }

  @Test
  void aHookThatIsThereIsNotOverwritten() throws IOException {
    script(hook("pre-commit"), "#!/bin/sh\nexit 0\n");
    var before = picture(checkout.folder());

    var refused =
        assertThrows(
            HookException.class, () -> installation().install(Hook.PRE_COMMIT, Older.REFUSE));

    assertTrue(refused.getMessage().contains("--chain"), refused.getMessage());
    assertEquals(before, picture(checkout.folder()));
  }

  @Test
  void aHookThatIsThereRunsFirstWhenChainedAndComesBackAsItWas() throws IOException {
    script(hook("pre-push"), "#!/bin/sh\nprintf 'old: %s %s\\n' \"$1\" \"$(cat)\" >>../ran\n");
    var before = picture(checkout.folder().resolve(".git"));

    installation().install(Hook.PRE_PUSH, Older.CHAIN);
    script(folder.resolve("push"), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(hook("pre-push")));
    checkout.run("refs here\n", folder.resolve("push").toString(), "origin", "url");
    installation().uninstall(Hook.PRE_PUSH);

    assertEquals("old: origin refs here\nmmlens: pre-push origin refs here\n", ran());
    assertEquals(before, picture(checkout.folder().resolve(".git")));
  }

  @Test
  void aChainedHookThatFailsStopsBeforeMmlens() throws IOException {
    script(hook("pre-commit"), "#!/bin/sh\nexit 7\n");
    installation().install(Hook.PRE_COMMIT, Older.CHAIN);

    assertEquals(7, checkout.run("", hook("pre-commit").toString()).exit());
    assertFalse(Files.exists(folder.resolve("ran")));
  }

  @Test
  void installingAgainKeepsTheChain() throws IOException {
    script(hook("pre-commit"), "#!/bin/sh\necho old >>../ran\n");
    installation().install(Hook.PRE_COMMIT, Older.CHAIN);

    Place place = installation().install(Hook.PRE_COMMIT, Older.REFUSE);

    assertTrue(place instanceof Place.InFile(_, var chained, _) && chained, "" + place);
  }

  @Test
  void aHookOfMmlensThatSomebodyChangedStays() throws IOException {
    installation().install(Hook.PRE_COMMIT, Older.REFUSE);
    Files.writeString(hook("pre-commit"), Files.readString(hook("pre-commit")) + "echo mine\n");
    byte[] changed = Files.readAllBytes(hook("pre-commit"));

    assertThrows(HookException.class, () -> installation().uninstall(Hook.PRE_COMMIT));
    assertThrows(HookException.class, () -> installation().install(Hook.PRE_COMMIT, Older.CHAIN));

    assertInstanceOf(Place.Changed.class, installation().place(Hook.PRE_COMMIT));
    assertArrayEquals(changed, Files.readAllBytes(hook("pre-commit")));
  }

  @Test
  void aHookOfSomebodyElseIsNotUninstalled() throws IOException {
    script(hook("pre-commit"), "#!/bin/sh\nexit 0\n");

    assertThrows(HookException.class, () -> installation().uninstall(Hook.PRE_COMMIT));

    assertTrue(Files.exists(hook("pre-commit")));
  }

  @Test
  void theFolderThatGitIsToldToTakeHooksFromIsHonoured() {
    checkout.git("config", "core.hooksPath", "my hooks");

    installation().install(Hook.PRE_COMMIT, Older.REFUSE);

    assertTrue(Files.isExecutable(checkout.folder().resolve("my hooks/pre-commit")));
  }

  @Test
  void aLinkedWorkingTreeSharesTheHooksOfItsRepository() throws IOException {
    checkout.write("a", "a").commit("one");
    checkout.git("worktree", "add", "-q", "-b", "other", "../other tree");
    Checkout other = checkout.at(folder.resolve("other tree"));

    new Installation(other.asked(), program).install(Hook.PRE_COMMIT, Older.REFUSE);
    other.write("b", "b").git("add", "b");
    other.git("commit", "-q", "-m", "two");

    assertTrue(Files.isExecutable(hook("pre-commit")));
    assertEquals("mmlens: pre-commit  \n", ran());
  }

  @Test
  void aMmlensThatIsGoneIsSaidAndStopsACommitOnlyIfToldTo() throws IOException {
    installation().install(Hook.PRE_COMMIT, Older.REFUSE);
    Files.delete(program);

    var usual = checkout.run("", hook("pre-commit").toString());
    checkout.git("config", HookSettings.ON_ERROR, "fail");
    var strict = checkout.run("", hook("pre-commit").toString());

    assertEquals(0, usual.exit());
    assertTrue(usual.err().contains("nothing was reviewed"), usual.err());
    assertEquals(1, strict.exit());
    assertTrue(strict.err().contains("is fail"), strict.err());
  }

  /// A git as of 2.55 in the one thing that matters: it lists hooks of its configuration.
  private Git newGit() throws IOException {
    Path newer =
        script(
            folder.resolve("newer-git"),
            """
            #!/bin/sh
            case $* in
              *'hook list'*) echo mmlens-probe ;;
              *) exec git "$@" ;;
            esac
            """);
    return new Git(checkout.folder(), checkout.variables(), newer.toString());
  }

  @Test
  void aGitThatTakesHooksFromItsConfigurationIsGivenThemThereBesideAnyOther() throws IOException {
    script(hook("pre-commit"), "#!/bin/sh\nexit 0\n");
    var before = picture(checkout.folder().resolve(".git"));
    var installation = new Installation(newGit(), program);

    Place place = installation.install(Hook.PRE_COMMIT, Older.REFUSE);
    String command = checkout.git("config", "hook.mmlens-pre-commit.command");
    String event = checkout.git("config", "hook.mmlens-pre-commit.event");
    checkout.run("", "sh", "-c", command);
    installation.uninstall(Hook.PRE_COMMIT);

    assertInstanceOf(Place.InConfig.class, place);
    assertEquals("pre-commit", event);
    assertEquals("mmlens: pre-commit  \n", ran());
    assertEquals(before, picture(checkout.folder().resolve(".git")));
  }
}
