package org.mmlens.lens;

import java.util.List;
import java.util.Optional;

/// One run, told call by call.
///
/// @param outcome what the run came to
/// @param steps what happened, in order
/// @param complete whether every step was kept; the first [#MOST] of a longer run are
public record Trace(Outcome outcome, List<Step> steps, boolean complete) {

  /// How many steps of a run are kept.
  public static final int MOST = 100_000;

  /// Copies the list.
  public Trace {
    steps = List.copyOf(steps);
  }

  /// Something that happened. Its depth is the number of functions it happened within.
  public sealed interface Step {

    /// {@return within how many functions it happened}
    int depth();

    /// A function began.
    ///
    /// @param depth without the function itself
    /// @param function its C name
    /// @param args its arguments, objects by name; absent for a function that Java answers
    /// @param from the C line of the call; absent for the entry function
    record Entered(
        int depth, String function, Optional<List<String>> args, Optional<Outcome.Frame> from)
        implements Step {
      /// Copies the list.
      public Entered {
        args = args.map(List::copyOf);
      }
    }

    /// A function ended.
    ///
    /// @param depth that of its beginning
    /// @param function its C name
    /// @param value what it returned, as kernel people write it, objects by name; absent for `void`
    record Left(int depth, String function, Optional<String> value) implements Step {}

    /// An effect, or something that went wrong without ending the run.
    ///
    /// @param depth the number of functions it happened within
    /// @param event what
    record Happened(int depth, Outcome.Event event) implements Step {}

    /// The address space is no longer what it was. The first step of a trace is the layout.
    ///
    /// @param depth that of the function that has just ended; 0 for the layout
    /// @param state of which VMAs, pages and page-table pages are known, and nothing else
    record Changed(int depth, Outcome state) implements Step {}
  }
}
