package org.mmlens.c;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mmlens.c.lower.Unit;
import org.mmlens.diag.Diagnostic;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.StructLayout;

/// A unit that was parsed.
///
/// @param unit lowers on demand
record LoweredUnit(Unit unit) implements TranslationUnit {

  @Override
  public List<String> files() {
    return unit.parsed().files();
  }

  @Override
  public boolean reads(String path) {
    return unit.reads(path);
  }

  @Override
  public Optional<Unit.FunctionName> functionNamed(String name) {
    return unit.functionNamed(name);
  }

  @Override
  public Optional<Function> function(String symbol) {
    return unit.function(symbol);
  }

  @Override
  public Optional<Global> global(String symbol) {
    return unit.global(symbol);
  }

  @Override
  public Optional<String> whyBroken(String symbol) {
    return unit.whyBroken(symbol);
  }

  @Override
  public Optional<Global> declared(String symbol) {
    return unit.declared(symbol);
  }

  @Override
  public Optional<StructLayout> layout(String tag) {
    return unit.layout(tag);
  }

  @Override
  public Optional<Long> constant(String name) {
    return unit.constant(name);
  }

  @Override
  public BitSet skipped(String path) {
    return unit.parsed().skipped(path);
  }

  @Override
  public List<Diagnostic> check(Collection<String> paths) {
    paths.stream().filter(unit::reads).forEach(unit::check);
    return unit.diagnostics().stream().filter(d -> paths.contains(d.at().path())).toList();
  }
}
