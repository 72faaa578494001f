package org.mmlens.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mmlens.lens.Outcome;

/// What one user page translates to on each side.
///
/// @param address of the page
/// @param before frame and flags before the patch, `not mapped` if none
/// @param after the same after the patch
record TranslationRow(long address, String before, String after) {

  private static final String NONE = "not mapped";

  /// {@return every page that is mapped on either side, ascending}
  static List<TranslationRow> of(Outcome before, Outcome after) {
    Map<Long, TranslationRow> rows = new TreeMap<>(Long::compareUnsigned);
    for (Outcome.Page page : before.pages()) {
      String text = OutcomeLines.translation(page);
      rows.put(page.address(), new TranslationRow(page.address(), text, NONE));
    }
    for (Outcome.Page page : after.pages()) {
      String text = OutcomeLines.translation(page);
      rows.merge(
          page.address(),
          new TranslationRow(page.address(), NONE, text),
          (old, _) -> new TranslationRow(old.address(), old.before(), text));
    }
    return List.copyOf(rows.values());
  }

  boolean differs() {
    return !before.equals(after);
  }
}
