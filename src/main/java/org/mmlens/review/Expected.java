package org.mmlens.review;

import java.util.Optional;
import java.util.Set;

/// Something that a review is going to find and that somebody has declared to be as it should be.
///
/// @param aim which findings are meant
/// @param reason why they are as they should be
/// @param where it is declared, e.g. `.mmlens.toml:12`
public record Expected(Aim aim, String reason, String where) {

  /// Which findings are meant.
  public sealed interface Aim {}

  /// A difference in behaviour.
  ///
  /// It is meant only if it is in nothing but these observables: who expects another return value
  /// has not expected another address space beside it.
  ///
  /// @param function the function that was run, or the one in which the two runs part or the one
  ///   after the patch stops, without parentheses
  /// @param observables ids of observables
  public record Behaviour(String function, Set<String> observables) implements Aim {
    /// Copies the set.
    public Behaviour {
      observables = Set.copyOf(observables);
    }
  }

  /// One finding of any kind.
  ///
  /// @param fingerprint as reports give it
  public record Fingerprint(String fingerprint) implements Aim {}

  /// What a finding was before it was known to be expected.
  ///
  /// @param reason why it is as it should be
  /// @param where that is declared
  /// @param severity what it would have been
  /// @param message what it would have said
  public record Mark(String reason, String where, Finding.Severity severity, String message) {}

  /// {@return the mark of a finding that this means}
  Mark mark(Finding finding) {
    return new Mark(reason, where, finding.severity(), finding.message());
  }

  /// {@return a name for it, for messages}
  String name() {
    return switch (aim) {
      case Behaviour(var function, var observables) ->
          function + "(), " + String.join(", ", observables.stream().sorted().toList());
      case Fingerprint(var fingerprint) -> "fingerprint " + fingerprint;
    };
  }

  /// {@return a mark for a finding, if this means it}
  ///
  /// @param finding of a review
  /// @param difference what it stands for, if that is a difference in behaviour
  Optional<Mark> mark(Finding finding, Optional<Matched> difference) {
    boolean meant =
        switch (aim) {
          case Fingerprint(var fingerprint) -> finding.fingerprint().equals(fingerprint);
          case Behaviour(var function, var observables) ->
              difference
                  .filter(d -> d.functions().contains(function))
                  .filter(d -> observables.containsAll(d.observables()))
                  .isPresent();
        };
    return meant ? Optional.of(mark(finding)) : Optional.empty();
  }

  /// What counts of a difference here.
  ///
  /// @param functions where it is
  /// @param observables all that differ in it, by id
  record Matched(Set<String> functions, Set<String> observables) {}
}
