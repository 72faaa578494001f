package org.mmlens.c;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

  /// Reads from a tree.
  ///
  /// @param sources the tree
  /// @param configuration the compiler's command line
  /// @param cache what other front ends have made; shared by the two sides of a review
  public Frontend(Sources sources, Configuration configuration, Cache cache) {
    this.sources = sources;
    this.configuration = configuration;
    this.cache = cache;
  }

  /// Units by what they were read from. A unit whose files are the same on both sides of a review
  /// is the same object, and so are its functions. Not safe for several threads.
  public static final class Cache {
    private final CParser.Cache syntax = new CParser.Cache();
    private final Map<ParsedUnit, Unit> units = new IdentityHashMap<>();

    /// Holds nothing yet.
    public Cache() {}
  }

  /// {@return the program made of those files}
  ///
  /// Files that can share one reading of the headers become one unit; the others, and those of
  /// `alone`, are units of their own, so that what they do not declare is missed.
  ///
  /// @param files the `.c` files
  /// @param alone those among them to be judged on their own, e.g. those a patch touches
  public CProgram load(List<String> files, Collection<String> alone) {
    var parser = new CParser(sources, configuration, cache.syntax);
    var units = new ArrayList<Unit>();
    for (List<String> group : Grouping.of(files, alone, sources, configuration)) {
      units.add(cache.units.computeIfAbsent(parser.parse(group), Unit::new));
    }
    return new CProgram(units);
  }
}
