package org.mmlens.machine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Reads C backtraces off the Java stack.
///
/// Code that stands for C lives in class loaders named [#LOADER]; its source file is the path in
/// the tree and its line numbers are those of the C, or stand a known number of lines further up.
public final class Backtrace {

  /// The name of every class loader that defines compiled C.
  public static final String LOADER = "mmlens-c";

  private Backtrace() {}

  /// {@return the C frames of a Java stack trace, innermost first}
  ///
  /// @param trace as [Throwable#getStackTrace] gives it
  /// @param image the program that was running
  static List<Frame> of(StackTraceElement[] trace, Image image) {
    return frames(Arrays.stream(trace), image).toList();
  }

  /// {@return the innermost C frames of this thread}
  ///
  /// @param limit at most so many
  /// @param image the program that is running
  static List<Frame> here(int limit, Image image) {
    return StackWalker.getInstance()
        .walk(
            all ->
                frames(all.map(StackWalker.StackFrame::toStackTraceElement), image)
                    .limit(limit)
                    .toList());
  }

  private static Stream<Frame> frames(Stream<StackTraceElement> elements, Image image) {
    return elements
        .filter(e -> LOADER.equals(e.getClassLoaderName()) && e.getLineNumber() > 0)
        .map(e -> frame(e, image));
  }

  private static Frame frame(StackTraceElement e, Image image) {
    int shift = image.lineShift(e.getClassName(), e.getMethodName());
    return new Frame(e.getMethodName(), String.valueOf(e.getFileName()), e.getLineNumber() + shift);
  }
}
