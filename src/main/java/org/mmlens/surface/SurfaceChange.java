package org.mmlens.surface;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Export;
import org.mmlens.surface.scan.Parameter;
import org.mmlens.surface.scan.Use;

/// One thing a patch changes about who may see or use a symbol.
///
/// [ChangeText] puts it into words.
public sealed interface SurfaceChange {

  /// How much a change matters (DESIGN.md §6), most severe first.
  enum Severity {
    /// Something no longer compiles or links.
    ERROR,
    /// Something became visible to more than before, or is exposed for too little.
    WARNING,
    /// Worth knowing.
    NOTE
  }

  /// Whether a body came along unchanged.
  enum Body {
    /// Token for token the same.
    SAME,
    /// Mostly the same.
    CHANGED
  }

  /// A symbol that was not there before.
  ///
  /// @param symbol after the patch
  /// @param visibility who sees it
  /// @param users who uses it
  record Added(Symbol symbol, Visibility visibility, List<Use> users) implements SurfaceChange {
    /// Copies the list.
    public Added {
      users = List.copyOf(users);
    }
  }

  /// A symbol that is gone.
  ///
  /// @param symbol before the patch
  /// @param visibility who saw it
  /// @param users who still names it
  record Removed(Symbol symbol, Visibility visibility, List<Use> users) implements SurfaceChange {
    /// Copies the list.
    public Removed {
      users = List.copyOf(users);
    }
  }

  /// A symbol whose definition stands in another file.
  ///
  /// @param before the symbol before
  /// @param symbol the symbol after
  /// @param body whether the body is the same
  record Moved(Symbol before, Symbol symbol, Body body) implements SurfaceChange {}

  /// A symbol that has another name, and perhaps another file.
  ///
  /// @param before the symbol before
  /// @param symbol the symbol after
  /// @param body whether the body is the same
  record Renamed(Symbol before, Symbol symbol, Body body) implements SurfaceChange {}

  /// A symbol that fewer see.
  ///
  /// @param symbol after the patch
  /// @param from who saw it
  /// @param to who sees it
  /// @param users who uses it after the patch
  record Unexported(Symbol symbol, Visibility from, Visibility to, List<Use> users)
      implements SurfaceChange {
    /// Copies the list.
    public Unexported {
      users = List.copyOf(users);
    }
  }

  /// A symbol that more see.
  ///
  /// @param symbol after the patch
  /// @param from who saw it
  /// @param to who sees it
  /// @param users who uses it after the patch
  record Widened(Symbol symbol, Visibility from, Visibility to, List<Use> users)
      implements SurfaceChange {
    /// Copies the list.
    public Widened {
      users = List.copyOf(users);
    }
  }

  /// A symbol whose export to modules changed.
  ///
  /// @param symbol after the patch
  /// @param from the export before, if there was one
  /// @param to the export after, if there is one
  /// @param modules files that can be built as modules and use it
  record ExportChanged(Symbol symbol, Optional<Export> from, Optional<Export> to, List<Use> modules)
      implements SurfaceChange {
    /// Copies the list.
    public ExportChanged {
      modules = List.copyOf(modules);
    }
  }

  /// A symbol that is another kind of thing, e.g. an inline function turned into a macro.
  ///
  /// @param before the symbol before
  /// @param symbol the symbol after
  record KindChanged(Symbol before, Symbol symbol) implements SurfaceChange {}

  /// A function or object of another type.
  ///
  /// @param before the symbol before
  /// @param symbol the symbol after
  /// @param differences what differs, one phrase each
  /// @param stale calls whose number of arguments does not fit
  record SignatureChanged(Symbol before, Symbol symbol, List<String> differences, List<Use> stale)
      implements SurfaceChange {
    /// Copies the lists.
    public SignatureChanged {
      differences = List.copyOf(differences);
      stale = List.copyOf(stale);
    }
  }

  /// A structure or union with other members.
  ///
  /// @param symbol after the patch
  /// @param added members
  /// @param removed members
  /// @param lost uses of removed members
  record MembersChanged(
      Symbol symbol, List<Parameter> added, List<Parameter> removed, List<Use> lost)
      implements SurfaceChange {
    /// Copies the lists.
    public MembersChanged {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      lost = List.copyOf(lost);
    }
  }

  /// A function or object that is declared and used, but defined nowhere.
  ///
  /// @param symbol after the patch
  /// @param users who uses it
  record DeclaredNotDefined(Symbol symbol, List<Use> users) implements SurfaceChange {
    /// Copies the list.
    public DeclaredNotDefined {
      users = List.copyOf(users);
    }
  }

  /// A function that other files could link to, but no header declares any more.
  ///
  /// @param symbol after the patch
  record DefinedNotDeclared(Symbol symbol) implements SurfaceChange {}

  /// Two declarations that do not agree.
  ///
  /// @param symbol after the patch
  /// @param one a declaration
  /// @param other another one, or the definition
  record ConflictingDeclarations(Symbol symbol, Entity one, Entity other)
      implements SurfaceChange {}

  /// A user that does not see a declaration any more: it does not compile.
  ///
  /// @param symbol what it uses
  /// @param use where
  /// @param setting under which configuration, e.g. `!CONFIG_MMU`; empty for any
  /// @param cause why
  record LostDeclaration(Symbol symbol, Use use, String setting, Cause cause)
      implements SurfaceChange {

    /// Why a user sees no declaration.
    enum Cause {
      /// The symbol is gone.
      GONE,
      /// It is there, but not where the user looks.
      OUT_OF_SIGHT
    }
  }

  /// A function that is exposed for one call.
  ///
  /// @param symbol after the patch
  /// @param caller the one use
  /// @param visibility who sees it
  record SingleCaller(Symbol symbol, Use caller, Visibility visibility) implements SurfaceChange {}

  /// A new function around one that nobody else calls.
  ///
  /// @param symbol the new function
  /// @param wrapped what it calls
  /// @param call the only call of that
  record WrapsOnlyUse(Symbol symbol, Symbol wrapped, Use call) implements SurfaceChange {}

  /// A function that could be `static` after the patch.
  ///
  /// @param symbol after the patch
  record StaticPossible(Symbol symbol) implements SurfaceChange {}

  /// A function that nobody uses after the patch.
  ///
  /// @param symbol after the patch
  record NoUsersLeft(Symbol symbol) implements SurfaceChange {}

  /// A kernel-doc comment that is missing or does not fit.
  ///
  /// @param symbol after the patch
  /// @param at the comment, or the function without one
  /// @param problem what is wrong, as a phrase
  record KernelDocMismatch(Symbol symbol, Position at, String problem) implements SurfaceChange {}

  /// A symbol that changes under one setting of a configuration option and not under the other.
  ///
  /// @param symbol after the patch; before it if it is gone
  /// @param setting e.g. `!CONFIG_MMU`
  /// @param differences what differs there, one phrase each
  record ConfigChanged(Symbol symbol, String setting, List<String> differences)
      implements SurfaceChange {
    /// Copies the list.
    public ConfigChanged {
      differences = List.copyOf(differences);
    }
  }

  /// A header that includes more than its declarations need, since one of them came or went.
  ///
  /// @param symbol whose declaration came or went
  /// @param at the include
  /// @param header what is included
  /// @param reason why it is not needed, as a phrase
  record NeedlessInclude(Symbol symbol, Position at, String header, String reason)
      implements SurfaceChange {}

  /// {@return the symbol it is about, after the patch if it is still there}
  Symbol symbol();

  /// {@return how much it matters}
  default Severity severity() {
    return switch (this) {
      case LostDeclaration _, DeclaredNotDefined _, ConflictingDeclarations _ -> Severity.ERROR;
      case SignatureChanged(_, _, _, List<Use> stale) ->
          stale.isEmpty() ? Severity.NOTE : Severity.ERROR;
      case MembersChanged(_, _, _, List<Use> lost) ->
          lost.isEmpty() ? Severity.NOTE : Severity.ERROR;
      case ExportChanged change -> exportSeverity(change);
      case Added(_, Visibility visibility, _) ->
          visibility.rung().wider(Rung.KERNEL) ? Severity.WARNING : Severity.NOTE;
      case Widened _, SingleCaller _ -> Severity.WARNING;
      case Removed _,
          Moved _,
          Renamed _,
          Unexported _,
          KindChanged _,
          DefinedNotDeclared _,
          WrapsOnlyUse _,
          StaticPossible _,
          NoUsersLeft _,
          KernelDocMismatch _,
          ConfigChanged _,
          NeedlessInclude _ ->
          Severity.NOTE;
    };
  }

  private static Severity exportSeverity(ExportChanged change) {
    if (!change.modules().isEmpty()) {
      return Severity.ERROR;
    }
    boolean wider =
        change.to().isPresent()
            && (change.from().isEmpty()
                || change.to().get().audience().compareTo(change.from().get().audience()) > 0);
    return wider ? Severity.WARNING : Severity.NOTE;
  }

  /// {@return the stable id of its kind}
  default String rule() {
    return switch (this) {
      case Added _ -> "symbol-added";
      case Removed _ -> "symbol-removed";
      case Moved _ -> "symbol-moved";
      case Renamed _ -> "symbol-renamed";
      case Unexported _ -> "unexported";
      case Widened _ -> "widened";
      case ExportChanged _ -> "export-changed";
      case KindChanged _ -> "kind-changed";
      case SignatureChanged _ -> "signature-changed";
      case MembersChanged _ -> "members-changed";
      case DeclaredNotDefined _ -> "declared-not-defined";
      case DefinedNotDeclared _ -> "defined-not-declared";
      case ConflictingDeclarations _ -> "conflicting-declarations";
      case LostDeclaration _ -> "lost-declaration";
      case SingleCaller _ -> "single-caller";
      case WrapsOnlyUse _ -> "wraps-only-use";
      case StaticPossible _ -> "static-possible";
      case NoUsersLeft _ -> "no-users-left";
      case KernelDocMismatch _ -> "kernel-doc";
      case ConfigChanged _ -> "config-changed";
      case NeedlessInclude _ -> "needless-include";
    };
  }

  /// {@return who saw the symbol before; empty for what is new, or where that did not change}
  default Optional<Visibility> seenBefore() {
    return switch (this) {
      case Unexported(_, Visibility from, _, _) -> Optional.of(from);
      case Widened(_, Visibility from, _, _) -> Optional.of(from);
      case Removed(_, Visibility was, _) -> Optional.of(was);
      case Renamed(Symbol before, _, _) -> Optional.of(Visibilities.of(before));
      case Moved(Symbol before, _, _) -> Optional.of(Visibilities.of(before));
      default -> Optional.empty();
    };
  }

  /// {@return who sees the symbol after; empty for what is gone, or where that did not change}
  default Optional<Visibility> seenAfter() {
    return switch (this) {
      case Unexported(_, _, Visibility to, _) -> Optional.of(to);
      case Widened(_, _, Visibility to, _) -> Optional.of(to);
      case Added(_, Visibility now, _) -> Optional.of(now);
      case SingleCaller(_, _, Visibility now) -> Optional.of(now);
      case Renamed(_, Symbol after, _) -> Optional.of(Visibilities.of(after));
      case Moved(_, Symbol after, _) -> Optional.of(Visibilities.of(after));
      default -> Optional.empty();
    };
  }

  /// {@return where a report should point: in the tree after, except for what is gone}
  default Position at() {
    return switch (this) {
      case LostDeclaration(_, Use use, _, _) -> use.at();
      case ConflictingDeclarations(_, Entity one, _) -> one.place().at();
      case SignatureChanged(_, Symbol symbol, _, List<Use> stale) ->
          stale.isEmpty() ? symbol.at() : stale.getFirst().at();
      case MembersChanged(Symbol symbol, _, _, List<Use> lost) ->
          lost.isEmpty() ? symbol.at() : lost.getFirst().at();
      case KernelDocMismatch(_, Position at, _) -> at;
      case NeedlessInclude(_, Position at, _, _) -> at;
      default -> symbol().at();
    };
  }

  /// {@return one sentence without full stop that names the symbols}
  default String message() {
    return ChangeText.message(this);
  }

  /// {@return what shows that it is so, in reading order}
  default List<String> evidence() {
    return ChangeText.evidence(this);
  }
}
