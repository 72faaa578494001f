package org.mmlens.c;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.mmlens.c.lower.Unit;
import org.mmlens.c.parse.CParser;
import org.mmlens.c.parse.Configuration;
import org.mmlens.c.parse.ParsedUnit;
import org.mmlens.c.parse.Sources;
import org.mmlens.cache.Store;

/// Turns `.c` files of a tree into a program.
public final class Frontend {
  private final Contents sources;
  private final Configuration configuration;
  private final Cache cache;
  private final CParser parser;
  private final Map<List<String>, Future<TranslationUnit>> begun = new ConcurrentHashMap<>();

  /// Reads from a tree.
  ///
  /// @param sources the tree; asked from several threads
  /// @param configuration the compiler's command line
  /// @param cache what other front ends have made; shared by the two sides of a review
  public Frontend(Sources sources, Configuration configuration, Cache cache) {
    this(sources, _ -> Optional.empty(), configuration, cache);
  }

  /// Reads from a tree, as little as possible.
  ///
  /// @param sources the tree; asked from several threads
  /// @param stamps which files are as they were
  /// @param configuration the compiler's command line
  /// @param cache what other front ends have made; shared by the two sides of a review
  public Frontend(Sources sources, Stamps stamps, Configuration configuration, Cache cache) {
    this.sources = new Contents(sources, stamps, cache.ids);
    this.configuration = configuration;
    this.cache = cache;
    this.parser = new CParser(this.sources, configuration, cache.syntax);
  }

  /// Tells files that are as they were without reading them.
  @FunctionalInterface
  public interface Stamps {

    /// {@return what differs whenever the content of a file does, in any run; empty where nothing
    /// does, or there is no file}
    ///
    /// @param path the file
    Optional<String> stamp(String path);
  }

  /// Units by what they were read from. A unit whose files are the same on both sides of a review
  /// is the same object, and so are its functions.
  public static final class Cache {

    /// Deeply nested C needs room.
    private static final long STACK_BYTES = 8L << 20;

    private final CParser.Cache syntax = new CParser.Cache();
    private final Map<ParsedUnit, Unit> units = new IdentityHashMap<>();
    private final Grouping.Known words = new Grouping.Known();
    private final ExecutorService parsers =
        Executors.newFixedThreadPool(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4),
            Thread.ofPlatform().daemon().name("parser-", 1).stackSize(STACK_BYTES).factory());

    private final Contents.Ids ids;
    private final Optional<StampedIds> stamped;
    private final Optional<Memory> memory;

    /// Holds nothing yet, and will keep nothing for another run.
    public Cache() {
      this.memory = Optional.empty();
      this.stamped = Optional.empty();
      this.ids = new Contents.Ids(stamped);
    }

    /// Holds what earlier runs have kept.
    ///
    /// @param store where
    /// @param place of the tree whose stamps the front ends are given; absent if it has none
    public Cache(Store store, Optional<String> place) {
      this.memory = Optional.of(new Memory(store));
      this.stamped = place.map(p -> new StampedIds(store, p));
      this.ids = new Contents.Ids(stamped);
    }

    /// Keeps for the next run what was made in this one. Without a store nothing happens.
    public void save() {
      memory.ifPresent(Memory::save);
      stamped.ifPresent(StampedIds::save);
    }

    private Unit unit(ParsedUnit parsed) {
      synchronized (units) {
        Unit unit = units.computeIfAbsent(parsed, Unit::new);
        units.keySet().removeIf(known -> known != parsed && !syntax.holds(known));
        return unit;
      }
    }
  }

  /// Begins to read files that [#load] will be asked for, each on its own.
  ///
  /// @param files `.c` files
  public void anticipate(Collection<String> files) {
    for (String file : files) {
      Future<TranslationUnit> _ = begin(List.of(file));
    }
  }

  /// {@return the program made of those files}
  ///
  /// Files that can share one reading of the headers become one unit; the others, and those of
  /// `alone`, are units of their own, so that what they do not declare is missed.
  ///
  /// @param files the `.c` files
  /// @param alone those among them to be judged on their own, e.g. those a patch touches
  public CProgram load(List<String> files, Collection<String> alone) {
    anticipate(files.stream().filter(alone::contains).toList());
    List<List<String>> groups = groups(files, alone);
    for (List<String> group : groups) {
      Future<TranslationUnit> _ = begin(group);
    }
    var units = new ArrayList<TranslationUnit>();
    groups.forEach(group -> units.add(join(begin(group))));
    return new CProgram(units);
  }

  private Future<TranslationUnit> begin(List<String> group) {
    return begun.computeIfAbsent(group, g -> cache.parsers.submit(() -> read(g)));
  }

  private TranslationUnit read(List<String> group) {
    Supplier<Unit> parse = () -> cache.unit(parser.parse(group));
    return cache.memory.isEmpty()
        ? new LoweredUnit(parse.get())
        : cache.memory.get().unit(Memory.question(configuration, group), sources, parse);
  }

  private List<List<String>> groups(List<String> files, Collection<String> alone) {
    return cache
        .memory
        .map(memory -> groups(files, alone, memory))
        .orElseGet(() -> Grouping.of(files, alone, sources, configuration, cache.words));
  }

  private List<List<String>> groups(List<String> files, Collection<String> alone, Memory memory) {
    List<String> question = Memory.question(configuration, files);
    question.add("alone");
    question.addAll(alone.stream().sorted().toList());
    Optional<byte[]> known = memory.groups(question, sources);
    if (known.isPresent()) {
      return Grouping.unpacked(known.get());
    }
    Set<String> read = ConcurrentHashMap.newKeySet();
    Sources noting =
        path -> {
          read.add(path);
          return sources.read(path);
        };
    var groups = Grouping.of(files, alone, noting, configuration, cache.words);
    memory.keepGroups(question, Manifest.of(read, sources), Grouping.packed(groups));
    return groups;
  }

  private static <T> T join(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("parsing was interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
