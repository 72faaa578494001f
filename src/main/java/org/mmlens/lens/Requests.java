package org.mmlens.lens;

import org.mmlens.machine.Faults;

/// What a run asked for that can be refused.
///
/// @param slab how many slab allocations
/// @param pages how many page allocations
/// @param order tells the orders in which these two came apart
/// @param waits how many waits that a signal can end
public record Requests(int slab, int pages, long order, int waits) {

  /// A run that asked for nothing.
  public static final Requests NONE = new Requests(0, 0, 0, 0);

  static Requests of(Faults faults) {
    return new Requests(faults.slabs(), faults.pages(), faults.order(), faults.waits());
  }

  /// {@return how many allocations}
  public int allocations() {
    return slab + pages;
  }

  /// {@return whether the k-th allocation of one run is of the same kind as that of another, for
  /// every k}
  ///
  /// @param other what another run asked for
  public boolean sameAllocations(Requests other) {
    return slab == other.slab && pages == other.pages && order == other.order;
  }
}
