package org.mmlens.lens;

import java.util.Arrays;
import java.util.List;

/// Named counters of one run, compared by name.
///
/// @param names what they are called, sorted; the same list for every run of a side
/// @param values one for each name
record Numbers(List<String> names, long[] values) {

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Numbers that)) {
      return false;
    }
    return names.equals(that.names) ? Arrays.equals(values, that.values) : sameWhereBoth(that);
  }

  /// A struct that gained or lost a member: only what both sides have can be compared.
  private boolean sameWhereBoth(Numbers that) {
    for (int i = 0; i < names.size(); i++) {
      int j = that.names.indexOf(names.get(i));
      if (j >= 0 && values[i] != that.values[j]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
