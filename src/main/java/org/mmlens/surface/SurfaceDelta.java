package org.mmlens.surface;

import java.util.Comparator;
import java.util.List;

/// Everything a patch changes about the surface, most severe first, then by place.
///
/// @param changes the changes
public record SurfaceDelta(List<SurfaceChange> changes) {

  private static final Comparator<SurfaceChange> ORDER =
      Comparator.comparing(SurfaceChange::severity)
          .thenComparing(SurfaceChange::at)
          .thenComparing(SurfaceChange::rule)
          .thenComparing(SurfaceChange::message);

  /// Copies and sorts the list.
  public SurfaceDelta {
    changes = changes.stream().sorted(ORDER).toList();
  }
}
