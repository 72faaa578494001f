package org.mmlens.machine;

/// Whether an allocation may be refused.
public enum Need {
  /// It may; the plan decides.
  MAY_FAIL,
  /// It may not (`__GFP_NOFAIL`); the plan does not count it.
  NO_FAIL
}
