package org.mmlens.c.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.index.IIndexFileLocation;
import org.eclipse.cdt.core.model.ILanguage;
import org.eclipse.cdt.core.parser.ExtendedScannerInfo;
import org.eclipse.cdt.core.parser.FileContent;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.internal.core.parser.IMacroDictionary;
import org.eclipse.cdt.internal.core.parser.scanner.CharArray;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContentProvider;
import org.eclipse.core.runtime.CoreException;
import org.jspecify.annotations.Nullable;

/// Parses units of one tree under one configuration.
///
/// Units that read the same bytes are parsed once: see [Cache]. Safe for several threads, each with
/// units of its own.
public final class CParser {
  /// The root of the tree as CDT sees it, for which relative names would mean the working folder.
  /// `__FILE__` begins with it.
  public static final String ROOT = "/.tree/";

  private final Sources sources;
  private final Configuration configuration;
  private final Cache cache;
  private final Map<String, Optional<byte[]>> contents = new ConcurrentHashMap<>();

  /// Parses from `sources`.
  ///
  /// @param sources where files come from
  /// @param configuration the command line
  /// @param cache units parsed earlier, of this tree or another
  public CParser(Sources sources, Configuration configuration, Cache cache) {
    this.sources = sources;
    this.configuration = configuration;
    this.cache = cache;
  }

  /// Parsed units by what they were parsed from, so that the two sides of a review share what a
  /// patch leaves alone. Contents are compared byte by byte: a hostile patch may make digests meet.
  ///
  /// Of units of the same files the first is kept, which is likely that of the tree all others come
  /// from, and the newest few.
  public static final class Cache {
    private static final int MOST = 4;

    private final Map<String, List<Entry>> units = new ConcurrentHashMap<>();

    /// Arrays are told apart by identity, and forgotten with the last tree that has them.
    @SuppressWarnings("UndefinedEquals")
    private final Map<byte[], CharArray> texts = new WeakHashMap<>();

    /// Holds nothing yet.
    public Cache() {}

    private record Entry(Map<String, Optional<byte[]>> read, ParsedUnit unit) {}

    /// {@return the text of a file; the same for all parsers that are given the same array}
    private CharArray text(byte[] bytes) {
      synchronized (texts) {
        CharArray known = texts.get(bytes);
        if (known != null) {
          return known;
        }
      }
      CharArray decoded = new CharArray(decode(bytes));
      synchronized (texts) {
        texts.put(bytes, decoded);
      }
      return decoded;
    }

    private static void keep(List<Entry> known, Entry entry) {
      synchronized (known) {
        known.add(entry);
        if (known.size() > MOST) {
          known.remove(1);
        }
      }
    }

    /// {@return whether a unit may be handed out again}
    ///
    /// @param unit a unit
    public boolean holds(ParsedUnit unit) {
      return units.values().stream()
          .anyMatch(known -> known.stream().anyMatch(entry -> entry.unit() == unit));
    }
  }

  /// {@return the unit made of those `.c` files, read one after the other}
  ///
  /// @param files paths from the root of the tree
  public ParsedUnit parse(List<String> files) {
    String key = String.join("\n", files) + "\n" + configuration;
    var known = cache.units.computeIfAbsent(key, _ -> new CopyOnWriteArrayList<>());
    for (Cache.Entry entry : known) {
      if (entry.read().entrySet().stream().allMatch(e -> same(content(e.getKey()), e.getValue()))) {
        return entry.unit();
      }
    }
    var asked = new TreeMap<String, Optional<byte[]>>();
    ParsedUnit unit = parseAnew(files, asked);
    Cache.keep(known, new Cache.Entry(asked, unit));
    return unit;
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
  }

  private ParsedUnit parseAnew(List<String> files, Map<String, Optional<byte[]>> asked) {
    var main = new StringBuilder();
    files.forEach(f -> main.append("#include \"").append(rooted(f)).append("\"\n"));
    String name = ROOT + "unit.c";
    var info =
        new ExtendedScannerInfo(
            configuration.macros(),
            configuration.includePath().stream().map(CParser::rooted).toArray(String[]::new),
            new String[0],
            configuration.includes().stream().map(CParser::rooted).toArray(String[]::new));
    var provider = new Provider(asked);
    try {
      IASTTranslationUnit unit =
          new GnuLanguage()
              .getASTTranslationUnit(
                  FileContent.create(name, true, main.toString().toCharArray()),
                  info,
                  provider,
                  null,
                  ILanguage.OPTION_NO_IMAGE_LOCATIONS,
                  new NullLogService());
      var read = new TreeSet<String>();
      asked.forEach(
          (path, content) -> {
            if (content.isPresent()) {
              read.add(path);
            }
          });
      return new ParsedUnit(unit, new ParsedUnit.Files(files, read, asked.keySet()), this::text);
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String rooted(String path) {
    return ROOT + (path.startsWith("/") ? path.substring(1) : path);
  }

  private Optional<byte[]> content(String path) {
    return contents.computeIfAbsent(path, sources::read);
  }

  private Optional<char[]> text(String path) {
    return content(path).map(bytes -> cache.text(bytes).getArray());
  }

  /// UTF-8 where the bytes are, else Latin-1, so that no file is unreadable.
  private static char[] decode(byte[] bytes) {
    try {
      var chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return chars.toString().toCharArray();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1).toCharArray();
    }
  }

  private final class Provider extends InternalFileContentProvider {
    private final Map<String, Optional<byte[]>> asked;

    Provider(Map<String, Optional<byte[]>> asked) {
      this.asked = asked;
    }

    @Override
    public boolean getInclusionExists(String path) {
      String name = normal(path);
      Optional<byte[]> content = content(name);
      asked.putIfAbsent(name, content);
      return content.isPresent();
    }

    @Override
    public @Nullable InternalFileContent getContentForInclusion(
        String path, IMacroDictionary macros) {
      String name = normal(path);
      if (!getInclusionExists(name)) {
        return null;
      }
      return content(name)
          .map(bytes -> new InternalFileContent(ROOT + name, cache.text(bytes)))
          .orElse(null);
    }

    @Override
    public @Nullable InternalFileContent getContentForInclusion(
        IIndexFileLocation location, String astPath) {
      return null;
    }
  }

  /// Removes `.` and `..` steps, so that a file has one name however it was included.
  private static String normal(String path) {
    if (path.startsWith(ROOT)) {
      return normal(path.substring(ROOT.length()));
    }
    if (!path.contains("./") && !path.startsWith("/")) {
      return path;
    }
    var steps = new java.util.ArrayDeque<String>();
    for (String step : path.split("/")) {
      if (step.equals("..") && !steps.isEmpty() && !steps.peekLast().equals("..")) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }
}
