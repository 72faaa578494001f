package org.mmlens.jvm;

import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mmlens.diag.Position;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Program;
import org.mmlens.ir.Terminator;
import org.mmlens.machine.Cpu;
import org.mmlens.machine.Image;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;

/// A program while it is linked, and afterwards: linking goes on when a function is called that
/// only a pointer led to.
final class LinkedProgram implements Image, Scope {

  private final Program source;
  private final Models models;
  private final Options options;
  private final CodeLoader loader = new CodeLoader(LinkedProgram.class.getClassLoader());
  private final GlobalLayout layout = new GlobalLayout();
  private final Symbols symbols = new Symbols();
  private final ClassNames classNames = new ClassNames();
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, Callable> callables = new HashMap<>();
  private final Map<String, Set<String>> calls = new HashMap<>();
  private final Set<String> counted = new HashSet<>();
  private final ArrayDeque<Function> toCompile = new ArrayDeque<>();
  private final ArrayDeque<Global> toFill = new ArrayDeque<>();
  private final List<Filled> filled = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();
  private final List<Model> modelled = new ArrayList<>();
  private final SortedMap<String, Set<String>> unresolved = new TreeMap<>();
  private final SortedMap<String, List<String>> holes = new TreeMap<>();
  private volatile int version;
  private long nanos;

  /// A global ready to be put into a machine.
  private record Filled(long address, byte[] bytes, int length, Machine.Placement placement) {}

  LinkedProgram(Program source, Models models, Options options) {
    this.source = source;
    this.models = models;
    this.options = options;
  }

  Program source() {
    return source;
  }

  /// Compiles what these functions reach.
  synchronized void link(List<String> entries) {
    long start = System.nanoTime();
    for (String entry : entries) {
      target(entry);
      count(entry);
    }
    compile();
    nanos += System.nanoTime() - start;
  }

  // Written under the lock of this object only; read by running code without it.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void compile() {
    List<Function> batch = new ArrayList<>();
    while (!toCompile.isEmpty() || !toFill.isEmpty()) {
      Function function = toCompile.poll();
      if (function != null) {
        batch.add(function);
        explore(function);
      } else {
        fill(toFill.remove());
      }
    }
    counted.addAll(Recursion.of(calls));
    Map<ClassDesc, List<Function>> classes = new LinkedHashMap<>();
    for (Function f : batch) {
      if (targets.get(f.symbol()) instanceof Target.Body(_, ClassDesc owner)) {
        classes.computeIfAbsent(owner, _ -> new ArrayList<>()).add(f);
      }
    }
    classes.forEach((owner, functions) -> new ClassCompiler(loader, this).add(owner, functions));
    layout.newBatch();
    classNames.newBatch();
    version++;
  }

  private void explore(Function function) {
    String user = function.symbol();
    Set<String> callees = new HashSet<>();
    calls.put(user, callees);
    Reach.visit(
        function,
        new Reach.Visitor(
            call -> {
              use(call.symbol(), user);
              callees.add(canonical(call.symbol()));
            },
            pointed -> {
              symbols.address(pointed);
              use(pointed, user);
              count(pointed);
            },
            global -> placeFor(global, user),
            hole ->
                holes
                    .computeIfAbsent(user, _ -> new ArrayList<>())
                    .add(
                        Position.ofLine(function.at().path(), hole.line())
                            + ": "
                            + hole.construct())));
  }

  /// Calls of that function count against the depth limit: it may be entered from outside its
  /// graph.
  private void count(String symbol) {
    counted.add(canonical(symbol));
  }

  private String canonical(String symbol) {
    return target(symbol) instanceof Target.Body(Function f, _) ? f.symbol() : symbol;
  }

  private void use(String symbol, String user) {
    if (target(symbol) instanceof Target.Unknown(String name)) {
      unresolved.computeIfAbsent(name, _ -> new TreeSet<>()).add(user);
    }
  }

  private long placeFor(String symbol, String user) {
    if (layout.find(symbol).isEmpty()) {
      Optional<Global> global = source.global(symbol).filter(g -> g.bytes() <= 16 << 20);
      if (global.isEmpty()) {
        unresolved.computeIfAbsent("variable " + symbol, _ -> new TreeSet<>()).add(user);
        return layout.missing(symbol);
      }
      toFill.add(global.get());
      return layout.place(global.get());
    }
    return layout.find(symbol).get().address();
  }

  private void fill(Global global) {
    byte[] image = global.image();
    int needed = image.length;
    for (Global.Relocation r : global.relocations()) {
      needed = Math.max(needed, (int) r.offset() + 8);
    }
    byte[] bytes = Arrays.copyOf(image, (int) Math.min(Math.max(needed, 0), global.bytes()));
    for (Global.Relocation r : global.relocations()) {
      long value = addressFor(r.symbol(), global.symbol()) + r.addend();
      for (int i = 0; i < 8 && r.offset() + i < bytes.length; i++) {
        bytes[(int) r.offset() + i] = (byte) (value >>> 8 * i);
      }
    }
    filled.add(
        new Filled(
            layout.place(global),
            bytes,
            (int) Math.max(1, global.bytes()),
            global.constant() ? Machine.Placement.CONSTANT : Machine.Placement.WRITABLE));
  }

  /// A function that a global points to is compiled when it is called.
  private long addressFor(String symbol, String user) {
    if (source.global(symbol).isPresent()) {
      return placeFor(symbol, user);
    }
    return symbols.address(symbol);
  }

  @Override
  public Target target(String symbol) {
    Target known = targets.get(symbol);
    if (known == null) {
      known = resolve(symbol);
      targets.put(symbol, known);
      if (known instanceof Target.Body(Function f, _)) {
        targets.putIfAbsent(f.symbol(), known);
        toCompile.add(f);
      }
    }
    return known;
  }

  private Target resolve(String symbol) {
    String name = Symbols.name(symbol);
    boolean changed = options.fromSource().contains(symbol) || options.fromSource().contains(name);
    Optional<Model> model = changed ? Optional.empty() : models.model(name);
    if (model.isPresent()) {
      modelled.add(model.get());
      return new Target.Modelled(model.get(), modelled.size() - 1);
    }
    Optional<Function> body =
        source.function(symbol).or(() -> source.symbolOf(symbol, "").flatMap(source::function));
    return body.<Target>map(this::compiled).orElseGet(() -> new Target.Unknown(name));
  }

  private Target compiled(Function function) {
    Target known = targets.get(function.symbol());
    if (known != null) {
      return known;
    }
    Function sound = Weight.tooDeep(function) ? hole(function) : function;
    return new Target.Body(sound, classNames.classOf(sound));
  }

  private static Function hole(Function f) {
    Terminator end =
        new Terminator.Hole("expression nested too deeply in " + f.name(), f.at().line());
    return BlockSplitter.with(f, List.of(new Block(0, List.of(), end)));
  }

  @Override
  public long globalAddress(String symbol) {
    return placeFor(symbol, symbol);
  }

  @Override
  public long functionAddress(String symbol) {
    return symbols.address(symbol);
  }

  @Override
  public int probe(String function, int line, String condition, String outcome) {
    String file =
        targets.get(function) instanceof Target.Body(Function f, _) ? f.at().path() : function;
    int number = probes.size();
    probes.add(new Probe(number, function, Position.ofLine(file, line), condition, outcome));
    return number;
  }

  @Override
  public int probeCount() {
    return probes.size();
  }

  @Override
  public void dropProbes(int count) {
    probes.subList(count, probes.size()).clear();
  }

  @Override
  public Options.Coverage coverage() {
    return options.coverage();
  }

  @Override
  public boolean recursive(String symbol) {
    return counted.contains(symbol);
  }

  synchronized Callable callable(String symbol) {
    Callable known = callables.get(symbol);
    if (known == null) {
      if (!targets.containsKey(symbol)) {
        link(List.of(symbol));
      }
      known = handle(symbol, target(symbol));
      callables.put(symbol, known);
    }
    return known;
  }

  private Callable handle(String symbol, Target target) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      return switch (target) {
        case Target.Body(Function f, ClassDesc owner) -> {
          Class<?> type = loader.loadClass(CodeLoader.binaryName(owner));
          int params = f.params().size();
          yield callable(
              f.name(),
              params,
              lookup.findStatic(type, f.name(), Descriptors.functionType(params)));
        }
        case Target.Modelled(Model model, int number) ->
            callable(model.name(), model.params(), Counting.of(model, number));
        case Target.Unknown(String name) -> throw Cpu.notModelled(name);
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(symbol, e);
    }
  }

  private static Callable callable(String name, int params, MethodHandle exact) {
    return new Callable(name, params, exact, exact.asSpreader(long[].class, params));
  }

  @Override
  public Optional<Callable> function(Machine machine, long address) {
    Optional<String> symbol = symbols.at(address);
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    Callable callable = callable(symbol.get());
    load(machine);
    return Optional.of(callable);
  }

  @Override
  public void load(Machine machine) {
    if (machine.loaded() != version) {
      loadRest(machine);
    }
  }

  private synchronized void loadRest(Machine machine) {
    if (layout.end() > machine.map().slab()) {
      throw new IllegalStateException(
          "globals need %d bytes, there are %d"
              .formatted(
                  layout.end() - MemoryMap.OVERFLOW, machine.map().slab() - MemoryMap.OVERFLOW));
    }
    machine.coverage = Arrays.copyOf(machine.coverage, probes.size());
    machine.modelCalls = Arrays.copyOf(machine.modelCalls, modelled.size());
    for (Filled f : filled.subList(machine.placed(), filled.size())) {
      machine.place(f.address(), f.bytes(), f.length(), f.placement());
    }
    machine.loaded(version, filled.size());
  }

  @Override
  public OptionalLong offsetOf(String type, String member) {
    return source
        .layout(type)
        .flatMap(l -> l.field(member))
        .map(f -> OptionalLong.of(f.offset()))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public OptionalLong sizeOf(String type) {
    return source
        .layout(type)
        .map(l -> OptionalLong.of(l.bytes()))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public OptionalLong constant(String name) {
    return source.constant(name).map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  @Override
  public synchronized Optional<String> symbolAt(long address) {
    return layout.nameAt(address);
  }

  @Override
  public synchronized Optional<String> missingAt(long address) {
    return layout.missingAt(address);
  }

  synchronized OptionalLong address(String symbol) {
    if (layout.find(symbol).isEmpty() && source.global(symbol).isPresent()) {
      placeFor(symbol, symbol);
      compile();
    }
    Optional<GlobalLayout.Placed> placed = layout.find(symbol);
    if (placed.isPresent()) {
      return OptionalLong.of(placed.get().address());
    }
    return symbols.find(symbol);
  }

  synchronized Optional<String> symbolOfFunction(long address) {
    return symbols.at(address);
  }

  synchronized List<Probe> probes() {
    return List.copyOf(probes);
  }

  synchronized SortedMap<String, Long> modelCalls(Machine machine) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < machine.modelCalls.length; i++) {
      counts.merge(modelled.get(i).name(), machine.modelCalls[i], Long::sum);
    }
    return counts;
  }

  synchronized Linkage linkage() {
    List<Function> compiled = new ArrayList<>();
    targets.forEach(
        (symbol, target) -> {
          if (target instanceof Target.Body(Function f, _) && f.symbol().equals(symbol)) {
            compiled.add(f);
          }
        });
    SortedMap<String, Model> byName = new TreeMap<>();
    modelled.forEach(m -> byName.put(m.name(), m));
    SortedMap<String, List<String>> names = new TreeMap<>();
    unresolved.forEach((name, users) -> names.put(name, List.copyOf(users)));
    return new Linkage(List.copyOf(compiled), byName, names, new TreeMap<>(holes), nanos);
  }
}
