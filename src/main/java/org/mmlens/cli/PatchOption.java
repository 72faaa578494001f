package org.mmlens.cli;

import java.util.Optional;

/// Checks `--patch` against the series.
final class PatchOption {

  private PatchOption() {}

  static void check(Optional<Integer> patch, int patches) {
    if (patch.isPresent() && (patch.get() > patches || patch.get() < 1)) {
      throw Refusal.usage(
          "found --patch %d, expected 1 to %d: the series has no %s"
              .formatted(patch.get(), patches, patch.get() < 1 ? "such patch" : "more"));
    }
  }
}
