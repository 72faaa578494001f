package org.mmlens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.c.Frontend;
import org.mmlens.c.parse.Configuration;
import org.mmlens.diag.Diagnostic;

/// Every code that a diagnostic or a finding can have has a page, and the C on a page has the code.
///
/// Codes are found in the class files: words in a method that makes a diagnostic or a finding, or
/// hands one on to a method named like those that do.
class CodePagesTest {

  private static final Path PAGES = Path.of("src/main/resources/org/mmlens/cli/help/codes.txt");

  private static final Set<String> MAKERS =
      Set.of("error", "warning", "refuse", "refused", "report", "finding", "remark", "claim");

  /// Words that are something else, in methods that make diagnostics.
  private static final Set<String> NO_CODES =
      Set.of("break", "continue", "cleanup", "declaration", "packed", "statement", "web-trouble");

  /// In these packages, a code is often a single word.
  private static final Set<String> SHORT = Set.of("org.mmlens.c.lower");

  private static Map<String, List<String>> pages() throws IOException {
    Map<String, List<String>> pages = new TreeMap<>();
    for (String part : Files.readString(PAGES).split("(?m)^== ")) {
      List<String> lines = part.lines().toList();
      if (!lines.isEmpty()) {
        assertTrue(!pages.containsKey(lines.getFirst()), "twice: " + lines.getFirst());
        pages.put(lines.getFirst(), lines.subList(1, lines.size()));
      }
    }
    return pages;
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (ClassModel type : CompiledClasses.all()) {
      boolean words = SHORT.contains(CompiledClasses.packageOf(type));
      for (MethodModel method : type.methods()) {
        method.code().ifPresent(code -> codes.addAll(codes(code.elementStream().toList(), words)));
      }
    }
    codes.removeAll(NO_CODES);
    return codes;
  }

  private static Set<String> codes(List<CodeElement> code, boolean words) {
    Set<String> found = new TreeSet<>();
    boolean makes = false;
    for (CodeElement element : code) {
      if (element instanceof InvokeInstruction call) {
        makes |= makes(call);
      }
    }
    for (CodeElement element : makes ? code : List.<CodeElement>of()) {
      if (element instanceof ConstantInstruction.LoadConstantInstruction load
          && load.constantValue() instanceof String text
          && text.matches(words ? "[a-z]+(-[a-z]+)*" : "[a-z]+(-[a-z]+)+")) {
        found.add(text);
      }
    }
    return found;
  }

  private static boolean makes(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    boolean ours =
        owner.equals("org/mmlens/diag/Diagnostic") || owner.equals("org/mmlens/review/Finding");
    String name = call.name().stringValue();
    return ours && (name.equals("<init>") || MAKERS.contains(name))
        || owner.startsWith("org/mmlens/")
            && MAKERS.contains(name)
            && call.type().stringValue().contains("Ljava/lang/String;");
  }

  @Test
  void everyCodeHasAPage() throws IOException {
    Set<String> without = codes();
    assertTrue(without.containsAll(List.of("apply-hunk", "syntax", "claim-refuted")), "" + without);
    without.removeAll(pages().keySet());

    assertEquals(Set.of(), without);
  }

  @Test
  void everyPageIsOfACodeAndHasAnExample() throws IOException {
    String sources = sources();
    for (var page : pages().entrySet()) {
      assertTrue(sources.contains('"' + page.getKey() + '"'), "no such code: " + page.getKey());
      assertTrue(page.getValue().stream().anyMatch(l -> l.startsWith("  ")), page.getKey());
      assertTrue(page.getValue().stream().anyMatch(l -> !l.startsWith("  ")), page.getKey());
      assertTrue(page.getValue().stream().allMatch(l -> l.length() <= 98), page.getKey());
    }
  }

  private static String sources() throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @TestFactory
  List<DynamicTest> theCOnAPageHasItsCode() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    pages()
        .forEach(
            (code, lines) ->
                lines.stream()
                    .filter(line -> line.startsWith("  | "))
                    .forEach(
                        line ->
                            tests.add(
                                DynamicTest.dynamicTest(
                                    code,
                                    () ->
                                        assertTrue(
                                            check(line.substring(4)).contains(code),
                                            () -> line + check(line.substring(4)))))));
    return tests;
  }

  private static List<String> check(String text) {
    var frontend =
        new Frontend(
            p ->
                p.equals("a.c")
                    ? Optional.of((text + "\n").getBytes(StandardCharsets.UTF_8))
                    : Optional.empty(),
            new Configuration(List.of("include"), Configuration.gnuMacros(), List.of()),
            new Frontend.Cache());
    return frontend.load(List.of("a.c"), List.of("a.c")).check(List.of("a.c")).stream()
        .map(Diagnostic::code)
        .toList();
  }
}
