package org.mmlens.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.mutate.Rewrite.Kind;

/// What a rewrite makes is the same program: gcc says so.
class RewritesTest {

  private static final Path SAMPLE = Path.of("src/test/resources/mutate/rewritten.c");
  private static final Set<String> FUNCTIONS =
      Set.of("clamp", "step", "note", "walk", "last_word", "pick");

  @TempDir private Path folder;

  private static List<Rewrite> of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return FUNCTIONS.stream()
        .sorted()
        .flatMap(f -> Rewrites.of("rewritten.c", bytes, f, FUNCTIONS, FUNCTIONS).stream())
        .toList();
  }

  private static String sample() throws IOException {
    return Files.readString(SAMPLE, StandardCharsets.ISO_8859_1);
  }

  @Test
  void everyKindOfRewriteHasItsPlace() throws IOException {
    Set<Kind> kinds = of(sample()).stream().map(Rewrite::kind).collect(Collectors.toSet());

    assertEquals(EnumSet.allOf(Kind.class), kinds);
  }

  @Test
  void noRewriteIsTheFileAsItWas() throws IOException {
    String sample = sample();

    assertTrue(of(sample).stream().noneMatch(r -> r.file().equals(sample)));
  }

  @Test
  void everyRewriteOfAProgramPrintsTheSame() throws IOException, InterruptedException {
    Assumptions.assumeTrue(gcc(), "gcc is not here");
    String expected = run(sample(), "original");
    List<String> wrong = new ArrayList<>();
    var counts = new TreeMap<Kind, Integer>();
    for (Rewrite r : of(sample())) {
      counts.merge(r.kind(), 1, Integer::sum);
      String printed = run(r.file(), r.what());
      if (!printed.equals(expected)) {
        wrong.add(r.what() + ": " + printed.lines().limit(3).toList());
      }
    }
    System.out.println("rewrites that gcc was asked about: " + counts);
    assertEquals(List.of(), wrong);
  }

  private static boolean gcc() throws InterruptedException {
    try {
      return new ProcessBuilder("gcc", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /// {@return what a program prints, or what gcc says of it}
  private String run(String program, String what) throws IOException, InterruptedException {
    Path c = Files.writeString(folder.resolve("p.c"), program, StandardCharsets.ISO_8859_1);
    Path binary = folder.resolve("p");
    String said =
        output("gcc", "-std=gnu11", "-w", "-O0", "-fwrapv", "-o", binary.toString(), c.toString());
    return said.isEmpty() ? output(binary.toString()) : what + ": " + said;
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return p.waitFor() == 0 ? printed : printed + "ended with " + p.exitValue();
  }
}
