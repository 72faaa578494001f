package org.mmlens.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.diag.Diagnostic;

class ConfigFilesTest {

  private static final Kind FILE = new Kind.File("a file");
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Key.of("config", FILE).alsoInTree(FILE),
              Key.of("budget", new Kind.Whole(1)).alsoInTree(new Kind.Whole(1)),
              Key.of("tree", FILE).against("git"),
              Key.of("git", FILE).against("tree"),
              Key.of("hook.budget", new Kind.Whole(1))),
          Map.of());

  @TempDir private Path folder = Path.of("");

  private ConfigFiles files() {
    return new ConfigFiles(Map.of("HOME", folder.resolve("home").toString()), SCHEMA);
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String codes(Reading reading) {
    return String.join(" ", reading.problems().stream().map(Diagnostic::code).toList());
  }

  @Test
  void theFileOfATreeIsLookedForUpToTheRootOfTheTreeAndNoFurther() throws IOException {
    Path root = folder.resolve("a/root");
    Path deep = Files.createDirectories(root.resolve("mm/x"));
    file("a/.mmlens.toml", "");

    assertEquals(Optional.empty(), ConfigFiles.inTree(deep, root::equals));

    Path atRoot = file("a/root/.mmlens.toml", "");
    assertEquals(Optional.of(atRoot), ConfigFiles.inTree(deep, root::equals));
    assertEquals(Optional.empty(), ConfigFiles.inTree(deep, _ -> false), "no tree, no file");

    Path nearer = file("a/root/mm/.mmlens.toml", "");
    assertEquals(Optional.of(nearer), ConfigFiles.inTree(deep, root::equals));
  }

  @Test
  void theUsersFileIsWhereXdgSays() throws IOException {
    Path usual = file("home/.config/mmlens/config.toml", "");
    Path other = file("xdg/mmlens/config.toml", "");
    String home = folder.resolve("home").toString();

    assertEquals(Optional.of(usual), ConfigFiles.ofUser(Map.of("HOME", home)));
    assertEquals(
        Optional.of(other),
        ConfigFiles.ofUser(
            Map.of("HOME", home, "XDG_CONFIG_HOME", folder.resolve("xdg").toString())));
    assertEquals(
        Optional.of(usual),
        ConfigFiles.ofUser(Map.of("HOME", home, "XDG_CONFIG_HOME", "relative")),
        "relative paths do not count");
    assertEquals(Optional.empty(), ConfigFiles.ofUser(Map.of()));
  }

  @Test
  void namesOfFilesStartAtTheFolderOfTheirFileOrAtHome() throws IOException {
    Path config = file("home/.config/mmlens/config.toml", "config = 'k'\ntree = '~/linux'");

    List<String> words =
        files().read(config, Layer.USER).settings().stream().map(Setting::word).sorted().toList();

    assertEquals(
        List.of(
            folder.resolve("home/.config/mmlens/k").toString(),
            folder.resolve("home/linux").toString()),
        words);
  }

  @Test
  void aTreeNamesNoFileOutsideOfIt() throws IOException {
    file("secret", "x");
    file("t/inside/ok", "x");
    Files.createSymbolicLink(folder.resolve("t/link"), folder.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("t/up"), folder);

    for (String name :
        List.of("../secret", "/etc/passwd", "link", "up/secret", "inside/../../secret", "~/x")) {
      Path config = file("t/.mmlens.toml", "config = '" + name + "'");
      Reading reading = files().read(config, Layer.TREE);

      assertEquals("config-outside", codes(reading), name);
      assertEquals(List.of(), reading.settings(), name);
    }
    Path config = file("t/.mmlens.toml", "config = 'inside/ok'");
    assertEquals(
        List.of(folder.resolve("t/inside/ok").toRealPath().toString()),
        files().read(config, Layer.TREE).settings().getFirst().words());
  }

  @Test
  void aTreeCannotHaveAnotherFileReadAsItsConfiguration() throws IOException {
    Path secret = file("secret", "password = 1");
    Path link = folder.resolve(".mmlens.toml");
    Files.createSymbolicLink(link, secret);

    Reading reading = files().read(link, Layer.TREE);

    assertEquals(
        ".mmlens.toml: error: cannot be read: it is no regular file [config-unreadable]\n",
        reading.problems().getFirst().render());
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Path bytes = folder.resolve("config.toml");
    Files.write(bytes, new byte[] {(byte) 0xff, 0});

    assertEquals("config-unreadable", codes(files().read(bytes, Layer.USER)));
    assertEquals("config-unreadable", codes(files().read(folder, Layer.USER)));
    Files.write(bytes, new byte[1 << 20]);
    assertEquals("config-unreadable", codes(files().read(bytes, Layer.USER)));
  }

  private Layers layers(String tree, String user) throws IOException {
    Reading first = files().read(file("t/.mmlens.toml", tree), Layer.TREE);
    Reading second = files().read(file("u/config.toml", user), Layer.USER);
    assertEquals("", codes(first) + codes(second));
    return new Layers(List.of(first, second));
  }

  private static String chosen(Layers layers, List<String> command, String... given) {
    var names = List.of("budget", "config", "git", "tree");
    return String.join(
        " ",
        layers.settings(command, names, Set.of(given)).values().stream()
            .map(s -> s.key().name() + "@" + s.place().layer())
            .toList());
  }

  @Test
  void theTreeOverrulesTheUserAndTheCommandLineBoth() throws IOException {
    Layers layers = layers("budget = 2", "budget = 3\nconfig = 'x'");

    assertEquals("budget@TREE config@USER", chosen(layers, List.of("review")));
    assertEquals("config@USER", chosen(layers, List.of("review"), "budget"));
    assertEquals("", chosen(layers, List.of("review"), "budget", "config"));
  }

  @Test
  void whatContradictsAnOptionThatWasTypedDoesNotCount() throws IOException {
    Layers layers = layers("", "tree = 'x'");

    assertEquals("tree@USER", chosen(layers, List.of("review")));
    assertEquals("", chosen(layers, List.of("review"), "git"));
  }

  @Test
  void whatIsSaidToOneCommandIsHeardByThatOneOnly() throws IOException {
    Layers layers = layers("", "budget = 1\nhook.budget = 2");

    assertEquals("budget@USER", chosen(layers, List.of("review")));
    assertEquals("hook.budget@USER", chosen(layers, List.of("hook", "install")));
    assertTrue(chosen(layers, List.of("hook"), "budget").isEmpty());
  }
}
