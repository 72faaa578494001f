package org.mmlens.surface.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.mmlens.surface.Rung;
import org.mmlens.surface.Surface;
import org.mmlens.surface.Symbol;
import org.mmlens.surface.claim.Judgement.Confirmed;
import org.mmlens.surface.claim.Judgement.NotCheckable;
import org.mmlens.surface.claim.Judgement.Refuted;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Use;

/// Compares claims with the surfaces before and after.
public final class ClaimJudge {

  private final Surface before;
  private final Surface after;
  private final Optional<Executed> ran;

  /// A judge of one patch, or of a series as a whole.
  ///
  /// @param before the surface before
  /// @param after the surface after
  public ClaimJudge(Surface before, Surface after) {
    this(before, after, Optional.empty());
  }

  /// A judge who also knows what was run.
  ///
  /// @param before the surface before
  /// @param after the surface after
  /// @param ran which functions runs have entered, if there were any
  public ClaimJudge(Surface before, Surface after, Optional<Executed> ran) {
    this.before = before;
    this.after = after;
    this.ran = ran;
  }

  /// {@return the claims with their judgements, in order}
  ///
  /// @param claims the claims
  public List<Judgement.Judged> judge(List<Claim> claims) {
    return claims.stream().map(claim -> new Judgement.Judged(claim, judge(claim))).toList();
  }

  private Judgement judge(Claim claim) {
    return switch (claim) {
      case Claim.NoFunctionalChange _ -> new Judgement.ByBehaviour();
      case Claim.Unexport(_, List<String> symbols) -> each(symbols, this::unexported);
      case Claim.MakeStatic(_, List<String> symbols) -> each(symbols, this::madeStatic);
      case Claim.Move(_, List<String> symbols, String place) ->
          each(symbols, name -> moved(name, place));
      case Claim.Rename(_, String from, String to) -> renamed(from, to);
      case Claim.SoleUser sole -> soleUser(sole);
      case Claim.Unused(_, List<String> symbols) -> each(symbols, this::unused);
      case Claim.Invokes invokes -> invokes(invokes);
      case Claim.Returns returns -> returns(returns);
    };
  }

  private Judgement returns(Claim.Returns claim) {
    SortedSet<Long> values =
        ran.map(r -> r.returned().getOrDefault(claim.function(), new TreeSet<>()))
            .orElseGet(TreeSet::new);
    if (values.isEmpty() || ran.isEmpty()) {
      return new NotCheckable("no run returned from " + claim.function() + "()");
    }
    String runs = ran.get().text();
    return values.stream()
        .map(Long::intValue)
        .filter(value -> !claim.values().allows(value))
        .findFirst()
        .<Judgement>map(
            value -> new Refuted(List.of("it returned %d in %s".formatted(value, runs))))
        .orElseGet(
            () ->
                new Confirmed(
                    List.of(
                        "it returned nothing but %s in %s"
                            .formatted(claim.values().words(), runs))));
  }

  /// What one symbol shows.
  ///
  /// @param holds whether the claim holds for it
  /// @param line the evidence
  private record Sight(boolean holds, String line) {}

  private static Judgement each(List<String> names, Function<String, Optional<Sight>> look) {
    List<String> confirmed = new ArrayList<>();
    List<String> refuted = new ArrayList<>();
    for (String name : names) {
      Optional<Sight> sight = look.apply(name);
      if (sight.isEmpty()) {
        return new NotCheckable("there is no " + name + "() in the files of the patch's tree");
      }
      (sight.get().holds() ? confirmed : refuted).add(sight.get().line());
    }
    return refuted.isEmpty() ? new Confirmed(confirmed) : new Refuted(refuted);
  }

  private static Optional<Symbol> widest(Surface surface, String name) {
    return surface.symbols(name).stream()
        .max(Comparator.comparing(symbol -> symbol.visibility().rung()));
  }

  private Optional<Sight> unexported(String name) {
    Optional<Symbol> was = widest(before, name);
    if (was.isEmpty()) {
      return Optional.empty();
    }
    Optional<Symbol> is = widest(after, name);
    if (is.isEmpty()) {
      return Optional.of(new Sight(true, name + "() is gone"));
    }
    var from = was.get().visibility();
    var to = is.get().visibility();
    boolean narrower = from.rung().wider(to.rung());
    String line =
        narrower
            ? "%s() was visible to %s and is visible to %s".formatted(name, from.text(), to.text())
            : "%s() is still visible to %s".formatted(name, to.text());
    return Optional.of(new Sight(narrower, line));
  }

  private Optional<Sight> madeStatic(String name) {
    List<Symbol> symbols = after.symbols(name);
    if (symbols.isEmpty()) {
      return Optional.empty();
    }
    Optional<Symbol> global =
        symbols.stream()
            .filter(symbol -> symbol.visibility().rung() != Rung.FILE || !symbol.local())
            .findFirst();
    return Optional.of(
        global
            .map(symbol -> new Sight(false, name + "() is not static: " + symbol.at()))
            .orElseGet(() -> new Sight(true, name + "() is static: " + symbols.getFirst().at())));
  }

  private Optional<Sight> moved(String name, String place) {
    List<Symbol> symbols = after.symbols(name);
    if (symbols.isEmpty() && before.symbols(name).isEmpty()) {
      return Optional.empty();
    }
    List<Entity> entities = symbols.stream().flatMap(s -> s.entities().stream()).toList();
    Optional<Entity> there = entities.stream().filter(e -> within(e.path(), place)).findFirst();
    if (there.isPresent()) {
      return Optional.of(new Sight(true, name + "() stands in " + there.get().place().at()));
    }
    String line =
        entities.isEmpty()
            ? name + "() is gone"
            : "%s() stands in %s".formatted(name, entities.getFirst().place().at());
    return Optional.of(new Sight(false, line));
  }

  private static boolean within(String path, String place) {
    String folder = place.endsWith("/") ? place : place + "/";
    return path.equals(place) || path.startsWith(folder) || path.endsWith("/" + place);
  }

  private Judgement renamed(String from, String to) {
    if (before.symbols(from).isEmpty() && after.symbols(to).isEmpty()) {
      return new NotCheckable(
          "there is neither %s before nor %s after the patch".formatted(from, to));
    }
    List<Symbol> left = after.symbols(from);
    if (!left.isEmpty()) {
      return new Refuted(List.of("%s is still there: %s".formatted(from, left.getFirst().at())));
    }
    List<Symbol> now = after.symbols(to);
    return now.isEmpty()
        ? new Refuted(List.of("there is no %s after the patch".formatted(to)))
        : new Confirmed(
            List.of("%s is gone, %s stands in %s".formatted(from, to, now.getFirst().at())));
  }

  private Judgement soleUser(Claim.SoleUser claim) {
    if (before.symbols(claim.user()).isEmpty() && after.symbols(claim.user()).isEmpty()) {
      return new NotCheckable("there is no " + claim.user() + "()");
    }
    return each(claim.symbols(), name -> soleUser(name, claim));
  }

  private Optional<Sight> soleUser(String name, Claim.SoleUser claim) {
    Optional<Symbol> symbol = widest(before, name).or(() -> widest(after, name));
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    Surface surface = before.symbols(name).isEmpty() ? after : before;
    List<Use> users =
        surface.users(symbol.get()).stream()
            .filter(use -> !inside(use.path(), claim.outside(), symbol.get()))
            .toList();
    List<Use> others =
        users.stream().filter(use -> !use.around().name().equals(claim.user())).toList();
    if (!others.isEmpty()) {
      return Optional.of(
          new Sight(false, "%s() is also used: %s".formatted(name, others.getFirst().text())));
    }
    return Optional.of(
        users.isEmpty()
            ? new Sight(false, "%s() has no users at all".formatted(name))
            : new Sight(true, "%s() is used: %s".formatted(name, users.getFirst().text())));
  }

  private static boolean inside(String path, String outside, Symbol symbol) {
    if (outside.isEmpty()) {
      return false;
    }
    String definer = symbol.at().path();
    String folder = outside.equals(".") ? definer.replaceFirst("/[^/]*$", "") : outside;
    return path.startsWith(folder + "/");
  }

  private Optional<Sight> unused(String name) {
    List<Symbol> symbols = after.symbols(name);
    if (symbols.isEmpty()) {
      return before.symbols(name).isEmpty()
          ? Optional.empty()
          : Optional.of(new Sight(true, name + "() is gone"));
    }
    List<Use> users = symbols.stream().flatMap(s -> after.users(s).stream()).toList();
    return Optional.of(
        users.isEmpty()
            ? new Sight(true, name + "() is named nowhere but where it is declared")
            : new Sight(false, name + "() is used: " + users.getFirst().text()));
  }

  private Judgement invokes(Claim.Invokes claim) {
    Surface surface =
        claim.callers().stream().noneMatch(name -> before.symbols(name).isEmpty()) ? before : after;
    return new CallClaims(surface, ran).judge(claim);
  }
}
