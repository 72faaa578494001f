package org.mmlens.mail;

import java.util.List;
import java.util.Optional;

/// A series of patches, in order.
///
/// @param heading what it is called and who sent it
/// @param cover its cover letter
/// @param patches in the order of their counters; at least one
/// @param base what it says about its tree
public record Series(
    SeriesHeading heading, Optional<CoverLetter> cover, List<PatchMail> patches, BaseHints base) {

  /// Copies the patches.
  public Series {
    patches = List.copyOf(patches);
    if (patches.isEmpty()) {
      throw new IllegalArgumentException("a series without patches");
    }
  }

  /// {@return the N of `vN`}
  public int revision() {
    return heading.subject().revision();
  }

  /// {@return the counters of the patches that were not found}
  public List<Integer> missing() {
    return heading.missing();
  }
}
