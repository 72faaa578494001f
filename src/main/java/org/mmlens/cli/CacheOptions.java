package org.mmlens.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.mmlens.cache.Store;
import org.mmlens.review.Results;
import org.mmlens.review.ReviewOptions;
import org.mmlens.surface.NameCache;
import picocli.CommandLine.Option;

/// Whether what is read of a tree is kept for the next run, and where.
final class CacheOptions {

  private static final String VARIABLE = "MMLENS_CACHE";
  private static final String OFF = "off";

  @Option(
      names = "--no-cache",
      description =
          "Read the tree anew and keep nothing of it; MMLENS_CACHE=off does the same,"
              + " MMLENS_CACHE=DIR keeps it elsewhere than in ~/.cache/mmlens.")
  private boolean none;

  @Option(
      names = "--fresh",
      description = "Review again what was reviewed before, though the result is kept.")
  private boolean fresh;

  /// {@return the engine, which is not asked again what it was asked before}
  Engine remembering(Engine engine, Surroundings here) {
    Optional<Store> kept = fresh ? Optional.empty() : store(here);
    return kept.<Engine>map(store -> new RememberingEngine(engine, new Results(store)))
        .orElse(engine);
  }

  ReviewOptions keep(ReviewOptions options, Surroundings here) {
    ReviewOptions named =
        folder(here)
            .map(folder -> options.withNames(new NameCache(folder, NameCache.ROOM)))
            .orElse(options);
    return store(here).map(named::withPrograms).orElse(named);
  }

  /// {@return where results are kept for the next run; empty where nothing is to be kept, or it is
  /// not known which build of mmlens this is}
  Optional<Store> store(Surroundings here) {
    return folder(here)
        .flatMap(
            folder ->
                here.build()
                    .map(build -> new Store(folder, build, Store.ROOM, InstantSource.system())));
  }

  /// {@return where to keep things; empty where nothing is to be kept}
  ///
  /// The XDG Base Directory Specification: relative paths in `XDG_CACHE_HOME` do not count.
  Optional<Path> folder(Surroundings here) {
    String own = here.variables().getOrDefault(VARIABLE, "");
    if (none || own.equals(OFF)) {
      return Optional.empty();
    }
    if (!own.isEmpty()) {
      return path(own).map(folder -> here.folder().resolve(folder));
    }
    Optional<Path> xdg = absolute(here, "XDG_CACHE_HOME");
    Optional<Path> home = absolute(here, "HOME");
    return xdg.or(() -> home.map(folder -> folder.resolve(".cache")))
        .map(folder -> folder.resolve("mmlens"));
  }

  private static Optional<Path> absolute(Surroundings here, String variable) {
    return path(here.variables().getOrDefault(variable, "")).filter(Path::isAbsolute);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(text).filter(t -> !t.isEmpty()).map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
