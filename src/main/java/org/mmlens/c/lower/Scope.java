package org.mmlens.c.lower;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mmlens.c.type.CType;

/// The names of one block, and by its parent those around it.
class Scope implements Names {
  private final Names outer;
  private final Map<String, Symbol> symbols = new HashMap<>();
  private final Map<String, CType> tags = new HashMap<>();

  Scope(Names outer) {
    this.outer = outer;
  }

  @Override
  public Optional<Symbol> symbol(String name) {
    Symbol here = symbols.get(name);
    return here != null ? Optional.of(here) : outer.symbol(name);
  }

  @Override
  public Optional<CType> tag(String name) {
    CType here = tags.get(name);
    return here != null ? Optional.of(here) : outer.tag(name);
  }

  @Override
  public Optional<CType> ownTag(String name) {
    return Optional.ofNullable(tags.get(name));
  }

  @Override
  public void declare(String name, Symbol symbol) {
    symbols.put(name, symbol);
  }

  @Override
  public void declareTag(String name, CType type) {
    tags.put(name, type);
  }

  @Override
  public boolean isFile() {
    return false;
  }

  Optional<Symbol> own(String name) {
    return Optional.ofNullable(symbols.get(name));
  }

  Names outer() {
    return outer;
  }
}
