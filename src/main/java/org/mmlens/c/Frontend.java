package org.mmlens.c;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mmlens.c.lower.Unit;
import org.mmlens.c.parse.CParser;
import org.mmlens.c.parse.Configuration;
import org.mmlens.c.parse.ParsedUnit;
import org.mmlens.c.parse.Sources;

/// Turns `.c` files of a tree into a program.
public final class Frontend {
  private final Sources sources;
  private final Configuration configuration;
  private final Cache cache;
  private final CParser parser;
  private final Map<List<String>, Future<Unit>> begun = new ConcurrentHashMap<>();

  /// Reads from a tree.
  ///
  /// @param sources the tree; asked from several threads
  /// @param configuration the compiler's command line
  /// @param cache what other front ends have made; shared by the two sides of a review
  public Frontend(Sources sources, Configuration configuration, Cache cache) {
    this.sources = sources;
    this.configuration = configuration;
    this.cache = cache;
    this.parser = new CParser(sources, configuration, cache.syntax);
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

    /// Holds nothing yet.
    public Cache() {}

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
      Future<Unit> _ = begin(List.of(file));
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
    var groups = Grouping.of(files, alone, sources, configuration, cache.words);
    for (List<String> group : groups) {
      Future<Unit> _ = begin(group);
    }
    var units = new ArrayList<Unit>();
    groups.forEach(group -> units.add(join(begin(group))));
    return new CProgram(units);
  }

  private Future<Unit> begin(List<String> group) {
    return begun.computeIfAbsent(
        group, g -> cache.parsers.submit(() -> cache.unit(parser.parse(g))));
  }

  private static Unit join(Future<Unit> task) {
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
