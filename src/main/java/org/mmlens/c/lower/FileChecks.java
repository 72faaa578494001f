package org.mmlens.c.lower;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTProblem;
import org.eclipse.cdt.core.parser.IProblem;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Conversions;
import org.mmlens.diag.Diagnostic;

/// Rules on declarations outside of functions: types that do not agree, bodies given twice.
final class FileChecks {
  /// `#warning`; and quotes that do not end, which are no mistake in lines that `#if` skips: in
  /// others the parser stumbles over them.
  private static final Set<Integer> HARMLESS =
      Set.of(
          IProblem.PREPROCESSOR_POUND_WARNING,
          IProblem.SCANNER_BAD_CHARACTER,
          IProblem.SCANNER_UNBOUNDED_STRING);

  private final Unit unit;

  FileChecks(Unit unit) {
    this.unit = unit;
  }

  /// Headers that are not there, `#error`, conditionals that do not end.
  void preprocessing() {
    for (IASTProblem p : unit.parsed().tree().getPreprocessorProblems()) {
      if (!HARMLESS.contains(p.getID())) {
        unit.report(
            Diagnostic.error("preprocessor", unit.parsed().at(p), lowerCase(p.getMessage())));
      }
    }
  }

  private static String lowerCase(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  void check(String path) {
    unit.file().layOut(path);
    unit.file()
        .entries()
        .forEach(
            (name, entries) -> {
              boolean here =
                  entries.stream().anyMatch(e -> unit.parsed().path(e.declarator()).equals(path));
              if (here && !name.isEmpty()) {
                check(name, entries);
              }
            });
  }

  private void check(String name, List<FileScope.Entry> entries) {
    if (unit.file().symbol(name).orElse(null) instanceof Symbol.Static(var symbol, _)) {
      unit.global(symbol);
    }
    FileScope.Entry first = entries.getFirst();
    boolean defined = first.definition().isPresent() && !first.isSpare();
    for (FileScope.Entry entry : entries.subList(1, entries.size())) {
      agree(name, first, entry);
      if (defined && entry.definition().isPresent()) {
        report("redefinition", entry, "'" + name + "' is defined twice in this unit");
      }
      defined |= entry.definition().isPresent() && !entry.isSpare();
    }
  }

  private void agree(String name, FileScope.Entry first, FileScope.Entry entry) {
    try {
      CType before = unit.file().type(first);
      CType here = unit.file().type(entry);
      if (!Conversions.compatible(before, here)) {
        report(
            "conflicting-types",
            entry,
            "'%s' declared as '%s', before as '%s' at %s"
                .formatted(
                    name,
                    Spelling.declaration(here, name),
                    Spelling.declaration(before, name),
                    unit.parsed().at(first.declarator())));
      } else if (entry.isStatic()
          && !first.isStatic()
          && before.plain() instanceof CType.Function) {
        report(
            "conflicting-types",
            entry,
            "static declaration of '" + name + "' after a non-static one");
      }
    } catch (Unlowerable _) {
      // What is wrong with a type is reported where the type is formed.
    }
  }

  private void report(String code, FileScope.Entry at, String message) {
    unit.report(
        Diagnostic.error(
            code, unit.parsed().at(TypeNames.innermost(at.declarator()).getName()), message));
  }
}
