package org.mmlens.machine;

import java.util.ArrayList;
import java.util.List;

/// Reads C backtraces off the Java stack.
///
/// Code that stands for C lives in class loaders named [#LOADER]; its source file is the path in
/// the tree and its line numbers are those of the C.
public final class Backtrace {

  /// The name of every class loader that defines compiled C.
  public static final String LOADER = "mmlens-c";

  private Backtrace() {}

  /// {@return the C frames of a Java stack trace, innermost first}
  ///
  /// @param trace as [Throwable#getStackTrace] gives it
  static List<Frame> of(StackTraceElement[] trace) {
    List<Frame> frames = new ArrayList<>();
    for (StackTraceElement e : trace) {
      String file = e.getFileName();
      if (file != null && isC(e)) {
        frames.add(new Frame(e.getMethodName(), file, e.getLineNumber()));
      }
    }
    return List.copyOf(frames);
  }

  private static boolean isC(StackTraceElement e) {
    return LOADER.equals(e.getClassLoaderName()) && e.getLineNumber() > 0;
  }

  /// {@return the innermost C frames of this thread}
  ///
  /// @param limit at most so many
  static List<Frame> here(int limit) {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .filter(Backtrace::isC)
                    .limit(limit)
                    .map(
                        e ->
                            new Frame(
                                e.getMethodName(),
                                String.valueOf(e.getFileName()),
                                e.getLineNumber()))
                    .toList());
  }
}
