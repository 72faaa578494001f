package org.mmlens.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.surface.NameCache;
import org.mmlens.surface.Surface;
import org.mmlens.surface.SurfaceChange;
import org.mmlens.surface.Symbol;
import org.mmlens.surface.claim.Claim;
import org.mmlens.surface.claim.ClaimJudge;
import org.mmlens.surface.claim.DocClaims;
import org.mmlens.surface.claim.Executed;
import org.mmlens.tree.SourceTree;

/// The surfaces of the trees of a series, each made when it is first asked for; what no patch
/// touches is read once.
final class Surfaces {

  private final SourceTree baseTree;
  private final Set<String> touched;
  private final Optional<NameCache> cache;
  private final Map<SourceTree, Surface> known = new IdentityHashMap<>();

  Surfaces(SourceTree baseTree, Set<String> touched, Optional<NameCache> cache) {
    this.baseTree = baseTree;
    this.touched = touched;
    this.cache = cache;
  }

  private synchronized Surface at(SourceTree tree) {
    Surface there = known.get(tree);
    if (there == null) {
      there = tree == baseTree ? Surface.of(baseTree, cache) : at(baseTree).with(tree, touched);
      known.put(tree, there);
    }
    return there;
  }

  /// {@return who judges what is said of a change}
  ///
  /// @param change the change
  /// @param ran what runs have shown of it, if there were any
  ClaimJudge claims(Reviewer.Change change, Optional<Executed> ran) {
    return new ClaimJudge(at(change.before()), at(change.after()), ran);
  }

  /// {@return what the kernel-doc of functions says they return after a change}
  List<Claim> documented(Reviewer.Change change, Collection<String> functions) {
    return functions.stream()
        .flatMap(name -> at(change.after()).symbols(name).stream())
        .flatMap(symbol -> DocClaims.of(symbol, change.after()).stream())
        .toList();
  }

  /// {@return where a symbol stands, after the change or else before it}
  Optional<Position> place(Reviewer.Change change, String name) {
    return Stream.of(change.after(), change.before())
        .flatMap(tree -> at(tree).symbols(name).stream())
        .map(Symbol::at)
        .findFirst();
  }

  /// {@return the findings about what is visible of a change}
  List<Finding> findings(Reviewer.Change change) {
    List<Finding> findings = new ArrayList<>();
    for (SurfaceChange c :
        at(change.before()).delta(at(change.after()), change.paths()).changes()) {
      findings.add(new Finding(severity(c), c.rule(), c.at(), c.message(), c.evidence()));
    }
    return findings;
  }

  private static Finding.Severity severity(SurfaceChange c) {
    return switch (c.severity()) {
      case ERROR -> Finding.Severity.ERROR;
      case WARNING -> Finding.Severity.WARNING;
      case NOTE -> Finding.Severity.NOTE;
    };
  }
}
