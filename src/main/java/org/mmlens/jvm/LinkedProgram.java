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
import java.util.concurrent.ConcurrentHashMap;
import org.mmlens.diag.Position;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
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
  private final Sizes sizes;
  private final CodeLoader loader;
  private final GlobalLayout layout;
  private final Symbols symbols;
  private final ClassNames classNames;
  private final Probes probes;
  private final List<Model> modelled;
  private final int generation;
  private final Map<String, ClassDesc> owners = new HashMap<>();
  private final Set<String> sharedCode = new HashSet<>();

  /// Which program the class of a function was made for.
  private final Map<String, Object> origins = new HashMap<>();

  private final Object self = new Object();

  /// What models asked about the program, other than for addresses.
  private final Set<Question> questions = ConcurrentHashMap.newKeySet();

  private final Map<String, Integer> lineShift = new HashMap<>();
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, Callable> callables = new HashMap<>();
  private final Map<String, Set<String>> calls = new HashMap<>();
  private final Set<String> counted = new HashSet<>();
  private final ArrayDeque<Function> toCompile = new ArrayDeque<>();
  private final GlobalObjects objects;
  private final SortedMap<String, Set<String>> unresolved = new TreeMap<>();
  private final SortedMap<String, List<String>> holes = new TreeMap<>();
  private volatile Callable[] byNumber = new Callable[0];
  private volatile int version;
  private long nanos;

  /// A question of a model about the program.
  private sealed interface Question {
    record Offset(String type, String member) implements Question {}

    record Size(String type) implements Question {}

    record Constant(String name) implements Question {}
  }

  LinkedProgram(Program source, Models models, Options options) {
    this(source, models, options, Sizes.STANDARD);
  }

  LinkedProgram(Program source, Models models, Options options, Sizes sizes) {
    this.sizes = sizes;
    this.source = source;
    this.models = models;
    this.options = options;
    this.loader = new CodeLoader(LinkedProgram.class.getClassLoader());
    this.layout = new GlobalLayout();
    this.symbols = new Symbols();
    this.objects = new GlobalObjects(source, layout, symbols, this::unresolved);
    this.probes = new Probes();
    this.modelled = new ArrayList<>();
    this.generation = 0;
    this.classNames = new ClassNames(generation);
  }

  /// Begins with the addresses and numbers of another program, so that code can be shared with it.
  LinkedProgram(Program source, Models models, Options options, LinkedProgram like) {
    this.sizes = like.sizes;
    this.source = source;
    this.models = models;
    this.options = options;
    this.loader = new CodeLoader(like.loader);
    this.layout = new GlobalLayout(like.layout);
    this.symbols = new Symbols(like.symbols);
    this.objects = new GlobalObjects(source, layout, symbols, this::unresolved);
    this.probes = new Probes(like.probes);
    this.modelled = new ArrayList<>(like.modelled);
    this.generation = like.generation + 1;
    this.classNames = new ClassNames(generation);
  }

  Program source() {
    return source;
  }

  /// Compiles what these functions reach.
  synchronized void link(List<String> entries) {
    long start = System.nanoTime();
    emit(reach(entries), Set.of());
    nanos += System.nanoTime() - start;
  }

  /// Compiles what these functions reach, and takes what it can from another program.
  synchronized void link(List<String> entries, LinkedProgram like) {
    long start = System.nanoTime();
    List<Function> batch = reach(entries);
    synchronized (like) {
      Set<String> shared =
          options.coverage() == like.options.coverage() && options.calls() == like.options.calls()
              ? Sharing.of(batch, this, like)
              : Set.of();
      share(batch, shared, like);
      emit(batch, shared);
    }
    nanos += System.nanoTime() - start;
  }

  private void share(List<Function> batch, Set<String> shared, LinkedProgram like) {
    Map<String, Integer> lines = new HashMap<>();
    for (Function f : batch) {
      if (shared.contains(f.symbol())) {
        ClassDesc owner = like.owner(f);
        int shift = f.at().line() - like.compiled(f.symbol()).orElseThrow().at().line();
        owners.put(f.symbol(), owner);
        origins.put(f.symbol(), like.origins.get(f.symbol()));
        lines.put(f.symbol(), shift);
        String key = CodeLoader.binaryName(owner) + ' ' + f.name();
        lineShift.put(key, shift + like.lineShift.getOrDefault(key, 0));
      }
    }
    probes.share(like.probes, lines);
    sharedCode.addAll(shared);
  }

  /// {@return the functions that are reached and were not before}
  private List<Function> reach(List<String> entries) {
    for (String entry : entries) {
      target(entry);
      count(entry);
    }
    List<Function> batch = new ArrayList<>();
    while (!toCompile.isEmpty() || objects.unfilled()) {
      Function function = toCompile.poll();
      if (function != null) {
        batch.add(function);
        explore(function);
      } else {
        objects.fill();
      }
    }
    counted.addAll(Recursion.of(calls));
    return batch;
  }

  // Written under the lock of this object only; read by running code without it.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void emit(List<Function> batch, Set<String> shared) {
    Map<ClassDesc, List<Function>> classes = new LinkedHashMap<>();
    for (Function f : batch) {
      if (!shared.contains(f.symbol())) {
        ClassDesc owner = classNames.classOf(f);
        owners.put(f.symbol(), owner);
        origins.put(f.symbol(), self);
        classes.computeIfAbsent(owner, _ -> new ArrayList<>()).add(f);
      }
    }
    classes.forEach(
        (owner, functions) -> new ClassCompiler(loader, this, sizes).add(owner, functions));
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
            global -> objects.place(global, user),
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
    return target(symbol) instanceof Target.Body(Function f) ? f.symbol() : symbol;
  }

  private void use(String symbol, String user) {
    if (target(symbol) instanceof Target.Unknown(String name)) {
      unresolved(name, user);
    }
  }

  private void unresolved(String name, String user) {
    unresolved.computeIfAbsent(name, _ -> new TreeSet<>()).add(user);
  }

  /// {@return what a symbol was found to stand for, if anyone asked}
  Optional<Target> known(String symbol) {
    return Optional.ofNullable(targets.get(symbol));
  }

  /// {@return the function of that symbol, if it was compiled or shared}
  Optional<Function> compiled(String symbol) {
    return owners.containsKey(symbol) && targets.get(symbol) instanceof Target.Body(Function f)
        ? Optional.of(f)
        : Optional.empty();
  }

  /// {@return the symbols of functions and models that a function calls by name}
  Set<String> callees(Function f) {
    return calls.getOrDefault(f.symbol(), Set.of());
  }

  /// {@return the symbol of a function, if the name is known to be one's}
  String symbolOf(String name) {
    return canonical(name);
  }

  /// {@return whether Java answers a function}
  boolean answered(String symbol) {
    return model(symbol).isPresent();
  }

  /// {@return the symbols of all functions that have an address}
  List<String> pointed() {
    return symbols.all();
  }

  /// {@return the address of a global, if it has one}
  Optional<Long> place(String symbol) {
    return layout.address(symbol);
  }

  /// {@return the address of a function, if it has one}
  OptionalLong pointer(String symbol) {
    return symbols.find(symbol);
  }

  @Override
  public ClassDesc owner(Function function) {
    ClassDesc owner = owners.get(function.symbol());
    if (owner == null) {
      throw new IllegalStateException("not compiled: " + function.symbol());
    }
    return owner;
  }

  @Override
  public int lineShift(String className, String method) {
    int part = className.indexOf('$');
    return lineShift.getOrDefault(
        (part < 0 ? className : className.substring(0, part)) + ' ' + method, 0);
  }

  @Override
  public Target target(String symbol) {
    Target known = targets.get(symbol);
    if (known == null) {
      known = resolve(symbol);
      targets.put(symbol, known);
      if (known instanceof Target.Body(Function f)) {
        targets.putIfAbsent(f.symbol(), known);
        toCompile.add(f);
      }
    }
    return known;
  }

  private Target resolve(String symbol) {
    Optional<Model> model = model(symbol);
    if (model.isPresent()) {
      if (!modelled.contains(model.get())) {
        modelled.add(model.get());
      }
      return new Target.Modelled(model.get(), modelled.indexOf(model.get()));
    }
    Optional<Function> body =
        source.function(symbol).or(() -> source.symbolOf(symbol, "").flatMap(source::function));
    return body.<Target>map(this::body).orElseGet(() -> new Target.Unknown(Symbols.name(symbol)));
  }

  private Optional<Model> model(String symbol) {
    String name = Symbols.name(symbol);
    boolean changed = options.fromSource().contains(symbol) || options.fromSource().contains(name);
    return changed ? Optional.empty() : models.model(name);
  }

  private Target body(Function function) {
    Target known = targets.get(function.symbol());
    if (known != null) {
      return known;
    }
    return new Target.Body(Weight.tooDeep(function) ? hole(function) : function);
  }

  private static Function hole(Function f) {
    Terminator end =
        new Terminator.Hole("expression nested too deeply in " + f.name(), f.at().line());
    return BlockSplitter.with(f, List.of(new Block(0, List.of(), end)));
  }

  @Override
  public long globalAddress(String symbol) {
    return objects.place(symbol, symbol);
  }

  @Override
  public long functionAddress(String symbol) {
    return symbols.address(symbol);
  }

  @Override
  public int probe(String function, int line, String condition, String outcome) {
    String file =
        targets.get(function) instanceof Target.Body(Function f) ? f.at().path() : function;
    return probes.add(function, Position.ofLine(file, line), condition, outcome);
  }

  @Override
  public int probeCount() {
    return probes.count();
  }

  @Override
  public void dropProbes(int count) {
    probes.drop(count);
  }

  @Override
  public Options.Coverage coverage() {
    return options.coverage();
  }

  @Override
  public Options.Calls calls() {
    return options.calls();
  }

  @Override
  public boolean watched(String symbol) {
    return options.fromSource().contains(symbol)
        || options.fromSource().contains(symbol.replaceFirst("@.*", ""));
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
        case Target.Body(Function f) -> {
          Class<?> type = loader.loadClass(CodeLoader.binaryName(owner(f)));
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
    int number = Symbols.number(address);
    Callable[] known = byNumber;
    if (number >= 0 && number < known.length && known[number] != null) {
      load(machine);
      return Optional.of(known[number]);
    }
    Optional<Callable> found = find(address);
    load(machine);
    return found;
  }

  private synchronized Optional<Callable> find(long address) {
    Optional<String> symbol = symbols.at(address);
    if (symbol.isEmpty()) {
      return Optional.empty();
    }
    int number = Symbols.number(address);
    Callable found = callable(symbol.get());
    Callable[] more = Arrays.copyOf(byNumber, Math.max(byNumber.length, number + 1));
    more[number] = found;
    byNumber = more;
    return Optional.of(found);
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
    machine.coverage = Arrays.copyOf(machine.coverage, probes.count());
    machine.modelCalls = Arrays.copyOf(machine.modelCalls, modelled.size());
    objects.load(machine);
    machine.loaded(version, objects.filled());
  }

  @Override
  public OptionalLong offsetOf(String type, String member) {
    return answer(new Question.Offset(type, member));
  }

  @Override
  public OptionalLong sizeOf(String type) {
    return answer(new Question.Size(type));
  }

  @Override
  public OptionalLong constant(String name) {
    return answer(new Question.Constant(name));
  }

  private OptionalLong answer(Question question) {
    questions.add(question);
    Optional<Long> answer =
        switch (question) {
          case Question.Offset(String type, String member) ->
              source.layout(type).flatMap(l -> l.field(member)).map(f -> f.offset());
          case Question.Size(String type) -> source.layout(type).map(l -> l.bytes());
          case Question.Constant(String name) -> source.constant(name);
        };
    return answer.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /// {@return whether a state of memory means the same in both programs, see [Likeness]}
  synchronized boolean means(LinkedProgram other) {
    synchronized (other) {
      return options.equals(other.options)
          && models == other.models
          && symbols.agrees(other.symbols)
          && layout.agrees(other.layout)
          && answersLike(other)
          && other.answersLike(this);
    }
  }

  private boolean answersLike(LinkedProgram other) {
    return List.copyOf(questions).stream().allMatch(q -> answer(q).equals(other.answer(q)));
  }

  /// {@return whether a function that both have compiled is the same class in both}
  boolean sameClass(String symbol, LinkedProgram other) {
    Object origin = origins.get(symbol);
    return origin != null && origin == other.origins.get(symbol);
  }

  /// {@return the functions that were compiled or shared}
  List<Function> compiled() {
    return owners.keySet().stream().flatMap(symbol -> compiled(symbol).stream()).toList();
  }

  /// {@return a number that changes whenever more is linked}
  int version() {
    return version;
  }

  @Override
  public synchronized Optional<String> symbolAt(long address) {
    return layout.nameAt(address);
  }

  /// {@return the symbol of the variable that an address lies in}
  synchronized Optional<String> globalAt(long address) {
    return layout.symbolAt(address);
  }

  @Override
  public synchronized Optional<String> missingAt(long address) {
    return layout.missingAt(address);
  }

  synchronized OptionalLong address(String symbol) {
    if (layout.find(symbol).isEmpty() && source.global(symbol).isPresent()) {
      objects.place(symbol, symbol);
      emit(reach(List.of()), Set.of());
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

  synchronized SortedMap<String, Integer> literals(String name, String file, Set<String> callees) {
    return source
        .symbolOf(name, file)
        .or(() -> source.symbolOf(name, ""))
        .flatMap(source::function)
        .map(f -> Literals.passed(source, f, callees))
        .orElseGet(TreeMap::new);
  }

  synchronized List<Probe> probes() {
    return probes.all().stream().filter(p -> !p.entry()).toList();
  }

  synchronized List<Probe> entries() {
    return probes.all().stream().filter(Probe::entry).toList();
  }

  synchronized SortedMap<String, Long> modelCalls(Machine machine) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Target target : targets.values()) {
      if (target instanceof Target.Modelled(Model model, int number)
          && number < machine.modelCalls.length) {
        counts.put(model.name(), machine.modelCalls[number]);
      }
    }
    return counts;
  }

  synchronized Linkage linkage() {
    List<Function> compiled = new ArrayList<>();
    targets.forEach(
        (symbol, target) -> {
          if (target instanceof Target.Body(Function f) && f.symbol().equals(symbol)) {
            compiled.add(f);
          }
        });
    SortedMap<String, Model> byName = new TreeMap<>();
    for (Target target : targets.values()) {
      if (target instanceof Target.Modelled(Model model, _)) {
        byName.put(model.name(), model);
      }
    }
    SortedMap<String, List<String>> names = new TreeMap<>();
    unresolved.forEach((name, users) -> names.put(name, List.copyOf(users)));
    return new Linkage(
        List.copyOf(compiled),
        new TreeSet<>(sharedCode),
        byName,
        names,
        new TreeMap<>(holes),
        nanos);
  }
}
