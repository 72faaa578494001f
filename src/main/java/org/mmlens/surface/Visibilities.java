package org.mmlens.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.Condition;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Export;

/// Works out who can see a symbol.
final class Visibilities {

  private Visibilities() {}

  /// {@return how far the symbol can be seen, in the widest configuration}
  static Visibility of(Symbol symbol) {
    return exported(symbol)
        .or(() -> systemCall(symbol))
        .or(() -> declared(symbol))
        .orElseGet(() -> new Visibility(Rung.FILE, symbol.main().path(), List.of()));
  }

  private static Optional<Visibility> exported(Symbol symbol) {
    return symbol
        .export()
        .map(
            export ->
                new Visibility(
                    rung(export.audience()),
                    export.audienceText(),
                    symbol.exports().stream().map(e -> e.place().at()).toList()));
  }

  static Rung rung(Export.Audience audience) {
    return switch (audience) {
      case NAMESPACE -> Rung.NAMESPACE;
      case GPL -> Rung.GPL_MODULES;
      case ALL -> Rung.MODULES;
    };
  }

  private static Optional<Visibility> systemCall(Symbol symbol) {
    boolean call =
        symbol.definitions().stream()
            .flatMap(entity -> entity.shape().attributes().stream())
            .anyMatch(attribute -> attribute.contains("SYSCALL_DEFINE"));
    return call
        ? Optional.of(new Visibility(Rung.USER, "user space", List.of(symbol.at())))
        : Optional.empty();
  }

  private static Optional<Visibility> declared(Symbol symbol) {
    List<Entity> carriers = symbol.entities().stream().filter(e -> carries(e, symbol)).toList();
    Optional<Rung> widest =
        carriers.stream().map(Visibilities::rung).max(Comparator.naturalOrder());
    return widest.map(rung -> visibility(rung, carriers));
  }

  /// A prototype in another file's `.c` carries a symbol as a header does, only not as openly.
  private static boolean carries(Entity entity, Symbol symbol) {
    return entity.inHeader()
        || !entity.definition()
            && !entity.local()
            && symbol.definitions().stream().noneMatch(d -> d.path().equals(entity.path()));
  }

  private static Rung rung(Entity entity) {
    if (Paths.programs(entity.path()) && !kernelOnly(entity.place().condition())) {
      return Rung.USER;
    }
    return Paths.everywhere(entity.path()) ? Rung.KERNEL : Rung.DIRECTORY;
  }

  private static boolean kernelOnly(Condition condition) {
    return condition.under(Map.of("__KERNEL__", false)).equals(Optional.of(false));
  }

  private static Visibility visibility(Rung rung, List<Entity> carriers) {
    List<Position> through = new ArrayList<>();
    for (Entity carrier : carriers) {
      if (rung(carrier) == rung) {
        through.add(carrier.place().at());
      }
    }
    String audience =
        rung == Rung.DIRECTORY ? Paths.folder(through.getFirst().path()) + "/" : rung.words();
    return new Visibility(rung, audience, through);
  }
}
