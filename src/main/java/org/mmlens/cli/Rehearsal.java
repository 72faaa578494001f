package org.mmlens.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes through what people ask most, so that the JVM can note which classes that takes and write
/// them into the archive that the launcher starts with.
///
/// Nothing is printed, and no exit code means anything: an archive that lacks a class costs time
/// and no more.
final class Rehearsal {

  private Rehearsal() {}

  /// Runs some commands.
  ///
  /// @param args where mmlens is installed, and a folder that may be used as a cache
  public static void main(String[] args) {
    Path home = Path.of(args[0]);
    Surroundings here =
        new Surroundings(
            InputStream.nullInputStream(),
            Main.writer(new LoudStream(OutputStream.nullOutputStream())),
            Main.writer(OutputStream.nullOutputStream()),
            home,
            Optional.of(home),
            Optional.of("rehearsal"),
            Map.of("MMLENS_CACHE", args[1]),
            Terminal.OUT.columns(),
            new Interruption());
    for (List<String> command : commands(home.resolve("patches"))) {
      int _ = CommandLines.run(here, new ReviewEngine(), command.toArray(String[]::new));
    }
    System.exit(ExitCode.CLEAN.status());
  }

  private static List<List<String>> commands(Path patches) {
    String moved = patches.resolve("02-relocate-vma-down.mbox").toString();
    String wrong = patches.resolve("05-wrong-floor.mbox").toString();
    return List.of(
        List.of("--version"),
        List.of("help"),
        List.of("surface", moved),
        List.of("review", moved),
        List.of("review", moved),
        List.of("review", "--format", "json", wrong),
        List.of("review", patches.resolve("09-does-not-apply.mbox").toString()));
  }
}
