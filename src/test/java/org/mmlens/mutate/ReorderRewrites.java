package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.mutate.Rewrite.Kind;
import org.mmlens.mutate.Source.Edit;
import org.mmlens.surface.scan.FunctionText.Sort;

/// Neighbours that have nothing to do with each other the other way round: assignments to different
/// local variables and declarations of them, without a call, where neither reads what the other
/// writes. At most one of them looks at memory, unless both look through the same pointer.
final class ReorderRewrites {

  private final Source source;
  private final List<Rewrite> found = new ArrayList<>();

  ReorderRewrites(Source source) {
    this.source = source;
  }

  /// What a statement does.
  ///
  /// @param declares whether the variable begins here
  /// @param writes the local variable that gets a value
  /// @param reads all other names in it
  /// @param pointers what it looks through, if it looks at memory
  private record Deed(boolean declares, String writes, Set<String> reads, Set<String> pointers) {}

  List<Rewrite> all() {
    source.each(
        s -> {
          for (int i = 0; i + 1 < s.inner().size(); i++) {
            if (s.kind() == Statement.Kind.BLOCK) {
              pair(s.inner().get(i), s.inner().get(i + 1));
            }
          }
        });
    return found;
  }

  private void pair(Statement a, Statement b) {
    if (b.first() != a.last() + 1 || a.kind() != b.kind()) {
      return;
    }
    Optional<Deed> one = deed(a);
    Optional<Deed> other = deed(b);
    if (one.isPresent() && other.isPresent() && independent(one.get(), other.get())) {
      found.add(
          source.rewrite(
              Kind.REORDER,
              "swapped " + source.at(a.first()) + " with the next",
              List.of(
                  new Edit(a.first(), a.last(), source.text(b)),
                  new Edit(b.first(), b.last(), source.text(a)))));
    }
  }

  private static boolean independent(Deed a, Deed b) {
    boolean memory =
        !a.pointers().isEmpty()
            && !b.pointers().isEmpty()
            && !(a.pointers().size() == 1 && a.pointers().equals(b.pointers()));
    return !memory
        && !a.writes().equals(b.writes())
        && !a.reads().contains(b.writes())
        && !b.reads().contains(a.writes());
  }

  private Optional<Deed> deed(Statement s) {
    int assign = s.first();
    boolean declares = s.kind() == Statement.Kind.DECLARATION;
    while (assign < s.last() && !source.is(assign, "=")) {
      assign++;
    }
    String writes = source.token(Math.max(assign - 1, s.first())).text();
    boolean lone = declares ? source.name(assign - 1) : assign == s.first() + 1;
    if (assign >= s.last() - 1
        || !lone
        || source.locals().type(writes).isEmpty()
        || addressTaken(writes)
        || !source.outside(s.first(), s.last(), ",").isEmpty()) {
      return Optional.empty();
    }
    Set<String> reads = new TreeSet<>();
    Set<String> pointers = new TreeSet<>();
    for (int i = assign + 1; i < s.last(); i++) {
      if (!sure(i)) {
        return Optional.empty();
      }
      if (source.name(i) && !source.foreign(i)) {
        reads.add(source.token(i).text());
      }
      if (source.is(i, "->") || source.is(i, ".")) {
        if (source.foreign(i - 1)) {
          return Optional.empty();
        }
        pointers.add(source.token(i - 1).text());
      }
    }
    for (int i = s.first(); i < assign - 1; i++) {
      reads.add(source.token(i).text());
    }
    return Optional.of(new Deed(declares, writes, reads, pointers));
  }

  /// No call, no second effect, no pointer arithmetic that reads, no macro but a constant.
  private boolean sure(int i) {
    if (source.name(i)) {
      boolean known =
          source.foreign(i)
              || source.locals().names().contains(source.token(i).text())
              || source.token(i).text().matches("[A-Z][A-Z0-9_]*");
      return known && !source.is(i + 1, "(");
    }
    return source.token(i).sort() == Sort.NUMBER
        || source.token(i).text().matches("->|\\.|\\+|-|\\||<<|>>|\\(|\\)|~|<|>|<=|>=|==|!=|!");
  }

  private boolean addressTaken(String variable) {
    for (int i = source.body().first() + 1; i < source.body().last(); i++) {
      if (source.is(i, variable) && source.is(i - 1, "&")) {
        return true;
      }
    }
    return false;
  }
}
