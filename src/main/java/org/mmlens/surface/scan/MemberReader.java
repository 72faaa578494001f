package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;

/// Reads what stands between the braces of a structure, union or enumeration.
final class MemberReader {

  private static final int MAX_NESTING = 16;

  private final Tokens tokens;
  private final int first;
  private final int end;

  MemberReader(Tokens tokens, int first, int end) {
    this.tokens = tokens;
    this.first = first;
    this.end = end;
  }

  /// A constant of an enumeration.
  ///
  /// @param token its name
  /// @param value what it is set to; empty where it is counted on
  record Enumerator(int token, String value) {}

  /// {@return the constants, those of all branches of conditionals}
  List<Enumerator> enumerators() {
    List<Enumerator> constants = new ArrayList<>();
    int at = first;
    while (at < end) {
      at = behindDirectives(at);
      int name = at;
      int depth = 0;
      int last = at;
      while (at < end && !(depth == 0 && (tokens.is(at, ',') || directive(at)))) {
        depth += tokens.is(at, '(') ? 1 : tokens.is(at, ')') ? -1 : 0;
        last = at;
        at++;
      }
      if (name < end && tokens.isIdentifier(name)) {
        String value =
            tokens.is(name + 1, '=') ? Bodies.text(tokens, name + 2, last, tokens.text(name)) : "";
        constants.add(new Enumerator(name, value));
      }
      at += tokens.is(at, ',') ? 1 : 0;
    }
    return constants;
  }

  private boolean directive(int token) {
    return token < end && tokens.kind(token) == Tokens.DIRECTIVE;
  }

  private int behindDirectives(int start) {
    int at = start;
    while (at < end && (directive(at) || tokens.is(at, ','))) {
      while (directive(start) && at < end && tokens.kind(at) != Tokens.END) {
        at++;
      }
      at++;
      start = at;
    }
    return at;
  }

  /// {@return the members, those of anonymous structures and unions among them}
  List<Parameter> members() {
    List<Parameter> members = new ArrayList<>();
    members(first, end, members, 0);
    return members;
  }

  private void members(int from, int to, List<Parameter> members, int nesting) {
    var items = new Pending(tokens);
    int at = from;
    while (at < to) {
      if (tokens.kind(at) == Tokens.DIRECTIVE) {
        while (at < to && tokens.kind(at) != Tokens.END) {
          at++;
        }
      } else if (tokens.is(at, '{')) {
        int close = closing(at, to);
        items.addGroup(at, close);
        at = close;
      } else if (tokens.is(at, ';')) {
        member(items, members, nesting);
        items.clear();
      } else {
        items.add(at);
      }
      at++;
    }
  }

  private void member(Pending raw, List<Parameter> members, int nesting) {
    Pending items = DeclaratorReader.withoutAttributes(raw);
    if (items.isEmpty()) {
      return;
    }
    int last = items.size() - 1;
    if (items.group(last)) {
      if (nesting < MAX_NESTING) {
        members(items.token(last) + 1, items.closing(last), members, nesting + 1);
      }
    } else if (items.word(0) && items.is(1, '(') && items.behind(1) == items.size()) {
      macroMember(items, members, nesting);
    } else {
      ordinaryMember(items, members);
    }
  }

  /// `DECLARE_BITMAP(name, bits)` and its like name their first argument.
  private void macroMember(Pending items, List<Parameter> members, int nesting) {
    if (items.text(0).startsWith("DECLARE_") && items.word(2)) {
      members.add(new Parameter(items.text(0), items.text(2)));
    } else if (items.text(0).startsWith("struct_group") && nesting < MAX_NESTING) {
      members(items.token(2), items.token(items.size() - 1), members, nesting + 1);
    }
  }

  private static void ordinaryMember(Pending items, List<Parameter> members) {
    List<Parameter> declarators = DeclaratorReader.parameters(items);
    if (declarators.isEmpty()) {
      return;
    }
    Parameter head = declarators.getFirst();
    members.add(head);
    for (Parameter next : declarators.subList(1, declarators.size())) {
      String name = next.name().isEmpty() ? next.type() : next.name();
      members.add(
          new Parameter(head.type(), name.replaceFirst("^\\*+ ?", "").replaceFirst(":.*", "")));
    }
  }

  private int closing(int open, int to) {
    int depth = 0;
    for (int at = open; at < to; at++) {
      depth += tokens.is(at, '{') ? 1 : tokens.is(at, '}') ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return to - 1;
  }
}
