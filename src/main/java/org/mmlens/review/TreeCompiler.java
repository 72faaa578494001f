package org.mmlens.review;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.mmlens.c.CProgram;
import org.mmlens.c.Frontend;
import org.mmlens.c.parse.Sources;
import org.mmlens.cache.Store;
import org.mmlens.diag.Diagnostic;
import org.mmlens.lens.StackLens;
import org.mmlens.port.Architecture;
import org.mmlens.port.KernelConfig;
import org.mmlens.port.KernelModels;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.SourceTree;

/// Compiles the C of kernel trees that differ in few files.
final class TreeCompiler {

  private final KernelModels models = new KernelModels();
  private final KernelConfig config;
  private final Set<String> touched;
  private final Frontend.Cache cache;
  private final Map<String, Optional<byte[]>> common = new ConcurrentHashMap<>();
  private final Set<String> unfit = new TreeSet<>();
  private boolean first = true;
  private final Map<SourceTree, Begun> ahead = new IdentityHashMap<>();

  /// Prepares a compiler.
  ///
  /// @param config the kernel configuration
  /// @param touched the files in which the trees may differ; what is wrong in them is an error
  TreeCompiler(KernelConfig config, Set<String> touched) {
    this(config, touched, Optional.empty());
  }

  /// Prepares a compiler.
  ///
  /// @param config the kernel configuration
  /// @param touched the files in which the trees may differ; what is wrong in them is an error
  /// @param kept what earlier runs have compiled, if anything is kept
  TreeCompiler(KernelConfig config, Set<String> touched, Optional<Kept> kept) {
    this.config = config;
    this.touched = Set.copyOf(touched);
    this.cache =
        kept.map(k -> new Frontend.Cache(k.store(), k.place())).orElseGet(Frontend.Cache::new);
  }

  /// What earlier runs have compiled.
  ///
  /// @param store where it is
  /// @param place of the tree that all others come from, if it has one
  record Kept(Store store, Optional<String> place) {

    /// {@return what is kept for trees that come from one}
    static Optional<Kept> of(ReviewOptions options, SourceTree base) {
      return options.programs().map(store -> new Kept(store, base.place()));
    }
  }

  /// Keeps what was compiled for the next run.
  void save() {
    cache.save();
  }

  /// {@return the kernel functions that Java answers}
  KernelModels models() {
    return models;
  }

  /// Begins to compile what is particular to a tree, while another one is worked on.
  ///
  /// @param tree a kernel tree
  void anticipate(SourceTree tree) {
    if (ahead.containsKey(tree)) {
      return;
    }
    Begun begun = begin(tree);
    begun.frontend().anticipate(begun.files().stream().filter(touched::contains).toList());
    ahead.put(tree, begun);
  }

  /// {@return the program of a tree, or what is wrong with its touched files}
  ///
  /// The first tree is the one no patch has touched yet.
  ///
  /// @param tree a kernel tree
  Compilation compile(SourceTree tree) {
    Begun known = ahead.remove(tree);
    Begun begun = known == null ? begin(tree) : known;
    Compilation compiled = compile(begun);
    // What does not compile before any patch is applied is beyond mmlens, not wrong: the arch it is
    // has few headers. Such files stay unread, and a review names them.
    while (first && compiled instanceof Compilation.Broken(var errors)) {
      Set<String> named = new TreeSet<>();
      errors.forEach(e -> named.add(e.at().path()));
      named.retainAll(begun.extra());
      if (!unfit.addAll(named)) {
        break;
      }
      compiled = compile(begun);
    }
    first = false;
    return compiled;
  }

  private Compilation compile(Begun begun) {
    List<String> files = begun.files().stream().filter(f -> !unfit.contains(f)).toList();
    CProgram program = begun.frontend().load(files, touched);
    List<Diagnostic> errors =
        program.check(touched).stream()
            .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
            .toList();
    return errors.isEmpty() ? new Compilation.Compiled(program) : new Compilation.Broken(errors);
  }

  private Begun begin(SourceTree tree) {
    Sources sources =
        path ->
            path.equals(StackLens.HARNESS) ? Optional.of(StackLens.harness()) : read(tree, path);
    Architecture port = Architecture.of(sources, config);
    List<String> files = new ArrayList<>(port.units());
    List<String> extra =
        touched.stream()
            .filter(file -> file.endsWith(".c") && mayRun(file))
            .filter(file -> !files.contains(file) && tree.exists(file))
            .sorted()
            .toList();
    files.addAll(extra);
    files.add(StackLens.HARNESS);
    Frontend.Stamps stamps =
        path ->
            Architecture.overlays(path) || path.equals(StackLens.HARNESS) || touched.contains(path)
                ? Optional.empty()
                : tree.stamp(path);
    return new Begun(
        new Frontend(port.sources(), stamps, port.configuration(), cache), files, extra);
  }

  /// What the trees have in common is read once; a link may lead to a file they differ in.
  private Optional<byte[]> read(SourceTree tree, String path) {
    if (touched.contains(path)) {
      return tree.read(path);
    }
    Optional<byte[]> known = common.get(path);
    if (known == null) {
      known = tree.read(path);
      if (tree.mode(path).filter(FileMode.SYMLINK::equals).isEmpty()) {
        common.put(path, known);
      }
    }
    return known;
  }

  /// A tree that is being compiled.
  ///
  /// @param frontend reads it
  /// @param files all files to compile
  /// @param extra those of them that are compiled only since the series touches them
  private record Begun(Frontend frontend, List<String> files, List<String> extra) {}

  /// A file the lens does not know of, e.g. a new one, may take over what it runs. Drivers and
  /// other architectures are left alone: they need headers that arch mmlens does not have.
  private static boolean mayRun(String file) {
    return file.startsWith("mm/") || file.startsWith("lib/") || file.startsWith("fs/exec");
  }

  /// What compiling gave.
  sealed interface Compilation {
    /// The program.
    ///
    /// @param program lowered on demand
    record Compiled(CProgram program) implements Compilation {}

    /// Errors in touched files.
    ///
    /// @param errors at least one
    record Broken(List<Diagnostic> errors) implements Compilation {
      /// Copies the list.
      public Broken {
        errors = List.copyOf(errors);
      }
    }
  }
}
