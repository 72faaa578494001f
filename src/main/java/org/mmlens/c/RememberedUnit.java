package org.mmlens.c;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mmlens.c.lower.Unit;
import org.mmlens.cache.Packer;
import org.mmlens.cache.Unpacker;
import org.mmlens.diag.Diagnostic;
import org.mmlens.ir.Global;
import org.mmlens.ir.StructLayout;
import org.mmlens.ir.packed.PackedIr;

/// A unit by the answers it gave, in this run or an earlier one. It is parsed when something is
/// asked that nobody has asked before, and is then brought to the state it was in.
///
/// What a unit answers follows from the content of its files, the configuration and what it was
/// asked before; so an answer given once is right for good, save that there is nothing of a name,
/// which may come about when a function is lowered: such answers are looked at again before they
/// are kept.
final class RememberedUnit implements TranslationUnit {

  private final Shape shape;
  private final Supplier<Unit> parse;
  private @Nullable Unit unit;
  private boolean changed;

  private final Answers<Unit.FunctionName> names =
      new Answers<>(RememberedUnit::pack, RememberedUnit::functionName);
  private final Answers<org.mmlens.ir.Function> functions =
      new Answers<>(PackedIr::pack, PackedIr::function);
  private final Answers<Global> globals = new Answers<>(PackedIr::pack, PackedIr::global);
  private final Answers<Global> declarations = new Answers<>(PackedIr::pack, PackedIr::global);
  private final Answers<StructLayout> layouts = new Answers<>(PackedIr::pack, PackedIr::layout);
  private final Answers<String> reasons = new Answers<>(RememberedUnit::pack, in -> text(in));
  private final Answers<Long> constants = new Answers<>(RememberedUnit::pack, in -> number(in));
  private final Answers<BitSet> skipped = new Answers<>(RememberedUnit::pack, in -> bits(in));

  /// Files in which nothing is wrong.
  private final Answers<String> clean = new Answers<>(RememberedUnit::pack, in -> text(in));

  /// What a unit is made of.
  ///
  /// @param files its `.c` files
  /// @param read all its files
  record Shape(List<String> files, Set<String> read) {}

  private RememberedUnit(Shape shape, Supplier<Unit> parse) {
    this.shape = shape;
    this.parse = parse;
  }

  /// {@return a unit that was parsed just now}
  static RememberedUnit of(Unit unit) {
    var made =
        new RememberedUnit(new Shape(unit.parsed().files(), unit.parsed().read()), () -> unit);
    made.unit = unit;
    made.changed = true;
    return made;
  }

  /// {@return a unit of an earlier run}
  ///
  /// @param bytes what was kept of it
  /// @param parse makes it anew
  static RememberedUnit unpacked(byte[] bytes, Supplier<Unit> parse) {
    var in = new Unpacker(bytes);
    var made = new RememberedUnit(new Shape(in.texts(), Set.copyOf(in.texts())), parse);
    made.tables().forEach(table -> table.unpack(in));
    return made;
  }

  /// {@return whether its syntax is at hand, since something new was asked}
  synchronized boolean parsed() {
    return unit != null;
  }

  /// {@return what is worth keeping; empty if it is what was kept before}
  synchronized Optional<byte[]> packed() {
    if (!changed) {
      return Optional.empty();
    }
    globals.reconsider(unit()::global);
    reasons.reconsider(unit()::whyBroken);
    var out = new Packer();
    out.texts(shape.files());
    out.texts(shape.read().stream().sorted().toList());
    tables().forEach(table -> table.pack(out));
    changed = false;
    return Optional.of(out.packed());
  }

  private List<Answers<?>> tables() {
    return List.of(
        names, functions, globals, declarations, layouts, reasons, constants, skipped, clean);
  }

  private Unit unit() {
    Unit known = unit;
    if (known == null) {
      Unit parsed = parse.get();
      clean.replay(parsed::check);
      functions.replay(parsed::function);
      globals.replay(parsed::global);
      unit = parsed;
      known = parsed;
    }
    return known;
  }

  private <T> Optional<T> ask(
      Answers<T> answers, String question, Function<Unit, Optional<T>> ask) {
    Optional<Optional<T>> known = answers.get(question);
    // That there is nothing holds for the functions lowered by then; a unit at hand may know more.
    if (known.isPresent() && (known.get().isPresent() || unit == null)) {
      return known.get();
    }
    Optional<T> answer = ask.apply(unit());
    if (known.isEmpty() || answer.isPresent()) {
      answers.put(question, answer);
      changed = true;
    }
    return answer;
  }

  @Override
  public List<String> files() {
    return shape.files();
  }

  @Override
  public boolean reads(String path) {
    return shape.read().contains(path);
  }

  @Override
  public synchronized Optional<Unit.FunctionName> functionNamed(String name) {
    return ask(names, name, u -> u.functionNamed(name));
  }

  @Override
  public synchronized Optional<org.mmlens.ir.Function> function(String symbol) {
    return ask(functions, symbol, u -> u.function(symbol));
  }

  @Override
  public synchronized Optional<Global> global(String symbol) {
    return ask(globals, symbol, u -> u.global(symbol));
  }

  @Override
  public synchronized Optional<String> whyBroken(String symbol) {
    return ask(reasons, symbol, u -> u.whyBroken(symbol));
  }

  @Override
  public synchronized Optional<Global> declared(String symbol) {
    return ask(declarations, symbol, u -> u.declared(symbol));
  }

  @Override
  public synchronized Optional<StructLayout> layout(String tag) {
    return ask(layouts, tag, u -> u.layout(tag));
  }

  @Override
  public synchronized Optional<Long> constant(String name) {
    return ask(constants, name, u -> u.constant(name));
  }

  @Override
  public synchronized BitSet skipped(String path) {
    return (BitSet)
        ask(skipped, path, u -> Optional.of(u.parsed().skipped(path))).orElseThrow().clone();
  }

  @Override
  public synchronized List<Diagnostic> check(Collection<String> paths) {
    List<String> here = paths.stream().filter(this::reads).toList();
    if (here.stream().allMatch(path -> clean.get(path).isPresent())) {
      return List.of();
    }
    List<Diagnostic> found = new LoweredUnit(unit()).check(paths);
    if (found.isEmpty()) {
      here.forEach(path -> clean.put(path, Optional.empty()));
      changed = true;
    }
    return found;
  }

  private static byte[] pack(Unit.FunctionName name) {
    var out = new Packer();
    out.text(name.symbol());
    out.flag(name.defined());
    out.flag(name.weak());
    return out.packed();
  }

  private static Unit.FunctionName functionName(byte[] bytes) {
    var in = new Unpacker(bytes);
    return new Unit.FunctionName(in.text(), in.flag(), in.flag());
  }

  private static byte[] pack(String text) {
    var out = new Packer();
    out.text(text);
    return out.packed();
  }

  private static String text(byte[] bytes) {
    return new Unpacker(bytes).text();
  }

  private static byte[] pack(Long number) {
    var out = new Packer();
    out.number(number);
    return out.packed();
  }

  private static Long number(byte[] bytes) {
    return new Unpacker(bytes).number();
  }

  private static byte[] pack(BitSet bits) {
    var out = new Packer();
    out.bytes(bits.toByteArray());
    return out.packed();
  }

  private static BitSet bits(byte[] bytes) {
    return BitSet.valueOf(new Unpacker(bytes).bytes());
  }
}
