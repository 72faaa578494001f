package org.mmlens.surface.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mmlens.diag.Position;

/// Reads the external declarations of one file.
///
/// Where the branches of a conditional open different numbers of braces, the first one counts for
/// the structure and the others are read only for names.
public final class FileScanner {

  private final String path;
  private final Tokens tokens;
  private final Conditions conditions;
  private final Pending pending;
  private final DeclarationReader declarations;
  private final List<Include> includes = new ArrayList<>();
  private final Deque<Integer> depths = new ArrayDeque<>();
  private final Deque<Integer> firstDepths = new ArrayDeque<>();
  private int at;

  private FileScanner(String path, Lexer.Lexed file) {
    this.path = path;
    this.tokens = file.tokens();
    this.conditions = new Conditions(tokens, guard(tokens));
    this.pending = new Pending(tokens);
    this.declarations = new DeclarationReader(path, file, conditions);
  }

  /// {@return what the file says}
  ///
  /// @param path its path in the tree
  /// @param bytes its content; any bytes will do
  public static FileFacts scan(String path, byte[] bytes) {
    var scanner = run(path, Lexer.lex(bytes));
    return new FileFacts(
        path, scanner.declarations.entities(), scanner.declarations.exports(), scanner.includes);
  }

  /// {@return where the file names these symbols without declaring them, in order}
  ///
  /// @param path its path in the tree
  /// @param bytes its content
  /// @param names the symbols
  public static List<Use> uses(String path, byte[] bytes, Set<String> names) {
    Lexer.Lexed lexed = Lexer.lex(bytes);
    return new UseFinder(path, lexed.tokens(), run(path, lexed).declarations).find(names);
  }

  /// {@return the names that an argument list follows somewhere in the file, in alphabetical order}
  ///
  /// @param bytes the content
  public static SortedSet<String> calledNames(byte[] bytes) {
    Tokens tokens = Lexer.lex(bytes).tokens();
    SortedSet<String> names = new TreeSet<>();
    for (int token = 0; token + 1 < tokens.count(); token++) {
      if (tokens.isIdentifier(token) && tokens.is(token + 1, '(')) {
        names.add(tokens.text(token));
      }
    }
    return names;
  }

  private static FileScanner run(String path, Lexer.Lexed lexed) {
    var scanner = new FileScanner(path, lexed);
    scanner.externalDeclarations();
    return scanner;
  }

  /// A header that is nothing but `#ifndef X`, `#define X`, …, `#endif` is compiled always.
  static int guard(Tokens tokens) {
    int first = 0;
    while (first < tokens.count()
        && tokens.kind(first) == Tokens.DIRECTIVE
        && (tokens.is(first, "pragma") || tokens.is(first, "include"))) {
      first = endOfDirective(tokens, first) + 1;
    }
    boolean guarded =
        first + 4 < tokens.count()
            && tokens.is(first, "ifndef")
            && tokens.kind(first) == Tokens.DIRECTIVE
            && tokens.kind(first + 2) == Tokens.END
            && tokens.is(first + 3, "define")
            && tokens.text(first + 1).equals(tokens.text(first + 4));
    return guarded ? first : -1;
  }

  static int endOfDirective(Tokens tokens, int directive) {
    int end = directive;
    while (end < tokens.count() && tokens.kind(end) != Tokens.END) {
      end++;
    }
    return end;
  }

  private void externalDeclarations() {
    while (at < tokens.count()) {
      if (tokens.kind(at) == Tokens.DIRECTIVE) {
        directiveOutside();
      } else if (tokens.is(at, ';')) {
        declarations.declaration(pending, at);
        pending.clear();
        at++;
      } else if (tokens.is(at, '{')) {
        brace();
      } else if (tokens.is(at, '}')) {
        pending.clear();
        at++;
      } else if (tokens.is(at, '(') || tokens.is(at, '[')) {
        parenthesis();
      } else {
        word();
      }
    }
    declarations.declaration(pending, tokens.count() - 1);
  }

  /// A macro used like a declaration often has no semicolon; the next word at a line start ends it.
  private void word() {
    if (tokens.isIdentifier(at) && tokens.atLineStart(at) && completeMacro()) {
      flushMacro();
    }
    pending.add(at);
    at++;
  }

  private boolean completeMacro() {
    int last = pending.size() - 1;
    return pending.is(last, ')')
        && !Words.attribute(tokens.text(at))
        && !Words.calledAttribute(tokens.text(at))
        && declarations.macroUse(pending);
  }

  private void flushMacro() {
    declarations.declaration(pending, pending.token(pending.size() - 1));
    pending.clear();
  }

  private void directiveOutside() {
    int directive = at;
    if (!pending.isEmpty() && completeMacroBeforeDirective()) {
      flushMacro();
    }
    at = endOfDirective(tokens, directive);
    switch (tokens.text(directive)) {
      case "include", "include_next" -> include(directive);
      case "define" -> declarations.macro(directive, at);
      case "else", "elif" -> otherBranch(directive);
      default -> conditions.follow(directive, at);
    }
    at++;
  }

  private boolean completeMacroBeforeDirective() {
    return pending.is(pending.size() - 1, ')') && declarations.macroUse(pending);
  }

  /// Inside a declaration only the first branch is read: a second return type would garble it.
  private void otherBranch(int directive) {
    conditions.follow(directive, at);
    if (!pending.isEmpty()) {
      skipToEndif();
    }
  }

  private void skipToEndif() {
    int nesting = 0;
    int next = at + 1;
    while (next < tokens.count()) {
      if (tokens.kind(next) == Tokens.DIRECTIVE) {
        String name = tokens.text(next);
        if (name.startsWith("if")) {
          nesting++;
        } else if (name.equals("endif") && nesting-- == 0) {
          at = next - 1;
          return;
        }
      }
      next++;
    }
    at = next;
  }

  private void include(int directive) {
    int name = directive + 1;
    if (name < at && tokens.kind(name) == Tokens.STRING) {
      String text = tokens.text(name);
      String header = text.length() < 2 ? "" : text.substring(1, text.length() - 1);
      Position where = new Position(path, tokens.line(directive), 1);
      var place = new Place(where, where.line(), where.line(), conditions.now());
      includes.add(new Include(header, text.startsWith("\""), place));
    }
  }

  private void brace() {
    int open = at;
    if (linkageSpecification()) {
      pending.clear();
      at++;
      return;
    }
    Condition condition = conditions.now();
    int close = closing('{', '}');
    if (declarations.functionHeader(pending)) {
      declarations.function(pending, open, close, condition);
      pending.clear();
    } else {
      pending.addGroup(open, close);
    }
    at = close + 1;
  }

  private boolean linkageSpecification() {
    return pending.size() == 2
        && pending.text(0).equals("extern")
        && tokens.kind(pending.token(1)) == Tokens.STRING;
  }

  private void parenthesis() {
    int open = at;
    int close = tokens.is(at, '(') ? closing('(', ')') : closing('[', ']');
    boolean first = true;
    for (int i = open; i <= close && i < tokens.count(); i++) {
      if (tokens.kind(i) == Tokens.DIRECTIVE) {
        String name = tokens.text(i);
        first = !name.startsWith("el");
        i = endOfDirective(tokens, i);
      } else if (first && tokens.kind(i) != Tokens.END) {
        pending.add(i);
      }
    }
    at = close + 1;
  }

  /// {@return the token that closes the group which opens at [#at]}, or the last one of the file
  private int closing(char open, char close) {
    int depth = 0;
    depths.clear();
    firstDepths.clear();
    int token = at;
    while (token < tokens.count()) {
      if (tokens.kind(token) == Tokens.DIRECTIVE) {
        int end = endOfDirective(tokens, token);
        depth = branchDepth(token, end, depth);
        token = end;
      } else if (tokens.is(token, open)) {
        depth++;
      } else if (tokens.is(token, close) && --depth <= 0) {
        return token;
      } else if (open != '{' && strayed(token)) {
        return token - 1;
      }
      token++;
    }
    return tokens.count() - 1;
  }

  /// A parenthesis that is never closed must not swallow the file.
  private boolean strayed(int token) {
    return tokens.is(token, '}') && tokens.atLineStart(token);
  }

  private int branchDepth(int directive, int end, int depth) {
    conditions.follow(directive, end);
    switch (tokens.text(directive)) {
      case "define" -> declarations.macro(directive, end);
      case "if", "ifdef", "ifndef" -> {
        depths.push(depth);
        firstDepths.push(Integer.MIN_VALUE);
      }
      case "else", "elif", "elifdef", "elifndef" -> {
        return otherBranchDepth(depth);
      }
      case "endif" -> {
        depths.poll();
        Integer first = firstDepths.poll();
        return first == null || first == Integer.MIN_VALUE ? depth : first;
      }
      default -> {}
    }
    return depth;
  }

  private int otherBranchDepth(int depth) {
    if (depths.isEmpty()) {
      return depth;
    }
    if (firstDepths.peek() == Integer.MIN_VALUE) {
      firstDepths.pop();
      firstDepths.push(depth);
    }
    return depths.peek();
  }
}
