package org.mmlens.lens;

import org.mmlens.diag.Position;

/// A check of the C that found something wrong during a run: a WARN, or the BUG that ended it.
///
/// @param what macro and condition as the C spells them, e.g. `WARN_ON(count != mm->map_count)`
/// @param function the C function it stands in
/// @param at file and line
public record Complaint(String what, String function, Position at) {

  /// A check by what stays when lines above it change.
  ///
  /// @param what macro and condition
  /// @param function the C function
  record Check(String what, String function) {}

  /// Checks that fired in the same place of the order on two sides.
  ///
  /// @param before the one before the patch
  /// @param after the one after the patch
  /// @param known whether both were found in the code: a model that complains says nothing of where
  ///   its callers are
  /// @param kept whether each of them stands on both sides, equally often
  public record Match(Complaint before, Complaint after, boolean known, boolean kept) {
    /// {@return whether it is another check, for certain}
    boolean traded() {
      return kept && !before.check().equals(after.check());
    }
  }

  Check check() {
    return new Check(what, function);
  }

  @Override
  public String toString() {
    return what + " in " + function + "() " + at;
  }
}
