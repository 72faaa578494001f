package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class KernelModelsTest {

  private static final Path SOURCES = Path.of("src/main/java/org/mmlens/port");

  private static KernelFunction of(Method method) {
    return method.getAnnotation(KernelFunction.class);
  }

  @Test
  void everyClassOfModelsIsListed() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> headers =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Header.java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .sorted()
              .toList();

      assertEquals(headers, KernelModels.HEADERS.stream().map(Class::getSimpleName).toList());
    }
  }

  @Test
  void everyNameFindsItsModelAndItsDescription() {
    var models = new KernelModels();

    for (String name : models.names()) {
      assertEquals(name, models.model(name).orElseThrow().name());
      assertTrue(List.of(models.description(name).orElseThrow().name()).contains(name));
    }
  }

  @Test
  void aFunctionThatNobodyModelsHasNoModel() {
    assertTrue(new KernelModels().model("vma_expand").isEmpty());
  }

  @Test
  void prototypesNameTheirFunctionAndHaveTheParametersOfTheModel() {
    for (Method method : KernelModels.methods()) {
      String prototype = of(method).prototype();
      String name = of(method).name()[0];
      int open = prototype.indexOf(name + "(") + name.length();

      assertTrue(open >= name.length(), prototype);
      assertEquals(
          parameters(prototype.substring(open + 1, prototype.length() - 1)),
          method.getParameterCount() - 1,
          prototype);
    }
  }

  /// Commas inside the parentheses of a function pointer do not count.
  private static int parameters(String list) {
    if (list.equals("void")) {
      return 0;
    }
    int depth = 0;
    int count = 1;
    for (char c : list.toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      count += c == ',' && depth == 0 ? 1 : 0;
    }
    return count;
  }

  @Test
  void voidFunctionsHaveModelsThatReturnNothing() {
    for (Method method : KernelModels.methods()) {
      String prototype = of(method).prototype();

      assertEquals(
          prototype.startsWith("void ") && !prototype.startsWith("void *"),
          method.getReturnType() == void.class,
          prototype);
    }
  }

  @Test
  void anExactModelOmitsNothingAndAnAbstractOneSaysWhat() {
    for (Method method : KernelModels.methods()) {
      boolean says = !of(method).omits().isEmpty();

      assertEquals(of(method).fidelity() == Fidelity.ABSTRACT, says, of(method).name()[0]);
    }
  }
}
