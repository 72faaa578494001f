package org.mmlens.c.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCaseStatement;
import org.eclipse.cdt.core.dom.ast.IASTDefaultStatement;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTSwitchStatement;
import org.jspecify.annotations.Nullable;
import org.mmlens.c.type.CType;

/// `switch`, `case` and `default` (C11 §6.8.1, §6.8.4.2).
final class Switches {
  private final Lowering at;
  private final Graph graph;
  private final Deque<Choice> switches = new ArrayDeque<>();

  Switches(Lowering at) {
    this.at = at;
    this.graph = at.graph();
  }

  /// A `switch` whose labels are being collected.
  private static final class Choice {
    private final CType type;
    private final List<Graph.Arm> arms = new ArrayList<>();
    private Graph.@Nullable Pending otherwise;

    Choice(CType type) {
      this.type = type;
    }
  }

  /// @param after what follows the statement
  /// @param body lowers the body, in which [#arm] is called
  void choose(IASTSwitchStatement s, Graph.Pending after, Runnable body) {
    Value.Number value =
        at.arithmetic().promote(at.expressions().number(s.getControllerExpression()));
    Graph.Pending head = graph.current();
    var choice = new Choice(value.type());
    graph.enter(graph.block());
    switches.push(choice);
    try {
      body.run();
    } finally {
      switches.pop();
    }
    graph.jump(after, at.line(s));
    graph.enter(head);
    String text = at.unit().parsed().text(s.getControllerExpression());
    graph.select(
        value.expr(),
        choice.arms,
        choice.otherwise == null ? after : choice.otherwise,
        text,
        at.line(s));
    graph.enter(after);
  }

  private Graph.Pending labelled(IASTStatement s) {
    Graph.Pending target = graph.block();
    graph.jump(target, at.line(s));
    graph.enter(target);
    return target;
  }

  void arm(IASTCaseStatement s) {
    Graph.Pending target = labelled(s);
    Choice choice = switches.peek();
    if (choice == null) {
      return;
    }
    IASTExpression e = s.getExpression();
    IASTExpression first = e;
    IASTExpression last = e;
    if (e instanceof IASTBinaryExpression range
        && range.getOperator() == IASTBinaryExpression.op_ellipses) {
      first = range.getOperand1();
      last = range.getOperand2();
    }
    long low = label(first, choice.type);
    long high = label(last, choice.type);
    boolean empty =
        choice.type.scalar().signed() ? low > high : Long.compareUnsigned(low, high) > 0;
    if (!empty) {
      if (choice.arms.stream().anyMatch(a -> a.meets(low, high, choice.type.scalar()))) {
        at.error("duplicate-case", s, "value of 'case' that an earlier one has");
      }
      choice.arms.add(new Graph.Arm(low, high, target));
    }
  }

  private long label(IASTExpression e, CType type) {
    OptionalLong value = at.constant(e);
    if (value.isEmpty()) {
      at.unevaluated().expressions().number(e);
      throw at.refuse("constant", e, "constant expected after 'case'");
    }
    return type.scalar().normalize(value.getAsLong());
  }

  void arm(IASTDefaultStatement s) {
    Graph.Pending target = labelled(s);
    Choice choice = switches.peek();
    if (choice != null) {
      choice.otherwise = target;
    }
  }
}
