package org.mmlens.surface.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mmlens.surface.Symbol;
import org.mmlens.surface.claim.Claim.Values;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.KernelDoc;
import org.mmlens.surface.scan.Signature;
import org.mmlens.tree.SourceTree;

/// Finds what kernel-doc comments say about return values, where they say it in usual words.
public final class DocClaims {

  private static final Pattern RETURN =
      Pattern.compile("\\bReturns?:?\\s+([^.]*)", Pattern.CASE_INSENSITIVE);
  private static final Map<Values, Pattern> FORMS =
      Map.of(
          Values.ZERO_OR_ERROR,
          Pattern.compile(
              "(?:0|zero) (?:on|if|for|upon) success(?:ful)?[,;]? .*"
                  + "(?:error|errno|-e[a-z]+|negative|otherwise).*"
                  + "|(?:0|zero),? or (?:-e[a-z]+|an? (?:negative )?err).*"),
          Values.TRUTH,
          Pattern.compile("%?true (?:if|when|on|iff) .*%?false .*"),
          Values.ZERO,
          Pattern.compile("(?:always )?(?:0|zero)"));

  private DocClaims() {}

  /// {@return what the kernel-doc of a function says it returns}
  ///
  /// @param symbol the function
  /// @param tree its tree
  public static Optional<Claim> of(Symbol symbol, SourceTree tree) {
    return symbol.definitions().stream()
        .filter(entity -> entity.shape().signature() instanceof Signature.Callable c && plain(c))
        .flatMap(entity -> text(entity, tree).stream())
        .flatMap(text -> claim(symbol.name(), text).stream())
        .findFirst();
  }

  /// Pointers are no numbers.
  private static boolean plain(Signature.Callable function) {
    return function.result().matches("int|long|bool|_Bool");
  }

  private static Optional<String> text(Entity entity, SourceTree tree) {
    Optional<KernelDoc> doc = entity.shape().doc();
    return doc.flatMap(d -> tree.text(entity.path()).map(text -> lines(text, d)));
  }

  private static String lines(String text, KernelDoc doc) {
    return Arrays.stream(text.split("\n", -1))
        .skip(doc.firstLine() - 1L)
        .limit(doc.lastLine() - doc.firstLine() + 1L)
        .map(line -> line.strip().replaceFirst("^(?:/\\*\\*|\\*/|\\*)", "").strip())
        .map(line -> line.isEmpty() ? "." : line)
        .collect(Collectors.joining(" "));
  }

  private static Optional<Claim> claim(String function, String text) {
    var found = RETURN.matcher(text);
    while (found.find()) {
      String said = found.group(1).strip();
      for (Values values : Values.values()) {
        if (Objects.requireNonNull(FORMS.get(values))
            .matcher(said.toLowerCase(Locale.ROOT))
            .matches()) {
          return Optional.of(new Claim.Returns(found.group().strip(), function, values));
        }
      }
    }
    return Optional.empty();
  }
}
