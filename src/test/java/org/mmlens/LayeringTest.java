package org.mmlens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Keeps the packages in their order: a class uses its own package and those before it.
///
/// What a class uses is read from its constant pool: every name of a class there, also within
/// descriptors and generic signatures.
class LayeringTest {

  /// Dependency order. A new package is put where it belongs here, and in `docs/ARCHITECTURE.md`.
  private static final List<String> ORDER =
      List.of(
          "diag",
          "config",
          "cache",
          "mail",
          "tree",
          "ir",
          "ir.packed",
          "c.type",
          "c.parse",
          "c.lower",
          "c",
          "surface.scan",
          "surface",
          "surface.claim",
          "mutate",
          "machine",
          "jvm",
          "port",
          "lens",
          "explore",
          "review",
          "report",
          "hook",
          "bot.config",
          "bot.server",
          "bot.source",
          "bot.sink",
          "bot.state",
          "bot.telemetry",
          "bot.web",
          "bot",
          "cli.manual",
          "cli");

  private static final Pattern CLASS_OF_OURS =
      Pattern.compile("org/mmlens/((?:[a-z0-9_]+/)*)[A-Z]");

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    SequencedSet<String> unknown = new TreeSet<>();
    for (ClassModel type : CompiledClasses.all()) {
      String layer = layer(type);
      if (!ORDER.contains(layer)) {
        unknown.add(layer);
      }
    }

    assertEquals(List.of(), List.copyOf(unknown), "packages without a place in the order");
  }

  @Test
  void aClassUsesOnlyItsOwnPackageAndThoseBeforeIt() {
    List<String> upward = new ArrayList<>();
    for (ClassModel type : CompiledClasses.all()) {
      int place = ORDER.indexOf(layer(type));
      for (String used : used(type)) {
        if (ORDER.indexOf(used) > place) {
          upward.add(CompiledClasses.name(type) + " uses " + used);
        }
      }
    }

    assertEquals(List.of(), upward, "uses of a package further down the order");
  }

  private static String layer(ClassModel type) {
    return CompiledClasses.packageOf(type).replaceFirst("^org\\.mmlens\\.?", "");
  }

  private static SequencedSet<String> used(ClassModel type) {
    SequencedSet<String> packages = new TreeSet<>();
    StreamSupport.stream(type.constantPool().spliterator(), false)
        .forEach((PoolEntry entry) -> addNames(entry, packages));
    return packages;
  }

  private static void addNames(PoolEntry entry, SequencedSet<String> packages) {
    if (entry instanceof Utf8Entry text) {
      Matcher names = CLASS_OF_OURS.matcher(text.stringValue());
      while (names.find()) {
        packages.add(names.group(1).replaceFirst("/$", "").replace('/', '.'));
      }
    }
  }
}
