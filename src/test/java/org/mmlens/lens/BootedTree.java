package org.mmlens.lens;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mmlens.c.Frontend;
import org.mmlens.c.parse.Sources;
import org.mmlens.ir.Program;
import org.mmlens.jvm.Executable;
import org.mmlens.jvm.Linker;
import org.mmlens.jvm.Options;
import org.mmlens.machine.Image;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.port.Architecture;
import org.mmlens.port.KernelConfig;
import org.mmlens.port.KernelModels;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;
import org.mmlens.tree.Trees;

/// A kernel tree together with C of a test, compiled as the lens compiles it and booted.
final class BootedTree {

  private static final int RAM = 64 << 20;

  private final Executable program;
  private final Program source;
  private final Machine machine;
  private final Machine.Snapshot booted;
  private final Map<String, Image.Callable> functions = new HashMap<>();

  /// What a test brings along.
  ///
  /// @param file its C, in `src/test/resources/lens`
  /// @param headers headers of the tree
  /// @param probed names; for those that a header has, `MMLENS_HAVE_name` is defined
  record Harness(String file, List<String> headers, List<String> probed) {
    Harness {
      headers = List.copyOf(headers);
      probed = List.copyOf(probed);
    }
  }

  private BootedTree(Executable program, Program source, Machine machine) {
    this.program = program;
    this.source = source;
    this.machine = machine;
    this.booted = machine.snapshot();
  }

  /// {@return the tree of that name: `fixture`, or a version that `fixtures/fetch-linux` has
  /// fetched; without it the test is skipped}
  static SourceTree open(String name) {
    Path folder =
        Path.of(
            name.equals("fixture") ? "fixtures/linux" : "fixtures/kernels/linux-source-" + name);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "not here: " + folder + "; fixtures/fetch-linux fetches it");
    return switch (Trees.directory(folder)) {
      case Trees.Opening.Opened(SourceTree tree) -> tree;
      case Trees.Opening.Refused(var error) -> throw new IllegalStateException(error.render());
    };
  }

  /// {@return the tree with all occurrences of a text in one file replaced}
  static SourceTree edited(SourceTree tree, String file, String from, String to) {
    String text = tree.text(file).orElseThrow();
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " has no " + from);
    }
    byte[] bytes = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    return OverlayTree.of(
        tree, Map.of(file, new OverlayTree.Change.Written(FileMode.REGULAR, bytes)), "edited");
  }

  /// {@return the tree, booted}
  ///
  /// @param tree a kernel tree
  /// @param config its configuration
  /// @param harness what is compiled with it
  /// @param entries the functions that will be called, of which those that exist are linked
  static BootedTree boot(
      SourceTree tree, KernelConfig config, Harness harness, List<String> entries) {
    String path = "mmlens/" + harness.file();
    byte[] text = text(tree, harness);
    Sources sources =
        file ->
            file.equals(path)
                ? Optional.of(text)
                : file.equals(StackLens.HARNESS)
                    ? Optional.of(StackLens.harness())
                    : tree.read(file);
    Architecture port = Architecture.of(sources, config);
    List<String> units = new ArrayList<>(port.units());
    units.add(StackLens.HARNESS);
    units.add(path);
    Program program =
        new Frontend(port.sources(), port.configuration(), new Frontend.Cache())
            .load(units, List.of());
    List<String> linked = new ArrayList<>(StackLens.BOOT);
    linked.addAll(entries);
    linked.removeIf(name -> program.symbolOf(name, "").isEmpty());
    Executable executable =
        Linker.link(
            program,
            new KernelModels(),
            linked,
            Options.standard().withCoverage(Options.Coverage.OFF));
    Machine machine =
        executable.newMachine(MachineConfig.standard().withRam(RAM).withSteps(100_000_000));
    for (String function : StackLens.BOOT) {
      if (program.symbolOf(function, "").isPresent()) {
        executable.call(machine, function);
      }
    }
    return new BootedTree(executable, program, machine);
  }

  private static byte[] text(SourceTree tree, Harness harness) {
    StringBuilder text = new StringBuilder();
    String header =
        harness.headers().stream().flatMap(h -> tree.text(h).stream()).collect(joining("\n"));
    for (String name : harness.probed()) {
      if (Pattern.compile("\\b" + name + "\\b").matcher(header).find()) {
        text.append("#define MMLENS_HAVE_").append(name).append(" 1\n");
      }
    }
    try {
      return text.append(Files.readString(Path.of("src/test/resources/lens", harness.file())))
          .toString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return whether the tree or the harness has a function}
  boolean has(String function) {
    return source.symbolOf(function, "").isPresent();
  }

  /// Calls a function, with a full budget of steps.
  ///
  /// @param function its C name
  /// @param args its arguments
  /// @return what it returned
  long call(String function, long... args) {
    machine.refill();
    return program.call(machine, functions.computeIfAbsent(function, program::callable), args);
  }

  /// {@return how many parameters a function has}
  int params(String function) {
    return functions.computeIfAbsent(function, program::callable).params();
  }

  Machine machine() {
    return machine;
  }

  Executable program() {
    return program;
  }

  /// Forgets everything since the tree was booted.
  void reset() {
    machine.reset(booted);
  }
}
