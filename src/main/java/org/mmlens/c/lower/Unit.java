package org.mmlens.c.lower;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.mmlens.c.parse.ParsedUnit;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Record;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.StructLayout;

/// One translation unit with the meaning of its names; functions and objects are made when asked
/// for.
public final class Unit {
  private final ParsedUnit parsed;
  private final FileScope file;
  private final Statics statics = new Statics(this);
  private final Map<IASTDeclSpecifier, CType> specifiers = new IdentityHashMap<>();
  private final Map<IASTExpression, CType> typeofs = new IdentityHashMap<>();
  private final Map<String, Function> lowered = new HashMap<>();
  private final Map<String, Optional<Long>> macroValues = new HashMap<>();
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

  /// Gives meaning to a parsed unit.
  ///
  /// @param parsed its syntax
  public Unit(ParsedUnit parsed) {
    this.parsed = parsed;
    this.file = new FileScope(this, parsed.tree().getDeclarations());
  }

  /// {@return its syntax}
  public ParsedUnit parsed() {
    return parsed;
  }

  /// {@return whether the unit is made of a file or includes it}
  ///
  /// @param path the file
  public boolean reads(String path) {
    return parsed.reads(path);
  }

  FileScope file() {
    return file;
  }

  Statics statics() {
    return statics;
  }

  Lowering atFile() {
    return new Lowering(this, file, Lowering.NO_FRAME);
  }

  void report(Diagnostic d) {
    diagnostics.add(d.withSourceLine(parsed.sourceLine(d.at())));
  }

  /// {@return what was found wrong so far}
  public synchronized Collection<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// {@return what a name means at a node: names outside of functions count from their declaration
  /// on}
  Optional<Symbol> visible(Names names, String name, IASTNode node) {
    Names n = names;
    while (n instanceof Scope scope) {
      Optional<Symbol> own = scope.own(name);
      if (own.isPresent()) {
        return own;
      }
      n = scope.outer();
    }
    return file.isDeclaredBefore(name, FileScope.offset(node))
        ? file.symbol(name)
        : Optional.empty();
  }

  Optional<CType> typeOfSpecifier(IASTDeclSpecifier s) {
    return Optional.ofNullable(specifiers.get(s));
  }

  void specifies(IASTDeclSpecifier s, CType type) {
    specifiers.put(s, type);
  }

  CType typeofMemo(IASTExpression operand, Supplier<CType> how) {
    CType known = typeofs.get(operand);
    if (known == null) {
      known = how.get();
      typeofs.put(operand, known);
    }
    return known;
  }

  /// {@return the symbol of a string literal; equal texts share one}
  String literal(byte[] text) {
    String symbol = "(string)." + digest(text);
    byte[] image = java.util.Arrays.copyOf(text, text.length + 1);
    statics.put(
        new Global(
            symbol,
            Position.ofFile(parsed.files().getFirst()),
            image.length,
            1,
            image,
            List.of(),
            true));
    return symbol;
  }

  private static String digest(byte[] text) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(sum, 0, 10) + "." + text.length;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<String> functionSymbol(String name) {
    return file.symbol(name).orElse(null) instanceof Symbol.Function f
        ? Optional.of(f.symbol())
        : Optional.empty();
  }

  /// What a unit says of a function.
  ///
  /// @param symbol its symbol
  /// @param defined whether the unit has its body
  /// @param weak whether another definition may take its place
  public record FunctionName(String symbol, boolean defined, boolean weak) {}

  /// {@return the function that a name means in this unit}
  ///
  /// @param name the C name
  public synchronized Optional<FunctionName> functionNamed(String name) {
    if (!file.entries().containsKey(name)
        || !(file.symbol(name).orElse(null) instanceof Symbol.Function f)) {
      return Optional.empty();
    }
    boolean weak =
        file.entries().get(name).stream()
            .anyMatch(
                e ->
                    Attributes.hasName(e.specifier(), "weak")
                        || Attributes.hasName(e.declarator(), "weak"));
    return Optional.of(new FunctionName(f.symbol(), f.definition().isPresent(), weak));
  }

  /// {@return the function with that symbol, lowered, or empty if its body is not here}
  ///
  /// @param symbol the symbol
  public synchronized Optional<Function> function(String symbol) {
    Function known = lowered.get(symbol);
    if (known != null) {
      return Optional.of(known);
    }
    String name = symbol.contains("@") ? symbol.substring(0, symbol.indexOf('@')) : symbol;
    if (!file.entries().containsKey(name)
        || !(file.symbol(name).orElse(null) instanceof Symbol.Function f)
        || f.definition().isEmpty()
        || !f.symbol().equals(symbol)) {
      return Optional.empty();
    }
    Function result = new Functions(this).lower(f, name, f.definition().get());
    lowered.put(symbol, result);
    return Optional.of(result);
  }

  /// {@return the object with that symbol, or empty if it is not defined here}
  ///
  /// @param symbol the symbol
  public synchronized Optional<Global> global(String symbol) {
    Optional<Global> known = statics.get(symbol);
    if (known.isPresent()) {
      return known;
    }
    int mark = symbol.indexOf('@');
    file.symbol(mark < 0 ? symbol : symbol.substring(0, mark));
    return statics.get(symbol);
  }

  /// {@return why an object defined here could not be built}
  ///
  /// @param symbol the symbol
  public synchronized Optional<String> whyBroken(String symbol) {
    return statics.whyBroken(symbol);
  }

  /// {@return size and alignment of an object that is only declared here, as one of zeros}
  ///
  /// @param symbol a C name
  public synchronized Optional<Global> declared(String symbol) {
    if (!(file.symbol(symbol).orElse(null) instanceof Symbol.Static(var s, var type))
        || !s.equals(symbol)) {
      return Optional.empty();
    }
    var bytes = org.mmlens.c.type.Layouts.size(type);
    Position at = parsed.at(file.entries().getOrDefault(symbol, List.of()).getFirst().declarator());
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Global(
                symbol,
                at,
                bytes.getAsLong(),
                org.mmlens.c.type.Layouts.align(type),
                new byte[0],
                List.of(),
                type.isConst()));
  }

  /// {@return the layout of a struct, union or typedef of one}
  ///
  /// @param tag `struct x`, `union x` or a typedef name
  public synchronized Optional<StructLayout> layout(String tag) {
    String bare = tag.strip();
    Optional<CType> type =
        bare.startsWith("struct ") || bare.startsWith("union ")
            ? file.tag(bare.substring(bare.indexOf(' ') + 1).strip())
            : file.symbol(bare).orElse(null) instanceof Symbol.Typedef(var t)
                ? Optional.of(t)
                : Optional.empty();
    return type.map(CType::plain)
        .filter(Record.class::isInstance)
        .flatMap(t -> StructLayouts.of(bare, (Record) t));
  }

  /// {@return the value of an enumerator or of a macro that is an integer constant expression}
  ///
  /// @param name its name
  public synchronized Optional<Long> constant(String name) {
    if (file.symbol(name).orElse(null) instanceof Symbol.Enumerator(_, var value)) {
      return Optional.of(value);
    }
    return macroValues.computeIfAbsent(name, this::macroValue);
  }

  private Optional<Long> macroValue(String name) {
    return parsed
        .expression(name)
        .flatMap(
            e -> {
              var value = new Lowering(this, new Everywhere(file), Lowering.NO_FRAME).constant(e);
              return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
            });
  }

  /// The file scope as it is at the end of the unit.
  private static final class Everywhere extends Scope {
    private final FileScope file;

    Everywhere(FileScope file) {
      super(file);
      this.file = file;
    }

    @Override
    Optional<Symbol> own(String name) {
      return file.symbol(name);
    }
  }

  /// {@return the names of the functions whose bodies stand in a file}
  ///
  /// @param path the file
  public synchronized List<String> functionsIn(String path) {
    var result = new ArrayList<String>();
    file.entries()
        .forEach(
            (name, entries) -> {
              if (entries.stream()
                  .anyMatch(
                      e ->
                          e.definition().isPresent() && parsed.path(e.declarator()).equals(path))) {
                result.add(name);
              }
            });
    return result;
  }

  /// Looks at all that stands in a file of this unit, so that [#diagnostics] is complete for it.
  ///
  /// @param path the file
  public synchronized void check(String path) {
    file.checkOthers(atFile());
    var checks = new FileChecks(this);
    checks.preprocessing();
    checks.check(path);
    for (String name : functionsIn(path)) {
      if (file.symbol(name).orElse(null) instanceof Symbol.Function f) {
        function(f.symbol());
      }
    }
  }
}
