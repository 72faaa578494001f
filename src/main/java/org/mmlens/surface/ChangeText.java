package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mmlens.diag.Position;
import org.mmlens.surface.SurfaceChange.Added;
import org.mmlens.surface.SurfaceChange.Body;
import org.mmlens.surface.SurfaceChange.ConfigChanged;
import org.mmlens.surface.SurfaceChange.ConflictingDeclarations;
import org.mmlens.surface.SurfaceChange.DeclaredNotDefined;
import org.mmlens.surface.SurfaceChange.DefinedNotDeclared;
import org.mmlens.surface.SurfaceChange.ExportChanged;
import org.mmlens.surface.SurfaceChange.KernelDocMismatch;
import org.mmlens.surface.SurfaceChange.KindChanged;
import org.mmlens.surface.SurfaceChange.LostDeclaration;
import org.mmlens.surface.SurfaceChange.MembersChanged;
import org.mmlens.surface.SurfaceChange.Moved;
import org.mmlens.surface.SurfaceChange.NeedlessInclude;
import org.mmlens.surface.SurfaceChange.NoUsersLeft;
import org.mmlens.surface.SurfaceChange.Removed;
import org.mmlens.surface.SurfaceChange.Renamed;
import org.mmlens.surface.SurfaceChange.SignatureChanged;
import org.mmlens.surface.SurfaceChange.SingleCaller;
import org.mmlens.surface.SurfaceChange.StaticPossible;
import org.mmlens.surface.SurfaceChange.Unexported;
import org.mmlens.surface.SurfaceChange.Widened;
import org.mmlens.surface.SurfaceChange.WrapsOnlyUse;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Export;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Parameter;
import org.mmlens.surface.scan.Use;

/// Words for changes of the surface.
final class ChangeText {

  /// More users than this are counted, not listed.
  private static final int LISTED = 40;

  private ChangeText() {}

  static String message(SurfaceChange change) {
    return switch (change) {
      case Added(Symbol s, Visibility v, _) ->
          "%s %s is new, visible to %s".formatted(noun(s), s.text(), v.text());
      case Removed(Symbol s, Visibility v, _) ->
          "%s %s is gone; it was visible to %s".formatted(noun(s), s.text(), v.text());
      case Moved(Symbol from, Symbol to, Body body) ->
          "%s moved from %s to %s, %s"
              .formatted(to.text(), from.at().path(), to.at().path(), body(body, from, to));
      case Renamed renamed -> renamed(renamed);
      case Unexported(Symbol s, Visibility from, Visibility to, _) ->
          "%s is visible to %s only, no longer to %s"
              .formatted(s.text(), to.audience(), from.text());
      case Widened(Symbol s, Visibility from, Visibility to, _) ->
          "%s is visible to %s, no longer to %s only"
              .formatted(s.text(), to.text(), from.audience());
      case ExportChanged changed -> export(changed);
      case KindChanged(Symbol from, Symbol to) ->
          "%s was a %s and is a %s".formatted(to.name(), from.kind().word(), to.kind().word());
      case SignatureChanged(_, Symbol s, List<String> differences, List<Use> stale) ->
          "%s changed its signature: %s%s"
              .formatted(s.text(), String.join(", ", differences), notUpdated(stale));
      case MembersChanged changed -> members(changed);
      case DeclaredNotDefined(Symbol s, List<Use> users) ->
          "%s is declared but defined nowhere%s"
              .formatted(s.text(), users.isEmpty() ? "" : ", and " + using(users));
      case DefinedNotDeclared(Symbol s) ->
          "%s is defined without 'static', but no header declares it".formatted(s.text());
      case ConflictingDeclarations(Symbol s, Entity one, Entity other) ->
          "%s is declared as '%s' here and as '%s' in %s"
              .formatted(
                  s.text(),
                  one.shape().signature().types(),
                  other.shape().signature().types(),
                  other.path());
      case LostDeclaration lost -> lost(lost);
      case SingleCaller(Symbol s, Use caller, Visibility v) ->
          "%s is visible to %s for one caller, %s".formatted(s.text(), v.audience(), user(caller));
      case WrapsOnlyUse(Symbol s, Symbol wrapped, _) ->
          "%s wraps %s, which nothing else calls".formatted(s.text(), wrapped.text());
      case StaticPossible(Symbol s) ->
          "%s could be static: only %s uses it".formatted(s.text(), s.at().path());
      case NoUsersLeft(Symbol s) -> "%s has no users left".formatted(s.text());
      case KernelDocMismatch(Symbol s, _, String problem) -> "%s %s".formatted(s.text(), problem);
      case ConfigChanged(Symbol s, String setting, List<String> differences) ->
          "where %s, %s %s".formatted(setting, s.text(), String.join(", ", differences));
      case NeedlessInclude(Symbol s, Position at, String header, String reason) ->
          "%s includes %s %s %s".formatted(at.path(), header, reason, s.text());
    };
  }

  private static String noun(Symbol symbol) {
    return symbol.kind().aggregate() ? "type" : symbol.kind().word();
  }

  private static String body(Body body, Symbol from, Symbol to) {
    boolean plain = to.kind() == Kind.FUNCTION && from.local() != to.local();
    String linkage =
        !plain ? "" : to.local() ? ", and is static now" : ", and is not static any more";
    return (body == Body.SAME ? "its body unchanged" : "with changes to its body") + linkage;
  }

  private static String renamed(Renamed renamed) {
    Symbol from = renamed.before();
    Symbol to = renamed.symbol();
    String moved =
        from.at().path().equals(to.at().path())
            ? ""
            : " and moved from %s to %s".formatted(from.at().path(), to.at().path());
    return "%s is renamed to %s%s, %s"
        .formatted(from.text(), to.text(), moved, body(renamed.body(), from, to));
  }

  private static String export(ExportChanged changed) {
    String name = changed.symbol().text();
    String from = changed.from().map(Export::audienceText).orElse("");
    String to = changed.to().map(Export::audienceText).orElse("");
    String modules = changed.modules().isEmpty() ? "" : ", but " + using(changed.modules());
    if (to.isEmpty()) {
      return "%s is no longer exported to %s%s".formatted(name, from, modules);
    }
    return from.isEmpty()
        ? "%s is exported to %s".formatted(name, to)
        : "%s is exported to %s, no longer to %s%s".formatted(name, to, from, modules);
  }

  private static String members(MembersChanged changed) {
    List<String> parts = new ArrayList<>();
    if (!changed.added().isEmpty()) {
      parts.add("gained " + names(changed.added()));
    }
    if (!changed.removed().isEmpty()) {
      parts.add("lost " + names(changed.removed()));
    }
    String used = changed.lost().isEmpty() ? "" : ", which is still used";
    return "%s %s%s".formatted(changed.symbol().text(), String.join(" and ", parts), used);
  }

  private static String names(List<Parameter> members) {
    return members.stream().map(member -> "'" + member + "'").collect(Collectors.joining(", "));
  }

  private static String notUpdated(List<Use> stale) {
    return stale.isEmpty() ? "" : "; " + plural(stale.size(), "call") + " not updated";
  }

  private static String lost(LostDeclaration lost) {
    String when = lost.setting().isEmpty() ? "" : " with " + lost.setting();
    String wrong =
        switch (lost.cause()) {
          case GONE -> "which is gone";
          case OUT_OF_SIGHT -> "but sees no declaration of it";
        };
    return "%s uses %s, %s%s".formatted(user(lost.use()), lost.symbol().text(), wrong, when);
  }

  private static String user(Use use) {
    String name = use.around().name();
    if (name.isEmpty()) {
      return use.path();
    }
    return use.around().kind().callable() ? name + "()" : name;
  }

  static String count(List<Use> uses) {
    long files = uses.stream().map(Use::path).distinct().count();
    return plural((int) files, "file");
  }

  private static String using(List<Use> uses) {
    String files = count(uses);
    return files + (files.equals("1 file") ? " uses it" : " use it");
  }

  private static String plural(int count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "s";
  }

  static List<String> evidence(SurfaceChange change) {
    List<String> lines = new ArrayList<>();
    switch (change) {
      case Added(Symbol s, _, List<Use> users) -> {
        declared("declared", s, lines);
        users(users, s, lines);
      }
      case Removed(Symbol s, _, List<Use> users) -> {
        declared("was", s, lines);
        users(users, s, lines);
      }
      case Moved(Symbol from, Symbol to, _) -> fromTo(from, to, lines);
      case Renamed(Symbol from, Symbol to, _) -> fromTo(from, to, lines);
      case Unexported(Symbol s, Visibility from, Visibility to, List<Use> users) -> {
        rungs(from, to, lines);
        users(users, s, lines);
      }
      case Widened(Symbol s, Visibility from, Visibility to, List<Use> users) -> {
        rungs(from, to, lines);
        users(users, s, lines);
      }
      case ExportChanged(_, _, _, List<Use> modules) -> {
        if (!modules.isEmpty()) {
          users(modules, lines);
        }
      }
      case KindChanged(Symbol from, Symbol to) -> fromTo(from, to, lines);
      case SignatureChanged(Symbol from, Symbol to, _, List<Use> stale) -> {
        lines.add("before: " + from.signature().types());
        lines.add("after: " + to.signature().types());
        stale.forEach(use -> lines.add("not updated: " + use.text()));
      }
      case MembersChanged(_, _, _, List<Use> lost) -> users(lost, lines);
      case DeclaredNotDefined(Symbol s, List<Use> users) -> {
        declared("declared", s, lines);
        users(users, s, lines);
      }
      case ConflictingDeclarations(_, _, Entity other) -> lines.add("other: " + other.place().at());
      case LostDeclaration(Symbol s, Use use, _, _) -> {
        lines.add("used: " + use.text());
        declared("declared", s, lines);
      }
      case SingleCaller(_, Use caller, Visibility v) -> {
        v.through().forEach(at -> lines.add("declared: " + at));
        lines.add("used: " + caller.text());
      }
      case WrapsOnlyUse(_, Symbol wrapped, Use call) -> {
        lines.add("called: " + call.text());
        declared("wrapped", wrapped, lines);
      }
      case ConfigChanged(Symbol s, _, _) -> declared("declared", s, lines);
      case DefinedNotDeclared _,
          StaticPossible _,
          NoUsersLeft _,
          KernelDocMismatch _,
          NeedlessInclude _ -> {}
    }
    return lines;
  }

  private static void declared(String word, Symbol symbol, List<String> lines) {
    symbol
        .declarations()
        .forEach(entity -> lines.add(word + ": " + entity.place().at() + condition(entity)));
    symbol
        .definitions()
        .forEach(entity -> lines.add("defined: " + entity.place().at() + condition(entity)));
  }

  private static String condition(Entity entity) {
    String text = entity.place().condition().text();
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static void fromTo(Symbol from, Symbol to, List<String> lines) {
    lines.add("before: " + from.at());
    lines.add("after: " + to.at());
  }

  private static void rungs(Visibility from, Visibility to, List<String> lines) {
    for (Position at : from.through()) {
      lines.add("before: " + from.audience() + ", " + at);
    }
    for (Position at : to.through()) {
      lines.add("after: " + to.audience() + ", " + at);
    }
  }

  private static void users(List<Use> users, Symbol symbol, List<String> lines) {
    lines.add("used: " + (users.isEmpty() ? "nowhere" : UserRungs.text(users, symbol)));
    users(users, lines);
  }

  private static void users(List<Use> users, List<String> lines) {
    users.stream().limit(LISTED).forEach(use -> lines.add("used: " + use.text()));
    if (users.size() > LISTED) {
      lines.add("used: %d times more, in %s".formatted(users.size() - LISTED, count(users)));
    }
  }
}
