package org.mmlens.mutate;

import java.util.List;

/// A statement of a function, as a range of its tokens (C11 §6.8).
///
/// @param kind what it is
/// @param first its first token
/// @param last its last token, which belongs to it
/// @param open the `(` of a condition or of a call that heads a body; -1 if there is none
/// @param close the `)` that goes with it; -1 if there is none
/// @param inner the statements in it, in order
record Statement(Kind kind, int first, int last, int open, int close, List<Statement> inner) {

  Statement {
    inner = List.copyOf(inner);
  }

  /// What a statement is.
  enum Kind {
    BLOCK,
    EXPRESSION,
    DECLARATION,
    IF,
    LOOP,
    RETURN,
    JUMP,
    EMPTY
  }
}
