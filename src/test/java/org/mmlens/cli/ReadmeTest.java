package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keeps the page that newcomers read first true. `-Dgolden.update` rewrites its sample output.
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final String SAMPLE = "patches/04-redundant-step-back.mbox";
  private static final String OPEN = "```text\n";
  private static final String CLOSE = "```\n";

  @TempDir private Path folder = Path.of("");

  @Test
  void showsExactlyWhatTheToolPrints() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf(OPEN) + OPEN.length();
    int end = readme.indexOf(CLOSE, start);
    String printed = review();

    if (System.getProperty("golden.update") != null) {
      readme = readme.substring(0, start) + printed + readme.substring(end);
      Files.writeString(README, readme);
      end = start + printed.length();
    }

    assertEquals(printed, readme.substring(start, end));
  }

  @Test
  void showsThePatchAsItIs() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf("```diff\n") + "```diff\n".length();
    String diff = readme.substring(start, readme.indexOf(CLOSE, start));

    assertTrue(Files.readString(Path.of(SAMPLE)).contains(diff), diff);
  }

  @Test
  void namesEveryFormatAndEveryExitCode() throws IOException {
    String readme = Files.readString(README);

    for (String format : Destination.formats()) {
      assertTrue(readme.contains("`" + format + "`"), format);
    }
    for (ExitCode code : ExitCode.values()) {
      assertTrue(readme.contains("\n| " + code.status() + " | "), code.name());
    }
  }

  @Test
  void linksToFilesThatExist() throws IOException {
    List<String> targets =
        Pattern.compile("\\]\\(([^)]+)\\)")
            .matcher(Files.readString(README))
            .results()
            .map(link -> link.group(1))
            .toList();

    for (String target : targets) {
      assertTrue(Files.exists(Path.of(target)), target);
    }
  }

  /// The working folder is an empty one, so that the bundled tree is taken.
  private String review() {
    var out = new StringWriter();
    var here =
        new Surroundings(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            folder,
            Optional.of(Path.of("")),
            Optional.empty(),
            Map.of(),
            OptionalInt.empty(),
            new Interruption());
    CommandLines.run(here, new ReviewEngine(), "review", SAMPLE);
    return out.toString();
  }
}
