package org.mmlens.bot.config;

import java.util.List;

/// What may be said to a list.
///
/// @param audience who may hear it
/// @param moderated whether a person has to approve it first
/// @param embargoHours how long a result waits before it leaves this machine, 0 or more
public record Policy(Audience audience, boolean moderated, int embargoHours) {

  /// Who may hear of a review. In this order: the more restrictive comes first.
  public enum Audience {
    /// Nobody.
    MUTE,
    /// Who sent the series.
    AUTHOR_ONLY,
    /// Everybody the author sent it to.
    REPLY_ALL
  }

  /// What holds where nothing is said: a mail to the author that a person has approved.
  public static final Policy USUAL = new Policy(Audience.AUTHOR_ONLY, true, 0);

  /// {@return the most restrictive of several policies, each of its parts for itself}
  ///
  /// @param policies at least one
  public static Policy strictest(List<Policy> policies) {
    return policies.stream().reduce(Policy::and).orElseThrow();
  }

  private Policy and(Policy other) {
    return new Policy(
        audience.compareTo(other.audience) < 0 ? audience : other.audience,
        moderated || other.moderated,
        Math.max(embargoHours, other.embargoHours));
  }
}
