package org.mmlens.cli;

import picocli.CommandLine.Option;

/// How much of a run is told.
final class StoryOptions {

  @Option(
      names = "--every-call",
      description = "Show calls in which nothing else happens, too: no effect, no change of state.")
  private boolean everyCall;

  boolean everyCall() {
    return everyCall;
  }
}
