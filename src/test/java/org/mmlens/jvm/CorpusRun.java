package org.mmlens.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mmlens.c.CProgram;
import org.mmlens.c.Corpus;
import org.mmlens.c.Frontend;
import org.mmlens.c.parse.Configuration;
import org.mmlens.c.parse.Sources;
import org.mmlens.machine.EffectLog;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;

/// Runs one C program on a machine.
public final class CorpusRun {

  private CorpusRun() {}

  /// What a program did.
  ///
  /// @param output the numbers it printed with `out()`
  /// @param events what it did wrong
  public record Outcome(List<Long> output, List<String> events) {}

  /// {@return what it does as the program is compiled by default}
  ///
  /// @param source the program
  public static Outcome of(Path source) throws IOException {
    return of(source, Sizes.STANDARD);
  }

  /// {@return what it does with methods of these sizes}
  static Outcome of(Path source, Sizes sizes) throws IOException {
    String name = source.getFileName().toString();
    Sources sources = Corpus.sources(source);
    var configuration = new Configuration(List.of("include"), Configuration.gnuMacros(), List.of());
    CProgram program =
        new Frontend(sources, configuration, new Frontend.Cache())
            .load(List.of(name), List.of(name));
    LinkedProgram linked =
        new LinkedProgram(program, CorpusModels::find, Options.standard(), sizes);
    linked.link(List.of("main"));
    Executable e = new Executable(linked);
    Machine m = e.newMachine(MachineConfig.standard().withRam(8 << 20).withSteps(50_000_000));
    e.call(m, "main", new long[e.callable("main").params()]);
    return new Outcome(
        output(m.effects()), m.events().all().stream().map(Object::toString).toList());
  }

  private static List<Long> output(EffectLog log) {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < log.size(); i++) {
      numbers.add(log.arg(i, 0));
    }
    return numbers;
  }
}
