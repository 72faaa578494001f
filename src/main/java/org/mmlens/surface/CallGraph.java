package org.mmlens.surface;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Kind;

/// Which functions and macros name which others in their bodies.
///
/// All branches of conditionals count, and so does taking an address. What is called through a
/// pointer is found only where the function whose address it is was named on the way. Bodies
/// outside of `mm/`, `lib/` and the folders of the functions asked about are not followed, except
/// those in headers; [#unfollowed] counts the functions that lead there.
public final class CallGraph {

  private final Map<String, Set<String>> named = new HashMap<>();
  private final Set<String> functions = new HashSet<>();
  private final Set<String> declaredOnly = new HashSet<>();

  private CallGraph() {}

  static CallGraph of(TreeView view, Set<String> functions) {
    Set<String> definers = new TreeSet<>();
    for (List<Symbol> symbols : Symbols.of(view, functions).values()) {
      symbols.forEach(s -> s.definitions().forEach(entity -> definers.add(entity.path())));
    }
    Set<String> folders = new TreeSet<>(Set.of("lib", "mm"));
    definers.forEach(path -> folders.add(Paths.domain(path)));
    Set<String> files = new TreeSet<>();
    folders.stream()
        .flatMap(folder -> view.tree().list(folder))
        .filter(path -> path.endsWith(".c"))
        .filter(path -> !path.startsWith("lib/") || Paths.folder(path).equals("lib"))
        .forEach(files::add);
    definers.forEach(path -> files.addAll(view.includes().closure(path)));
    return ofFiles(view, files);
  }

  private static CallGraph ofFiles(TreeView view, Set<String> files) {
    List<Entity> callables =
        files.parallelStream()
            .flatMap(path -> view.facts(path).entities().stream())
            .filter(entity -> entity.kind().callable())
            .toList();
    List<Entity> bodies = callables.stream().filter(Entity::definition).toList();
    Set<String> known = new HashSet<>();
    callables.forEach(entity -> known.add(entity.name()));
    var graph = new CallGraph();
    for (Entity entity : bodies) {
      if (entity.kind() == Kind.FUNCTION || entity.kind() == Kind.INLINE) {
        graph.functions.add(entity.name());
      }
      Set<String> callees = graph.named.computeIfAbsent(entity.name(), key -> new TreeSet<>());
      String before = "";
      for (String token : entity.shape().body().split(" ")) {
        if (known.contains(token) && !before.equals(".") && !before.equals("->")) {
          callees.add(token);
        }
        before = token;
      }
    }
    known.removeAll(graph.named.keySet());
    graph.declaredOnly.addAll(known);
    return graph;
  }

  /// {@return whether the function has a body here}
  ///
  /// @param function its name
  public boolean knows(String function) {
    return named.containsKey(function);
  }

  /// {@return how many functions and macros can be reached from a function, itself left out}
  ///
  /// @param function its name
  public int reach(String function) {
    return search(function, name -> false).size() - 1;
  }

  /// {@return whether some function that the graph knows is meant}
  ///
  /// @param target tells which
  public boolean knowsAny(Predicate<String> target) {
    return named.keySet().stream().anyMatch(target);
  }

  /// {@return how many functions can be reached whose bodies are not part of the graph}
  ///
  /// @param function where to begin
  public long unfollowed(String function) {
    return search(function, name -> false).keySet().stream().filter(declaredOnly::contains).count();
  }

  /// {@return a shortest chain of calls, first and last included; empty where there is none}
  ///
  /// @param from a function
  /// @param target what to reach
  public Optional<List<String>> path(String from, Predicate<String> target) {
    return path(from, target, name -> true);
  }

  /// {@return a shortest chain of calls that keeps to some functions; empty where there is none}
  ///
  /// @param from a function
  /// @param target what to reach
  /// @param through which functions the chain may hold; macros and what has no body are let through
  public Optional<List<String>> path(
      String from, Predicate<String> target, Predicate<String> through) {
    Map<String, String> callers = search(from, target, through);
    Optional<String> found =
        callers.keySet().stream()
            .filter(name -> !name.equals(from) && target.test(name))
            .sorted()
            .findFirst();
    return found.map(name -> chain(name, from, callers));
  }

  /// {@return everything reached until a target is, each with the function that named it}
  private Map<String, String> search(String from, Predicate<String> target) {
    return search(from, target, name -> true);
  }

  private Map<String, String> search(
      String from, Predicate<String> target, Predicate<String> through) {
    Map<String, String> callers = new HashMap<>(Map.of(from, from));
    var open = new ArrayDeque<String>(List.of(from));
    while (!open.isEmpty()) {
      String caller = open.poll();
      for (String callee : named.getOrDefault(caller, Set.of())) {
        boolean passable = !functions.contains(callee) || through.test(callee);
        if (passable && callers.putIfAbsent(callee, caller) == null) {
          if (target.test(callee)) {
            return callers;
          }
          open.add(callee);
        }
      }
    }
    return callers;
  }

  private static List<String> chain(String last, String from, Map<String, String> callers) {
    List<String> chain = new ArrayList<>(List.of(last));
    while (!chain.getLast().equals(from)) {
      chain.add(callers.getOrDefault(chain.getLast(), from));
    }
    Collections.reverse(chain);
    return chain;
  }
}
