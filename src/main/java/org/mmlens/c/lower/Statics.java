package org.mmlens.c.lower;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdInitializerExpression;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.diag.Position;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Global;

/// Objects with static storage duration, built when they are asked for (C11 §6.7.9p4, §6.6p9).
final class Statics {
  private static final long LIMIT = 64L << 20;

  private final Unit unit;
  private final Map<String, Supplier<Global>> pending = new LinkedHashMap<>();
  private final Map<String, Global> built = new HashMap<>();
  private final Map<String, String> broken = new HashMap<>();
  private final Map<IASTNode, String> symbols = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();

  Statics(Unit unit) {
    this.unit = unit;
  }

  /// What an object is made from.
  record Definition(
      String symbol,
      CType type,
      Position at,
      Optional<IASTInitializerClause> initialiser,
      int align) {}

  /// {@return the object of that symbol, or empty if this unit has none or cannot build it}
  Optional<Global> get(String symbol) {
    Global known = built.get(symbol);
    if (known != null) {
      return Optional.of(known);
    }
    Supplier<Global> how = pending.get(symbol);
    if (how == null || broken.containsKey(symbol)) {
      return Optional.empty();
    }
    try {
      Global result = how.get();
      built.put(symbol, result);
      return Optional.of(result);
    } catch (Unlowerable u) {
      broken.put(symbol, u.construct());
      return Optional.empty();
    }
  }

  Optional<String> whyBroken(String symbol) {
    return Optional.ofNullable(broken.get(symbol));
  }

  void put(Global global) {
    built.putIfAbsent(global.symbol(), global);
  }

  void later(Definition d, Names names, Lowering.Frame frame) {
    pending.putIfAbsent(d.symbol(), () -> build(d, names, frame.ofStatics()));
  }

  /// {@return the symbol of a static local}
  String local(IASTDeclarator declarator, Lowering.Frame frame, String name) {
    return symbols.computeIfAbsent(declarator, _ -> fresh(frame.name() + "." + name, frame.path()));
  }

  /// {@return the symbol of a compound literal outside of functions}
  String literal(IASTTypeIdInitializerExpression e, CType type, Lowering place) {
    String known = symbols.get(e);
    if (known != null) {
      return known;
    }
    Position at = unit.parsed().at(e);
    String symbol = fresh("(literal)." + at.line(), at.path());
    symbols.put(e, symbol);
    IASTInitializerClause clause = Initialisers.clause(e.getInitializer());
    later(new Definition(symbol, type, at, Optional.of(clause), 0), place.names(), place.frame());
    return symbol;
  }

  private String fresh(String stem, String path) {
    String symbol = stem + "@" + path;
    for (int n = 2; !taken.add(symbol); n++) {
      symbol = stem + "." + n + "@" + path;
    }
    return symbol;
  }

  private Global build(Definition d, Names names, Lowering.Frame frame) {
    var at = new Lowering(unit, names, frame);
    CType type = d.type();
    if (d.initialiser().isPresent()) {
      type = at.initialisers().completed(type, d.initialiser().get());
    }
    long bytes = Layouts.size(type).orElse(0);
    if (bytes > LIMIT) {
      throw new Unlowerable("object of " + bytes + " bytes");
    }
    var image = new Image(at, bytes);
    if (d.initialiser().isPresent()) {
      new InitialiserWalk(at, image).object(type, 0, d.initialiser().get());
    }
    int align = Math.max(Layouts.align(type), Math.max(1, d.align()));
    return new Global(
        d.symbol(),
        d.at(),
        Math.max(bytes, image.end()),
        align,
        image.bytes(),
        image.relocations(),
        type.isConst());
  }

  /// The initial bytes of an object.
  private static final class Image implements Initialisers.Sink {
    private final Lowering at;
    private byte[] bytes;
    private final TreeMap<Long, Global.Relocation> relocations = new TreeMap<>();

    Image(Lowering at, long size) {
      this.at = at;
      this.bytes = new byte[(int) size];
    }

    /// An initialised flexible array member makes the object longer than its type.
    private void reserve(long end) {
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.toIntExact(end));
      }
    }

    private void write(long offset, int size, long value) {
      reserve(offset + size);
      for (int i = 0; i < size; i++) {
        bytes[(int) offset + i] = (byte) (value >>> (8 * i));
      }
      relocations.subMap(offset - 7, offset + size).clear();
    }

    @Override
    public void scalar(Initialisers.Slot slot, IASTExpression e) {
      if (Int128.is(slot.type())) {
        wide(slot, e);
        return;
      }
      Value.Number n = at.unevaluated().expressions().number(e);
      new Checks(at).assignable(slot.type(), n, e);
      Expr value = Fold.bare(at.arithmetic().convert(n, slot.type()).expr());
      if (slot.bits().isPresent() && value instanceof Expr.Const(var v, _)) {
        bits(slot, v);
        return;
      }
      int size = slot.type().scalar().bytes();
      switch (value) {
        case Expr.Const(var v, _) -> write(slot.offset(), size, v);
        case Expr.GlobalAddress(var symbol, var addend) when size == 8 ->
            relocate(slot.offset(), symbol, addend);
        case Expr.FunctionAddress(var symbol) when size == 8 -> relocate(slot.offset(), symbol, 0);
        default -> throw notConstant(e);
      }
    }

    private void wide(Initialisers.Slot slot, IASTExpression e) {
      Lowering aside = at.unevaluated();
      Value v = aside.expressions().rvalue(aside.expressions().lower(e));
      Int128.Words words = new Int128(aside.graph(), 0).words(v);
      if (!(words.low() instanceof Expr.Const(var low, _))
          || !(words.high() instanceof Expr.Const(var high, _))) {
        throw notConstant(e);
      }
      write(slot.offset(), 8, low);
      write(slot.offset() + 8, 8, high);
    }

    private Unlowerable notConstant(IASTExpression e) {
      return at.refuse(
          "constant",
          e,
          "constant expected to initialise a static object, found '"
              + at.unit().parsed().text(e)
              + "'");
    }

    private void relocate(long offset, String symbol, long addend) {
      write(offset, 8, 0);
      relocations.put(offset, new Global.Relocation(offset, symbol, addend));
    }

    private void bits(Initialisers.Slot slot, long value) {
      var bits = slot.bits().orElseThrow();
      for (int i = 0; i < bits.width(); i++) {
        long bit = slot.offset() * 8 + bits.first() + i;
        reserve(bit / 8 + 1);
        int mask = 1 << (bit % 8);
        int old = bytes[(int) (bit / 8)];
        bytes[(int) (bit / 8)] = (byte) ((value >>> i & 1) != 0 ? old | mask : old & ~mask);
      }
    }

    @Override
    public void text(long offset, long size, byte[] text) {
      long room = size == 0 ? text.length + 1L : size;
      reserve(offset + room);
      for (int i = 0; i < room; i++) {
        bytes[(int) offset + i] = i < text.length ? text[i] : 0;
      }
    }

    @Override
    public void aggregate(long offset, CType type, IASTExpression e) {
      if (!(Expressions.strip(e) instanceof IASTTypeIdInitializerExpression literal)) {
        throw notConstant(e);
      }
      new InitialiserWalk(at, this)
          .object(type, offset, Initialisers.clause(literal.getInitializer()));
    }

    long end() {
      return bytes.length;
    }

    byte[] bytes() {
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] == 0) {
        end--;
      }
      return Arrays.copyOf(bytes, end);
    }

    java.util.List<Global.Relocation> relocations() {
      return java.util.List.copyOf(relocations.values());
    }
  }
}
