package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.mutate.Rewrite.Kind;

/// The branches of each `if` the other way round, or as two of them.
final class BranchRewrites {

  private final Source source;
  private final List<Rewrite> found = new ArrayList<>();

  BranchRewrites(Source source) {
    this.source = source;
  }

  List<Rewrite> all() {
    source.each(
        s -> {
          if (s.kind() == Statement.Kind.IF) {
            branch(s);
          }
        });
    return found;
  }

  private void branch(Statement s) {
    String condition = source.text(s.open() + 1, s.close() - 1);
    String then = source.block(s.inner().getFirst());
    if (s.inner().size() == 1) {
      found.add(
          source.rewrite(
              Kind.BRANCHES,
              "other branch",
              s,
              "if (!(%s)) { } else %s".formatted(condition, then)));
      return;
    }
    String otherwise = source.block(s.inner().get(1));
    String holds = source.fresh("holds");
    found.add(
        source.rewrite(
            Kind.BRANCHES,
            "branches swapped",
            s,
            "if (!(%s)) %s else %s".formatted(condition, otherwise, then)));
    found.add(
        source.rewrite(
            Kind.BRANCHES,
            "two ifs",
            s,
            "{ bool %s = %s; if (%s) %s if (!%s) %s }"
                .formatted(holds, condition, holds, then, holds, otherwise)));
  }
}
