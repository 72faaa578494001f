package org.mmlens.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The program.
public final class Main {

  private Main() {}

  /// Runs one command and ends the process with its exit code.
  ///
  /// @param args the command line
  public static void main(String[] args) {
    var interruption = new Interruption();
    interruption.watch();
    int status = ExitCode.INTERNAL.status();
    try {
      status = CommandLines.run(surroundings(interruption), new ReviewEngine(), args);
    } finally {
      interruption.done();
      System.exit(status);
    }
  }

  private static Surroundings surroundings(Interruption interruption) {
    return new Surroundings(
        System.in,
        writer(new LoudStream(new FileOutputStream(FileDescriptor.out))),
        writer(new FileOutputStream(FileDescriptor.err)),
        Path.of(""),
        Optional.ofNullable(System.getProperty("mmlens.home")).map(Path::of),
        Optional.ofNullable(System.getProperty("mmlens.build")),
        System.getenv(),
        Terminal.OUT.columns(),
        Terminal.ERR.columns(),
        interruption);
  }

  static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }
}
