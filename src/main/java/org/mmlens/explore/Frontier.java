package org.mmlens.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.ir.Function;
import org.mmlens.jvm.Constants;
import org.mmlens.jvm.Probe;
import org.mmlens.lens.Calls;
import org.mmlens.lens.Course;
import org.mmlens.lens.Scenario;

/// How far runs have come on one side.
final class Frontier {

  private final Wanted wanted;
  private final List<Probe> branches;
  private final List<Probe> entries;
  private byte[] known;
  private byte[] outside;

  Frontier(Wanted wanted) {
    this.wanted = wanted;
    this.known = wanted.rig().coverage();
    this.outside = known;
    Set<String> symbols = symbols(wanted.functions());
    this.branches = of(wanted.rig().probes(), symbols);
    this.entries = of(wanted.rig().program().entries(), symbols);
  }

  private static List<Probe> of(List<Probe> probes, Set<String> symbols) {
    return probes.stream().filter(p -> symbols.contains(p.function())).toList();
  }

  private static Set<String> symbols(List<Function> functions) {
    return functions.stream().map(Function::symbol).collect(Collectors.toSet());
  }

  /// {@return how many wanted branches were not taken and wanted functions not entered}
  int missing() {
    return (int) Stream.concat(branches.stream(), entries.stream()).filter(p -> !taken(p)).count();
  }

  private boolean taken(Probe p) {
    return p.index() < known.length && known[p.index()] != 0;
  }

  /// {@return whether a run goes where no other has gone, in any function}
  boolean news(Scenario scenario, Course course) {
    return course.beyond(scenario.withinContract() ? known : outside);
  }

  /// Takes a run into account. Where only input that breaks the contract has gone, other input is
  /// wanted still.
  void learn(Scenario scenario, Course course) {
    outside = course.with(outside);
    if (scenario.withinContract()) {
      known = course.with(known);
    }
  }

  /// {@return where runs may go on to what is wanted: conditions of wanted functions, and of those
  /// that lead to one that was not entered}
  List<Site> sites() {
    Set<String> unentered =
        entries.stream().filter(p -> !taken(p)).map(Probe::function).collect(Collectors.toSet());
    List<Probe> all = new ArrayList<>(branches);
    if (!unentered.isEmpty()) {
      Set<String> callers = callers(unentered);
      callers.removeAll(symbols(wanted.functions()));
      all.addAll(of(wanted.rig().probes(), callers));
    }
    Map<Site, List<Probe>> ways = new LinkedHashMap<>();
    for (Probe p : all) {
      ways.computeIfAbsent(
              new Site(p.function(), p.at(), p.condition(), List.of()), _ -> new ArrayList<>())
          .add(p);
    }
    List<Site> found = new ArrayList<>();
    ways.forEach(
        (site, probes) -> {
          List<Probe> taken = probes.stream().filter(this::taken).toList();
          if (!taken.isEmpty() && taken.size() < probes.size()) {
            found.add(new Site(site.function(), site.at(), site.condition(), taken));
          }
        });
    return found;
  }

  private Set<String> callers(Set<String> of) {
    Set<String> found = new HashSet<>(of);
    boolean more = true;
    while (more) {
      more = false;
      for (Function f : wanted.reached()) {
        if (!found.contains(f.symbol()) && Calls.callees(f).stream().anyMatch(found::contains)) {
          found.add(f.symbol());
          more = true;
        }
      }
    }
    found.removeAll(of);
    return found;
  }

  /// {@return the constants beside a condition}
  SortedSet<Long> constants(Site site) {
    SortedSet<Long> found = new TreeSet<>();
    wanted.reached().stream()
        .filter(f -> f.symbol().equals(site.function()))
        .forEach(f -> found.addAll(Constants.beside(f, site.at().line(), site.condition())));
    found.removeIf(c -> !TellingValues.telling(c));
    return found;
  }

  /// {@return the constants of the wanted functions, those in conditions first, then those in
  /// conditions of what they call}
  Set<Long> constants() {
    Set<Long> found = new LinkedHashSet<>();
    wanted.functions().forEach(f -> found.addAll(Constants.compared(f)));
    wanted.functions().forEach(f -> found.addAll(Constants.of(f).keySet()));
    Set<String> callees = new HashSet<>();
    wanted.functions().forEach(f -> callees.addAll(Calls.callees(f)));
    wanted.reached().stream()
        .filter(f -> callees.contains(f.symbol()))
        .forEach(f -> found.addAll(Constants.compared(f)));
    found.removeIf(c -> !TellingValues.telling(c));
    return found;
  }

  Course run(Scenario scenario) {
    return wanted.rig().course(scenario);
  }
}
