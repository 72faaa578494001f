package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.mutate.Rewrite.Kind;

/// Braces, a loop that runs once and a jump to the next line, around each statement that is an
/// expression.
final class StatementRewrites {

  private final Source source;
  private final List<Rewrite> found = new ArrayList<>();

  StatementRewrites(Source source) {
    this.source = source;
  }

  List<Rewrite> all() {
    source.each(this::statement);
    return found;
  }

  private void statement(Statement s) {
    if (s.kind() != Statement.Kind.EXPRESSION || source.locals().declaring(s)) {
      return;
    }
    String own = source.text(s);
    String label = source.fresh("rewritten");
    found.add(source.rewrite(Kind.WRAP, "block around statement", s, "{ " + own + " }"));
    found.add(source.rewrite(Kind.WRAP, "do around statement", s, "do { " + own + " } while (0);"));
    // in braces, or an `if` without them would only hold for the jump
    found.add(
        source.rewrite(
            Kind.WRAP,
            "goto around statement",
            s,
            "{ goto %s; %s: %s }".formatted(label, label, own)));
  }
}
