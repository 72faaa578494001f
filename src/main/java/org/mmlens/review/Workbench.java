package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mmlens.c.CProgram;
import org.mmlens.ir.Function;
import org.mmlens.jvm.Executable;
import org.mmlens.jvm.Linker;
import org.mmlens.jvm.Options;
import org.mmlens.jvm.Reachable;
import org.mmlens.lens.Calls;
import org.mmlens.lens.EntryFinder;
import org.mmlens.lens.LensException;
import org.mmlens.lens.StackLens;
import org.mmlens.lens.StackRig;
import org.mmlens.machine.Stop;
import org.mmlens.tree.SourceTree;

/// Makes trees ready to run, and keeps those that are still needed.
final class Workbench {

  private final ReviewOptions options;
  private final Set<String> changedFunctions;
  private final TreeCompiler compiler;
  private final Options.Calls calls;
  private final List<Kept> kept = new ArrayList<>();

  /// A tree and what was made of it.
  private record Kept(SourceTree tree, Side side) {}

  Workbench(ReviewOptions options, Set<String> changedFunctions, TreeCompiler compiler) {
    this(options, changedFunctions, compiler, Options.Calls.UNTOLD);
  }

  Workbench(
      ReviewOptions options,
      Set<String> changedFunctions,
      TreeCompiler compiler,
      Options.Calls calls) {
    this.calls = calls;
    this.options = options;
    this.changedFunctions = Set.copyOf(changedFunctions);
    this.compiler = compiler;
  }

  /// Begins to work on a tree that will be asked for.
  void anticipate(SourceTree tree) {
    if (kept.stream().noneMatch(k -> k.tree() == tree)) {
      compiler.anticipate(tree);
    }
  }

  /// {@return the tree, ready to run as far as it can be}
  Side side(SourceTree tree) {
    for (Kept k : kept) {
      if (k.tree() == tree) {
        return k.side();
      }
    }
    Side made = make(tree);
    kept.add(new Kept(tree, made));
    return made;
  }

  /// Forgets a tree that is no longer needed.
  void drop(SourceTree tree) {
    kept.removeIf(k -> k.tree() == tree);
  }

  private Side make(SourceTree tree) {
    return switch (compiler.compile(tree)) {
      case TreeCompiler.Compilation.Broken(var errors) -> new Side.Broken(errors);
      case TreeCompiler.Compilation.Compiled(CProgram program) -> ready(program);
    };
  }

  private Side ready(CProgram program) {
    Optional<Function> entry = EntryFinder.entry(program);
    if (entry.isEmpty()) {
      return new Side.Unfit(EntryFinder.missing());
    }
    List<String> missing =
        StackLens.NEEDED.stream().filter(n -> program.symbolOf(n, "").isEmpty()).toList();
    if (!missing.isEmpty()) {
      return new Side.Unfit("the tree has no " + String.join("(), no ", missing) + "()");
    }
    List<String> boot =
        StackLens.BOOT.stream().filter(n -> program.symbolOf(n, "").isPresent()).toList();
    Optional<String> exit = program.symbolOf(StackLens.EXIT, "");
    List<String> entries =
        Stream.of(List.of(entry.get().symbol()), StackLens.NEEDED, boot)
            .flatMap(List::stream)
            .toList();
    List<String> linked = Stream.concat(entries.stream(), exit.stream()).toList();
    try {
      Options how = Options.standard().withFromSource(changedFunctions).withCalls(calls);
      Executable executable =
          newest()
              .map(like -> Linker.link(program, compiler.models(), linked, how, like))
              .orElseGet(() -> Linker.link(program, compiler.models(), linked, how));
      Predicate<String> answered =
          name -> compiler.models().model(name).isPresent() && !changedFunctions.contains(name);
      Set<Function> reached = Calls.closure(program, entry.get().symbol(), answered);
      var rig = new StackRig(executable, entry.get().symbol(), boot, options.steps());
      rig.tearDownWith(exit);
      return new Side.Ready(
          program, entry.get(), reached, Reachable.of(program, entries, answered), rig);
    } catch (LensException e) {
      return new Side.Unfit(String.valueOf(e.getMessage()));
    } catch (Stop e) {
      return new Side.Unfit("the lens cannot boot the tree: " + where(e));
    }
  }

  private Optional<Executable> newest() {
    for (Kept k : kept.reversed()) {
      if (k.side() instanceof Side.Ready r) {
        return Optional.of(r.rig().program());
      }
    }
    return Optional.empty();
  }

  private static String where(Stop stop) {
    return stop.why() + stop.backtrace().stream().findFirst().map(f -> " (" + f + ")").orElse("");
  }

  /// {@return the same, with the functions named that Java would answer if the change left them
  /// alone, should nothing be said because of their source}
  private Behaviour.Compared named(
      Behaviour.Compared compared, ChangedCode changed, Set<String> unread) {
    Set<String> modelled = new TreeSet<>(changed.functions().keySet());
    modelled.removeIf(name -> compiler.models().model(name).isEmpty());
    if (modelled.isEmpty()
        || !(compared.verdict() instanceof Verdict.Inconclusive(var reasons, var evidence))) {
      return compared;
    }
    List<String> all = new ArrayList<>();
    all.add(
        "the patch changes %s(), which Java answers otherwise, and its source %s"
            .formatted(
                String.join("(), ", modelled),
                unread.isEmpty() ? "does not run here" : "is not among what is compiled"));
    all.addAll(reasons);
    return new Behaviour.Compared(
        new Verdict.Inconclusive(List.copyOf(all), evidence), compared.notRun());
  }

  /// {@return functions of the change that the lens runs into, that Java would answer if the change
  /// left them alone, and whose files are not compiled}
  private Set<String> unread(ChangedCode changed, Side.Ready before, Side.Ready after) {
    Set<String> names = new TreeSet<>();
    for (Side.Ready side : List.of(before, after)) {
      names.addAll(side.rig().program().linkage().unresolved().keySet());
    }
    names.retainAll(changed.functions().keySet());
    names.removeIf(name -> compiler.models().model(name).isEmpty());
    return names;
  }

  /// {@return the verdict on two sides}
  Behaviour.Compared compare(Side before, Side after, Subject subject, Progress progress) {
    ChangedCode changed = subject.code();
    if (before instanceof Side.Ready b && after instanceof Side.Ready a) {
      Set<String> unread = unread(changed, b, a);
      Behaviour.Compared compared =
          unread.isEmpty()
              ? new Behaviour(options, compiler.models(), progress).compare(b, a, subject)
              : new Behaviour.Compared(
                  new Verdict.Inconclusive(List.of(), Optional.empty()),
                  changed.functions().keySet());
      return named(compared, changed, unread);
    }
    Set<String> reasons = new TreeSet<>();
    for (Side side : List.of(before, after)) {
      if (side instanceof Side.Unfit(String reason)) {
        reasons.add(reason);
      }
    }
    return new Behaviour.Compared(
        new Verdict.Inconclusive(List.copyOf(reasons), Optional.empty()),
        changed.functions().keySet());
  }
}
