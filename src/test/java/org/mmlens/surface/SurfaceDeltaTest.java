package org.mmlens.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmlens.surface.SurfaceChange.Severity;

class SurfaceDeltaTest {

  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  static Stream<Path> cases() throws IOException {
    return Cases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theDeltaOfEachCaseIsAsWritten(Path script) throws IOException {
    Path expected = Path.of(script.toString().replaceFirst("\\.txt$", ".expected"));

    String actual = Cases.rendered(Cases.delta(script));

    if (UPDATE) {
      Files.writeString(expected, actual);
    }
    assertEquals(Files.readString(expected), actual, () -> "differs from " + expected);
  }

  @Test
  void everyRuleHasACaseNamedAfterItThatFires() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Class<?> kind : SurfaceChange.class.getPermittedSubclasses()) {
      missing.add(kind.getSimpleName());
    }
    for (Path script : Cases.all().toList()) {
      String name =
          Cases.ROOT.relativize(script).getFileName().toString().replaceFirst("\\..*", "");
      Cases.delta(script).changes().stream()
          .filter(change -> name.startsWith(change.rule()) || !name.startsWith("silent"))
          .map(change -> change.getClass().getSimpleName())
          .forEach(missing::remove);
    }

    assertEquals(Set.of(), missing);
  }

  /// A case `not-RULE` comes close to the rule; a case `silent-RULE` says nothing at all.
  @Test
  void everyRuleHasACaseThatComesCloseAndDoesNotFire() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path script : Cases.all().toList()) {
      Cases.delta(script).changes().forEach(change -> missing.add(change.rule()));
    }
    Set<String> fired = new TreeSet<>();
    for (Path script : Cases.all().toList()) {
      String name = script.getFileName().toString().replaceFirst("\\.txt$", "");
      String rule = name.replaceFirst("^(not|silent)-", "");
      missing.remove(rule.equals(name) ? "" : rule);
      if (name.startsWith("not-")) {
        Cases.delta(script).changes().stream()
            .filter(change -> change.rule().equals(rule))
            .forEach(change -> fired.add(name + ": " + change.message()));
      }
    }

    assertEquals(Set.of(), missing);
    assertEquals(Set.of(), fired);
  }

  @Test
  void silentCasesChangeNothing() throws IOException {
    String noise =
        Cases.all()
            .filter(script -> script.getFileName().toString().startsWith("silent"))
            .map(script -> Cases.rendered(Cases.delta(script)))
            .collect(Collectors.joining());

    assertEquals("", noise);
  }

  @Test
  void cleanUnexportIsNoError() {
    SurfaceDelta delta = Cases.delta(Cases.ROOT.resolve("cases/unexported.txt"));

    assertEquals(
        Set.of(),
        delta.changes().stream()
            .filter(change -> change.severity() == Severity.ERROR)
            .map(SurfaceChange::message)
            .collect(Collectors.toSet()));
  }
}
