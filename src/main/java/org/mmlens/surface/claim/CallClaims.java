package org.mmlens.surface.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.surface.CallGraph;
import org.mmlens.surface.Surface;
import org.mmlens.surface.claim.Judgement.Confirmed;
import org.mmlens.surface.claim.Judgement.NotCheckable;
import org.mmlens.surface.claim.Judgement.Refuted;
import org.mmlens.surface.scan.Use;

/// Judges what is said to call what, by the calls in the source and by what runs have entered.
///
/// That the source has no chain of calls refutes. A chain that is there may never be taken: runs
/// that entered the caller by every function that uses it, and never went down the chain, refute as
/// well; if other functions use it too, nothing can be said.
final class CallClaims {

  private final Surface surface;
  private final Optional<Executed> ran;

  CallClaims(Surface surface, Optional<Executed> ran) {
    this.surface = surface;
    this.ran = ran;
  }

  /// What is known of one caller and one target, with the words for it.
  private sealed interface Sight {
    record Holds(String line) implements Sight {}

    record Fails(String line) implements Sight {}

    record Open(String line) implements Sight {}
  }

  Judgement judge(Claim.Invokes claim) {
    Set<String> roots = new TreeSet<>(claim.callers());
    claim.targets().stream()
        .filter(target -> target.words().size() == 1)
        .forEach(target -> roots.addAll(target.words()));
    CallGraph graph = surface.calls(roots);
    List<String> holds = new ArrayList<>();
    List<String> fails = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String caller : claim.callers()) {
      if (!graph.knows(caller)) {
        return new NotCheckable("there is no body of " + caller + "() in the patch's tree");
      }
      for (Claim.Target target : claim.targets()) {
        if (!graph.knowsAny(target::means)) {
          return new NotCheckable("there is no %s in the files followed".formatted(target.text()));
        }
        switch (look(caller, target, graph)) {
          case Sight.Holds(String line) -> holds.add(line);
          case Sight.Fails(String line) -> fails.add(line);
          case Sight.Open(String line) -> open.add(line);
        }
      }
    }
    if (!fails.isEmpty()) {
      fails.addAll(holds);
      fails.addAll(open);
      return new Refuted(fails);
    }
    return open.isEmpty() ? new Confirmed(holds) : new NotCheckable(String.join("; ", open));
  }

  private Sight look(String caller, Claim.Target target, CallGraph graph) {
    Optional<List<String>> path = graph.path(caller, target::means);
    if (path.isEmpty() && entered(target).isPresent()) {
      return new Sight.Open(byPointer(caller, target));
    }
    if (path.isEmpty()) {
      return new Sight.Fails(unreached(caller, target, graph));
    }
    String chain = String.join(" → ", path.get());
    if (ran.isEmpty() || !ran.get().functions().contains(caller)) {
      return new Sight.Holds("%s() can reach it: %s".formatted(caller, chain));
    }
    Executed runs = ran.get();
    Optional<List<String>> taken =
        graph.path(caller, target::means, name -> runs.functions().contains(name));
    if (taken.isPresent()) {
      return new Sight.Holds(
          "%s() reached it in %s: %s"
              .formatted(caller, runs.text(), String.join(" → ", taken.get())));
    }
    if (entered(target).isPresent()) {
      return new Sight.Open(byPointer(caller, target));
    }
    String idle =
        "none of %s that went through %s() came to a %s; the source has %s"
            .formatted(runs.text(), caller, target.text(), chain);
    List<String> others = usersNotRun(caller, runs);
    return others.isEmpty()
        ? new Sight.Fails(idle)
        : new Sight.Open(idle + ", and " + others.getFirst() + "() was not run");
  }

  private Optional<String> entered(Claim.Target target) {
    return ran.flatMap(r -> r.functions().stream().filter(target::means).sorted().findFirst());
  }

  private String byPointer(String caller, Claim.Target target) {
    return "runs came to %s(), but the source shows no chain of calls from %s() that they took"
        .formatted(entered(target).orElse(target.text()), caller);
  }

  /// {@return the functions that use it and that no run has entered}
  private List<String> usersNotRun(String caller, Executed runs) {
    return surface.symbols(caller).stream()
        .flatMap(symbol -> surface.users(symbol).stream())
        .map(Use::around)
        .map(around -> around.name())
        .filter(name -> !name.isEmpty() && !runs.functions().contains(name))
        .distinct()
        .toList();
  }

  private String unreached(String caller, Claim.Target target, CallGraph graph) {
    String none =
        "none of the %,d functions and macros that %s() can reach, %,d of them outside of the files followed, is a %s"
            .formatted(graph.reach(caller), caller, graph.unfollowed(caller), target.text());
    return ran.filter(runs -> runs.functions().contains(caller))
        .map(runs -> none + ", and none of " + runs.text() + " came to one")
        .orElse(none);
  }
}
