package org.mmlens.c.parse;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.jspecify.annotations.Nullable;
import org.mmlens.diag.Position;

/// The syntax of one translation unit, with places in the files it was read from.
public final class ParsedUnit {
  private static final int TEXT_LIMIT = 120;

  private final IASTTranslationUnit tree;
  private final Files files;
  private final Function<String, Optional<char[]>> texts;
  private @Nullable Macros macros;
  private @Nullable Map<String, BitSet> skipped;
  private @Nullable Packs packs;

  ParsedUnit(IASTTranslationUnit tree, Files files, Function<String, Optional<char[]>> texts) {
    this.tree = tree;
    this.files = files;
    this.texts = texts;
  }

  /// What a unit was read from.
  ///
  /// @param main the `.c` files
  /// @param read all files, headers included
  /// @param lookedFor the same, and names under which no file was found
  record Files(List<String> main, Set<String> read, Set<String> lookedFor) {
    Files {
      main = List.copyOf(main);
      read = Set.copyOf(read);
      lookedFor = Set.copyOf(lookedFor);
    }
  }

  /// {@return CDT's tree}
  public IASTTranslationUnit tree() {
    return tree;
  }

  /// {@return the `.c` files the unit is made of}
  public List<String> files() {
    return files.main();
  }

  /// {@return all files of the unit, headers included}
  public Set<String> read() {
    return files.read();
  }

  /// {@return all names of files on which the unit depends: those read, and those under which no
  /// file was found}
  public Set<String> lookedFor() {
    return files.lookedFor();
  }

  /// {@return what a macro expands to at the end of the unit, or empty if it is no macro or no
  /// expression}
  ///
  /// @param macro its name
  public Optional<IASTExpression> expression(String macro) {
    if (macros == null) {
      macros = new Macros(tree);
    }
    return macros.expression(macro);
  }

  /// {@return the largest alignment that `#pragma pack` allows members of a struct}
  ///
  /// @param node the struct
  public int pack(IASTNode node) {
    if (packs == null) {
      packs = Packs.of(tree);
    }
    return packs.at(node);
  }

  /// {@return the lines of a file that the unit leaves out, since no `#if` around them holds}
  ///
  /// @param path the file
  public synchronized BitSet skipped(String path) {
    if (skipped == null) {
      skipped = Skipped.of(tree);
    }
    BitSet lines = skipped.get(path);
    return lines == null ? new BitSet() : (BitSet) lines.clone();
  }

  /// {@return whether a file is part of the unit}
  ///
  /// @param path the file
  public boolean reads(String path) {
    return files.read().contains(path);
  }

  /// {@return the line a node begins on; for what a macro expands to, the line the macro is used
  /// on}
  ///
  /// @param node a node of this unit
  public int line(IASTNode node) {
    IASTFileLocation at = node.getFileLocation();
    return at == null ? 0 : at.getStartingLineNumber();
  }

  /// {@return the line a node ends on}
  ///
  /// @param node a node of this unit
  public int lastLine(IASTNode node) {
    IASTFileLocation at = node.getFileLocation();
    return at == null ? 0 : at.getEndingLineNumber();
  }

  /// {@return the file a node stands in, or is expanded into}
  ///
  /// @param node a node of this unit
  public String path(IASTNode node) {
    IASTFileLocation at = node.getFileLocation();
    return at == null ? files.main().getFirst() : name(at);
  }

  /// {@return where a node begins}
  ///
  /// @param node a node of this unit
  public Position at(IASTNode node) {
    IASTFileLocation at = node.getFileLocation();
    if (at == null) {
      return Position.ofFile(files.main().getFirst());
    }
    return new Position(name(at), at.getStartingLineNumber(), column(name(at), at.getNodeOffset()));
  }

  private static String name(IASTFileLocation at) {
    return at.getFileName().substring(CParser.ROOT.length());
  }

  private int column(String path, int offset) {
    char[] text = texts.apply(path).orElse(new char[0]);
    int start = Math.min(offset, text.length);
    int begin = start;
    while (begin > 0 && text[begin - 1] != '\n') {
      begin--;
    }
    return start - begin + 1;
  }

  /// {@return the line with that number, without its end; empty if there is none}
  ///
  /// @param at a place in one of the unit's files
  public String sourceLine(Position at) {
    char[] text = texts.apply(at.path()).orElse(new char[0]);
    int begin = 0;
    for (int line = 1; line < at.line() && begin < text.length; begin++) {
      if (text[begin] == '\n') {
        line++;
      }
    }
    int end = begin;
    while (end < text.length && text[end] != '\n' && text[end] != '\r') {
      end++;
    }
    return new String(text, begin, end - begin);
  }

  /// {@return a node as its source spells it, on one line, at most 120 characters}
  ///
  /// @param node a node of this unit
  public String text(IASTNode node) {
    String raw = node.getRawSignature().strip().replaceAll("\\s+", " ");
    return raw.length() <= TEXT_LIMIT ? raw : raw.substring(0, TEXT_LIMIT - 1) + "…";
  }
}
