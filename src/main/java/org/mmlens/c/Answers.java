package org.mmlens.c;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mmlens.cache.Packer;
import org.mmlens.cache.Unpacker;

/// What a unit answered to questions of one kind, in the order they were first asked.
///
/// @param <T> what an answer is
final class Answers<T> {

  private final Function<T, byte[]> pack;
  private final Function<byte[], T> unpack;
  private final Map<String, Answer<T>> known = new LinkedHashMap<>();

  Answers(Function<T, byte[]> pack, Function<byte[], T> unpack) {
    this.pack = pack;
    this.unpack = unpack;
  }

  /// An answer, as a value or packed.
  private sealed interface Answer<T> {
    record Value<T>(Optional<T> value) implements Answer<T> {}

    record Packed<T>(byte[] bytes) implements Answer<T> {}
  }

  /// {@return the answer, if the question was asked before}
  Optional<Optional<T>> get(String question) {
    Answer<T> answer = known.get(question);
    if (answer == null) {
      return Optional.empty();
    }
    return switch (answer) {
      case Answer.Value<T>(var value) -> Optional.of(value);
      case Answer.Packed<T>(var bytes) -> {
        Optional<T> value = Optional.of(unpack.apply(bytes));
        known.put(question, new Answer.Value<>(value));
        yield Optional.of(value);
      }
    };
  }

  void put(String question, Optional<T> answer) {
    known.put(question, new Answer.Value<>(answer));
  }

  /// Asks all questions again, in their order, so that the unit is in the state it answered in.
  void replay(Consumer<String> unit) {
    known.keySet().forEach(unit);
  }

  /// Asks again what had no answer: what a unit says later may be more.
  void reconsider(Function<String, Optional<T>> unit) {
    known.replaceAll(
        (question, answer) ->
            answer instanceof Answer.Value<T>(var value) && value.isEmpty()
                ? new Answer.Value<>(unit.apply(question))
                : answer);
  }

  void pack(Packer out) {
    out.number(known.size());
    known.forEach(
        (question, answer) -> {
          out.text(question);
          byte[] bytes =
              switch (answer) {
                case Answer.Packed<T>(var packed) -> packed;
                case Answer.Value<T>(var value) -> value.map(pack).orElseGet(() -> new byte[0]);
              };
          out.bytes(bytes);
        });
  }

  void unpack(Unpacker in) {
    for (int left = in.count(); left > 0; left--) {
      String question = in.text();
      byte[] bytes = in.bytes();
      known.put(
          question,
          bytes.length == 0 ? new Answer.Value<>(Optional.empty()) : new Answer.Packed<>(bytes));
    }
  }
}
