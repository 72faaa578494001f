package org.mmlens.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mmlens.diag.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the value of an option that must be one of a list, and lists them for help and completion.
///
/// @param <T> what the words stand for
abstract class Choice<T> implements ITypeConverter<T>, Iterable<String> {

  private final String noun;
  private final List<T> values;
  private final Function<T, String> word;

  Choice(String noun, List<T> values, Function<T, String> word) {
    this.noun = noun;
    this.values = List.copyOf(values);
    this.word = word;
  }

  @Override
  public T convert(String text) {
    return values.stream()
        .filter(value -> word.apply(value).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(unknown(text)));
  }

  private String unknown(String text) {
    List<String> words = values.stream().map(word).toList();
    String nearest = Nearest.to(text, words).map(n -> "; nearest is '" + n + "'").orElse("");
    return "unknown %s '%s', there are: %s%s"
        .formatted(noun, text, String.join(", ", words), nearest);
  }

  @Override
  public Iterator<String> iterator() {
    return values.stream().map(word).iterator();
  }
}
