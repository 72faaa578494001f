package org.mmlens.cli;

import java.io.IOException;

/// The program that the bot starts for one review: `mmlens`, but it ends when its standard input
/// does, which is when the bot has died.
public final class ReviewWorker {

  private static final int ORPHANED = 143;

  private ReviewWorker() {}

  /// Runs one command and ends the process with its exit code.
  ///
  /// @param args the command line of `mmlens`
  public static void main(String[] args) {
    Thread.ofPlatform().daemon().name("parent").start(ReviewWorker::endWithParent);
    Main.main(args);
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(ORPHANED);
  }
}
