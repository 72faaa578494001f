package org.mmlens.report;

import java.util.List;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// A diagnostic as compilers print it, with strangers' text escaped.
public final class DiagnosticText {

  private DiagnosticText() {}

  /// {@return message, source line, caret and hint, as far as there are such}
  ///
  /// @param d to be shown
  public static List<String> lines(Diagnostic d) {
    var at = new Position(Printable.of(d.at().path()), d.at().line(), d.at().column());
    var safe =
        new Diagnostic(
            d.severity(),
            Printable.of(d.code()),
            at,
            Printable.keepingTabs(d.sourceLine()),
            Printable.of(d.message()),
            d.hint().map(Printable::of));
    return safe.render().lines().map(Printable::of).toList();
  }
}
