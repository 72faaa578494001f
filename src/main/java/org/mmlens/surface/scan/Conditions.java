package org.mmlens.surface.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The `#if` groups that are open while a file is read.
final class Conditions {

  /// One group.
  ///
  /// @param now the condition of the branch being read
  /// @param before the condition that no earlier branch was taken
  private record Group(Condition now, Condition before) {}

  private final Tokens tokens;
  private final int guard;
  private final Deque<Group> open = new ArrayDeque<>();

  /// @param tokens the file
  /// @param guard the token of the `#ifndef` that guards the whole header; negative for none
  Conditions(Tokens tokens, int guard) {
    this.tokens = tokens;
    this.guard = guard;
  }

  /// {@return the condition at this point}
  Condition now() {
    Condition all = Condition.always();
    for (Iterator<Group> outermost = open.descendingIterator(); outermost.hasNext(); ) {
      all = all.and(outermost.next().now());
    }
    return all;
  }

  /// Follows a directive; those that are not conditional change nothing.
  ///
  /// @param directive its token
  /// @param end the token that ends its line
  void follow(int directive, int end) {
    switch (tokens.text(directive)) {
      case "if" -> open(ConditionReader.read(tokens, directive + 1, end));
      case "ifdef" -> open(name(directive));
      case "ifndef" -> open(directive == guard ? Condition.always() : name(directive).negated());
      case "elif" -> branch(ConditionReader.read(tokens, directive + 1, end));
      case "elifdef" -> branch(name(directive));
      case "elifndef" -> branch(name(directive).negated());
      case "else" -> branch(Condition.always());
      case "endif" -> open.poll();
      default -> {}
    }
  }

  private Condition name(int directive) {
    int name = directive + 1;
    return new Condition.Atom(tokens.isIdentifier(name) ? tokens.text(name) : "?");
  }

  private void open(Condition condition) {
    open.push(new Group(condition, condition.negated()));
  }

  private void branch(Condition condition) {
    Group group = open.poll();
    if (group != null) {
      open.push(new Group(group.before().and(condition), group.before().and(condition.negated())));
    }
  }
}
