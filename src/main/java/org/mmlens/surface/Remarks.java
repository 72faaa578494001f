package org.mmlens.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Entity.Linkage;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Use;

/// What a reviewer would remark on a symbol that changed: exposed for one caller, could be static.
final class Remarks {

  /// A function named in more files than this is not looked at as one that may have a single
  /// caller.
  private static final int FEW_FILES = 24;

  /// A function with more statements does something of its own.
  private static final int FEW_STATEMENTS = 3;

  private final TreeView after;
  private final Map<String, List<Symbol>> symbols;
  private final Map<String, List<Use>> uses;

  Remarks(TreeView after, Map<String, List<Symbol>> symbols, Map<String, List<Use>> uses) {
    this.after = after;
    this.symbols = new HashMap<>(symbols);
    this.uses = new HashMap<>(uses);
  }

  /// {@return remarks on a function that is visible to more than before}
  List<SurfaceChange> exposed(Symbol symbol, List<Use> users) {
    Visibility visibility = Visibilities.of(symbol);
    boolean kernel = visibility.rung().wider(Rung.DIRECTORY) && visibility.rung() != Rung.USER;
    if (symbol.kind() != Kind.FUNCTION || !kernel) {
      return List.of();
    }
    List<SurfaceChange> remarks = new ArrayList<>();
    if (users.size() == 1 && !symbol.paths().contains(users.getFirst().path())) {
      remarks.add(new SurfaceChange.SingleCaller(symbol, users.getFirst(), visibility));
    }
    KernelDocs.missing(symbol).ifPresent(remarks::add);
    return remarks;
  }

  /// {@return remarks on a new function that is little more than the call of another one}
  List<SurfaceChange> wraps(Symbol symbol) {
    List<SurfaceChange> remarks = new ArrayList<>();
    if (symbol.kind() != Kind.FUNCTION || statements(symbol) > FEW_STATEMENTS) {
      return remarks;
    }
    for (String callee : callees(symbol)) {
      if (after.inMoreFiles(callee, FEW_FILES)) {
        continue;
      }
      for (Symbol wrapped : symbols(callee)) {
        List<Use> calls = new Bindings(after).users(wrapped, symbols(callee), uses(callee));
        if (linked(wrapped)
            && calls.size() == 1
            && calls.getFirst().around().name().equals(symbol.name())) {
          remarks.add(new SurfaceChange.WrapsOnlyUse(symbol, wrapped, calls.getFirst()));
        }
      }
    }
    return remarks;
  }

  private static long statements(Symbol symbol) {
    return symbol.main().shape().body().chars().filter(c -> c == ';').count();
  }

  private static boolean linked(Symbol symbol) {
    return symbol.kind() == Kind.FUNCTION && !symbol.local();
  }

  private static Set<String> callees(Symbol symbol) {
    Set<String> callees = new LinkedHashSet<>();
    String[] tokens = symbol.main().shape().body().split(" ");
    for (int i = 0; i + 1 < tokens.length; i++) {
      if (tokens[i + 1].equals("(") && tokens[i].matches("[a-z_]\\w*") && !keyword(tokens[i])) {
        callees.add(tokens[i]);
      }
    }
    return callees;
  }

  private static boolean keyword(String word) {
    return Set.of("if", "for", "while", "switch", "return", "sizeof", "typeof", "do")
        .contains(word);
  }

  private List<Symbol> symbols(String name) {
    return symbols.computeIfAbsent(
        name, key -> Symbols.of(after, Set.of(key)).getOrDefault(key, List.of()));
  }

  private List<Use> uses(String name) {
    return uses.computeIfAbsent(name, key -> after.uses(List.of(key)).getOrDefault(key, List.of()));
  }

  /// {@return remarks on how a function is declared and linked}
  List<SurfaceChange> linkage(Optional<Symbol> before, Symbol symbol, List<Use> users) {
    List<SurfaceChange> remarks = new ArrayList<>();
    if (undefined(symbol) && before.map(s -> !undefined(s)).orElse(true)) {
      remarks.add(new SurfaceChange.DeclaredNotDefined(symbol, users));
    }
    boolean ownOnly = ownOnly(symbol, users);
    if (ownOnly && before.map(s -> changedLinkage(s, symbol)).orElse(true)) {
      remarks.add(new SurfaceChange.StaticPossible(symbol));
    } else if (undeclared(symbol) && before.map(s -> !undeclared(s)).orElse(true)) {
      remarks.add(new SurfaceChange.DefinedNotDeclared(symbol));
    }
    return remarks;
  }

  /// The patch is the reason if it made the function global, moved it or took its prototype away.
  private static boolean changedLinkage(Symbol before, Symbol after) {
    return before.local()
        || !before.paths().equals(after.paths())
        || before.exports().size() != after.exports().size();
  }

  private boolean undefined(Symbol symbol) {
    return symbol.kind() == Kind.FUNCTION
        && symbol.definitions().isEmpty()
        && symbol.exports().isEmpty()
        && !new Elsewhere(after).defines(symbol.name());
  }

  private static boolean ordinary(Symbol symbol) {
    return symbol.kind() == Kind.FUNCTION
        && !symbol.local()
        && !symbol.definitions().isEmpty()
        && symbol.exports().isEmpty()
        && symbol.definitions().stream().allMatch(Remarks::ordinary);
  }

  private static boolean ordinary(Entity definition) {
    return definition.linkage() == Linkage.EXTERNAL
        && !definition.inHeader()
        && definition.shape().attributes().stream()
            .noneMatch(a -> a.matches("asmlinkage|__visible|__weak|__used|[A-Z].*|__bpf_kfunc"));
  }

  private static boolean undeclared(Symbol symbol) {
    return ordinary(symbol) && symbol.declarations().stream().noneMatch(Entity::inHeader);
  }

  private static boolean ownOnly(Symbol symbol, List<Use> users) {
    return ordinary(symbol)
        && symbol.definitions().size() == 1
        && !users.isEmpty()
        && users.stream().allMatch(use -> use.path().equals(symbol.main().path()));
  }
}
