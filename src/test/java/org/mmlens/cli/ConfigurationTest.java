package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.config.Key;
import org.mmlens.config.Kind;
import org.mmlens.config.Layer;
import org.mmlens.config.Reading;
import org.mmlens.config.TomlFile;
import org.mmlens.report.SampleReviews;
import picocli.CommandLine;

class ConfigurationTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void installsTheBundledTree() throws IOException {
    Files.createDirectories(folder.resolve("home/fixtures/linux/mm"));
    Files.createDirectories(folder.resolve(".git"));
  }

  private Session session() {
    return new Session(folder).variable("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
  }

  private void user(String text) throws IOException {
    Files.createDirectories(folder.resolve("xdg/mmlens"));
    Files.writeString(folder.resolve("xdg/mmlens/config.toml"), text);
  }

  private void tree(String text) throws IOException {
    Files.writeString(folder.resolve(".mmlens.toml"), text);
  }

  @Test
  void everyKeyIsAnOptionOfSomeCommand() {
    Set<String> options = new TreeSet<>();
    var here = new Session(folder).surroundings(new StringWriter(), new StringWriter());
    Engine engine = new FixedEngine(() -> SampleReviews.all().get("clean"));
    options(MmlensCommand.commandLine(here, engine), options);

    List<String> keys = ConfigKeys.schema().keys().stream().map(Key::option).toList();

    assertEquals(List.of(), keys.stream().filter(key -> !options.contains(key)).toList());
  }

  private static void options(CommandLine line, Set<String> into) {
    if (line.getCommandSpec().findOption("--tree") != null
        || line.getCommandSpec().userObject() instanceof Configuration.Reader) {
      line.getCommandSpec().options().forEach(o -> into.add(o.longestName().substring(2)));
    }
    line.getSubcommands().values().forEach(sub -> options(sub, into));
  }

  @Test
  void aFileSaysWhatWouldHaveBeenTyped() throws IOException {
    user("fail-on = 'never'\nquiet = true\nformat = ['text', 'json=" + folder + "/r.json']");

    var result = session().sample("different").run("review", "-");

    assertEquals(0, result.status());
    assertEquals("", result.err());
    assertTrue(result.out().startsWith("DIFFERENT"), result.out());
    assertTrue(Files.readString(folder.resolve("r.json")).startsWith("{"));
  }

  @Test
  void theStrongestWordCounts() throws IOException {
    assertEquals(0, session().sample("visibility").run("review", "-").status());
    user("fail-on = 'error'");
    tree("fail-on = 'warning'");
    assertEquals(1, session().sample("visibility").run("review", "-").status());
    assertEquals(
        0, session().sample("visibility").run("review", "-", "--fail-on", "error").status());
    assertEquals(0, session().sample("visibility").run("review", "-", "--no-tree-config").status());
    user("no-tree-config = true");
    assertEquals(0, session().sample("visibility").run("review", "-").status());
  }

  @Test
  void theFileOfTheNamedTreeCountsAndNotThatOfTheFolder() throws IOException {
    Path linux = Files.createDirectories(folder.resolve("linux"));
    Files.writeString(linux.resolve("MAINTAINERS"), "");
    tree("nonsense");

    assertEquals(2, session().run("review", "-").status());
    assertEquals(0, session().run("review", "-", "--tree", linux.toString()).status());
    Files.writeString(linux.resolve(".mmlens.toml"), "fail-on = 'note'");
    assertEquals(
        1, session().sample("visibility").run("review", "-", "--tree", linux.toString()).status());
  }

  @Test
  void aTreeCanNeitherWriteNorRunLessNorRunForEver() throws IOException {
    for (String line :
        List.of(
            "format = 'html=x.html'",
            "format = 'json'",
            "save = 'x'",
            "fail-on = 'never'",
            "fail-on = 'error'",
            "budget = 1",
            "budget = 999999999999",
            "fault-runs = 0",
            "fault-runs = 1000000",
            "config = '/etc/passwd'",
            "tree = '/'",
            "git = '/'",
            "base = 'x'",
            "branch = 'x'",
            "no-base-search = true",
            "no-cache = true",
            "no-tree-config = false",
            "seed = 3",
            "threads = 1000",
            "quiet = true",
            "verbose = true",
            "hook.on-error = 'pass'",
            "hook.seconds = 0",
            "[hook]\nseconds = 86400")) {
      tree(line);
      var result = session().run("review", "-");

      assertEquals(2, result.status(), line);
      assertTrue(result.err().startsWith(".mmlens.toml:" + lines(line) + ":"), result.err());
      assertTrue(
          result.err().contains("in the file of a tree")
              || result.err().contains("expected a file below"),
          result.err());
    }
  }

  private static long lines(String text) {
    return text.lines().count();
  }

  @Test
  void aCommandThatDoesNotWorkOnATreeHasItsOptionsForItself() throws IOException {
    user("config = 'x'");
    tree("nonsense");

    var result = session().run("bot", "status", "--config", folder + "/none.toml");

    assertFalse(result.err().contains(".mmlens.toml"), result.err());
    assertTrue(result.err().contains("none.toml"), result.err());
  }

  @Test
  void helpIsGivenWhateverTheFileSays() throws IOException {
    tree("nonsense");

    assertEquals(0, session().run("help", "review").status());
    assertEquals(0, session().run("review", "--help").status());
    assertEquals(0, session().run("--version").status());
    assertEquals(2, session().run("doctor").status());
  }

  @Test
  void whatIsInForceIsPrintedWithItsOrigin() throws IOException {
    user("budget = 3_000_000\nseed = -4\nformat = ['text', 'json=r.json']\nsave = \"a\\\"b\"");
    tree("# ours\nbudget = 2000000");

    var result = session().run("config", "--base", "v6.12");

    assertEquals(0, result.status(), result.err());
    assertEquals(
        """
        # tree =                          # not set
        # git =                           # not set
        base = "v6.12"                    # command line
        # branch =                        # not set
        no-base-search = false            # default
        no-tree-config = false            # default
        # config =                        # not set
        budget = 2000000                  # .mmlens.toml:2
        fault-runs = 1500                 # default
        seed = -4                         # USER:2
        # threads =                       # not set
        no-cache = false                  # default
        fresh = false                     # default
        format = ["text", "json=r.json"]  # USER:3
        fail-on = "error"                 # default
        quiet = false                     # default
        verbose = false                   # default
        every-call = false                # default
        save = "a\\"b"                     # USER:4
        hook.on-error = "pass"            # default
        # hook.seconds =                  # not set
        """,
        result.out().replace(folder.resolve("xdg/mmlens/config.toml").toString(), "USER"));
  }

  @Test
  void whatIsPrintedIsAFileThatSaysTheSame() throws IOException {
    user("seed = 7\nformat = ['text', 'json=r.json']\nsave = \"\\u00e9\\\\\"");
    String printed = session().run("config").out();

    Reading again = TomlFile.read("c", printed, Layer.USER, ConfigKeys.schema());
    user(printed);

    assertEquals(List.of(), again.problems());
    assertEquals(
        printed.replaceAll(" *#.*", ""), session().run("config").out().replaceAll(" *#.*", ""));
  }

  @Test
  void aMistakeThatComesFromAFileIsSaidToDoSo() throws IOException {
    user("tree = '/nowhere/at/all'");

    var result = session().run("review", "-");

    assertEquals(2, result.status());
    assertTrue(result.err().contains("'mmlens config' says which"), result.err());
    assertFalse(session().run("review", "-", "--tree", "/nowhere").err().contains("mmlens config"));
  }

  @Test
  void theStandardValuesAreThoseOfTheOptions() throws IOException {
    Map<String, String> standard =
        ConfigKeys.schema().keys().stream()
            .filter(k -> k.standard().isPresent() && !(k.kind() instanceof Kind.Switch))
            .collect(Collectors.toMap(Key::name, k -> k.standard().orElseThrow()));
    String help =
        (session().run("help", "review").out() + session().run("hook", "run", "--help").out())
            .replaceAll("\\s+", " ");

    standard.forEach(
        (key, value) -> assertTrue(help.contains("(default: " + value + ")"), key + help));
  }
}
