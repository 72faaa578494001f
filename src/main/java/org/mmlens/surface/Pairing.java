package org.mmlens.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mmlens.surface.SurfaceChange.Body;

/// Says which symbol after a patch is which symbol before it.
final class Pairing {

  /// What became of a symbol.
  sealed interface Pair {
    /// It is still there under its name.
    record Kept(Symbol before, Symbol after) implements Pair {}

    /// It has another name.
    record Renamed(Symbol before, Symbol after, Body body) implements Pair {}

    /// It is new.
    record New(Symbol after) implements Pair {}

    /// It is gone.
    record Gone(Symbol before) implements Pair {}
  }

  private final List<Pair> pairs = new ArrayList<>();
  private final List<Symbol> gone = new ArrayList<>();
  private final List<Symbol> fresh = new ArrayList<>();

  private Pairing() {}

  /// {@return what became of the symbols of these names; those that are as before left out}
  static List<Pair> of(Map<String, List<Symbol>> before, Map<String, List<Symbol>> after) {
    var pairing = new Pairing();
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      pairing.name(before.getOrDefault(name, List.of()), after.getOrDefault(name, List.of()));
    }
    pairing.renames();
    pairing.gone.forEach(symbol -> pairing.pairs.add(new Pair.Gone(symbol)));
    pairing.fresh.forEach(symbol -> pairing.pairs.add(new Pair.New(symbol)));
    return pairing.pairs;
  }

  private void name(List<Symbol> before, List<Symbol> after) {
    List<Symbol> left = new ArrayList<>(after);
    List<Symbol> unmatched = new ArrayList<>();
    for (Symbol was : before) {
      Optional<Symbol> is = sharing(was, left);
      is.ifPresentOrElse(symbol -> keep(was, symbol, left), () -> unmatched.add(was));
    }
    for (Symbol was : unmatched) {
      Optional<Symbol> is = left.stream().filter(symbol -> moved(was, symbol)).findFirst();
      is.ifPresentOrElse(symbol -> keep(was, symbol, left), () -> gone.add(was));
    }
    fresh.addAll(left);
  }

  private void keep(Symbol was, Symbol is, List<Symbol> left) {
    left.remove(is);
    if (!same(was, is)) {
      pairs.add(new Pair.Kept(was, is));
    }
  }

  private static Optional<Symbol> sharing(Symbol was, List<Symbol> candidates) {
    return candidates.stream()
        .filter(symbol -> shared(was, symbol) > 0)
        .max(Comparator.comparingInt(symbol -> shared(was, symbol)));
  }

  private static int shared(Symbol one, Symbol other) {
    Set<String> paths = new HashSet<>(one.paths());
    paths.retainAll(other.paths());
    return paths.size();
  }

  private static boolean moved(Symbol was, Symbol is) {
    return was.kind() == is.kind()
        && (Similarity.of(was, is).isPresent()
            || was.main().shape().body().equals(is.main().shape().body()));
  }

  private static boolean same(Symbol was, Symbol is) {
    return statements(was).equals(statements(is));
  }

  private static List<String> statements(Symbol symbol) {
    List<String> statements = new ArrayList<>();
    symbol.entities().forEach(e -> statements.add(e.path() + NameDifference.statement(e)));
    symbol.exports().forEach(e -> statements.add(e.place().path() + e.audienceText()));
    statements.sort(null);
    return statements;
  }

  private void renames() {
    for (Symbol was : List.copyOf(gone)) {
      Optional<Symbol> is =
          fresh.stream()
              .filter(symbol -> symbol.kind().callable() == was.kind().callable())
              .filter(symbol -> symbol.kind().aggregate() == was.kind().aggregate())
              .filter(symbol -> Similarity.of(was, symbol).isPresent())
              .max(Comparator.comparingDouble(symbol -> Similarity.share(was, symbol)));
      if (is.isPresent()) {
        gone.remove(was);
        fresh.remove(is.get());
        Body body = Similarity.of(was, is.get()).orElseThrow();
        pairs.add(new Pair.Renamed(was, is.get(), body));
      }
    }
  }
}
