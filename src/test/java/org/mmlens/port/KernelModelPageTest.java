package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `-Dgolden.update` rewrites the page.
final class KernelModelPageTest {

  private static final Path PAGE = Path.of("docs/kernel-model.md");

  @Test
  void theKernelModelPageSaysWhatTheAnnotationsSay() throws IOException {
    String page = page();
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertEquals(page, Files.readString(PAGE));
  }

  private static String page() {
    var page =
        new StringBuilder(
            """
            # The kernel functions that Java answers

            Everything else runs from the source of the tree under review. A verdict lists the functions of this page
            that its runs called. `EXACT`: all that C on the machine can observe. `ABSTRACT`: the effect, with
            what is left out. `STUB`: nothing; the call is counted. Names in one entry are those of different kernel
            generations or variants that do the same here. A function that a series changes is run from source,
            model or not.

            """);
    long models = KernelModels.methods().size();
    page.append("%d models for %d names.\n".formatted(models, new KernelModels().names().size()));
    for (Class<?> header : KernelModels.HEADERS) {
      page.append("\n## ").append(header.getSimpleName()).append("\n\n");
      page.append("| function | fidelity | effect | left out |\n|---|---|---|---|\n");
      for (Method method : KernelModels.methods()) {
        if (method.getDeclaringClass() == header) {
          page.append(row(method.getAnnotation(KernelFunction.class)));
        }
      }
    }
    return page.toString();
  }

  private static String row(KernelFunction function) {
    List<String> names = List.of(function.name());
    String others =
        names.size() == 1
            ? ""
            : "<br>also `" + String.join("` `", names.subList(1, names.size())) + "`";
    return "| `%s`%s<br>%s | %s | %s | %s |\n"
        .formatted(
            function.prototype(),
            others,
            function.source(),
            function.fidelity(),
            function.effect(),
            function.omits());
  }
}
