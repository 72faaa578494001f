package org.mmlens.c.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTBreakStatement;
import org.eclipse.cdt.core.dom.ast.IASTCaseStatement;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTContinueStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarationStatement;
import org.eclipse.cdt.core.dom.ast.IASTDefaultStatement;
import org.eclipse.cdt.core.dom.ast.IASTDoStatement;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpressionStatement;
import org.eclipse.cdt.core.dom.ast.IASTForStatement;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTGotoStatement;
import org.eclipse.cdt.core.dom.ast.IASTIfStatement;
import org.eclipse.cdt.core.dom.ast.IASTLabelStatement;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTNullStatement;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTProblemStatement;
import org.eclipse.cdt.core.dom.ast.IASTReturnStatement;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTSwitchStatement;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTWhileStatement;
import org.eclipse.cdt.core.dom.ast.gnu.IGNUASTGotoStatement;
import org.mmlens.c.parse.AsmDeclaration;
import org.mmlens.c.parse.StaticAssertion;
import org.mmlens.c.type.CType;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Terminator;

/// Statements (C11 §6.8). One that cannot be translated becomes a hole; those around it stay.
final class Statements {
  private final Lowering at;
  private final Graph graph;
  private final Deque<Target> breaks = new ArrayDeque<>();
  private final Deque<Target> continues = new ArrayDeque<>();
  private final Switches switches;
  private final Map<IASTLabelStatement, Graph.Pending> labels = new HashMap<>();
  private final List<Block> open = new ArrayList<>();

  Statements(Lowering at) {
    this.at = at;
    this.graph = at.graph();
    this.switches = new Switches(at);
  }

  /// Where `break` or `continue` goes, and how many blocks are open there.
  private record Target(Graph.Pending block, int depth) {}

  /// An open block with the variables that have a cleanup function.
  private record Block(IASTNode node, List<Runnable> cleanups) {}

  /// Calls `function` on a variable wherever its block is left.
  void cleanUp(Value.Place place, String function, IASTNode node) {
    if (open.isEmpty()) {
      return;
    }
    if (!(at.names().symbol(function).orElse(null) instanceof Symbol.Function f)
        || !(place.where() instanceof Value.Where.InMemory(var address))) {
      throw new Unlowerable("cleanup function '" + function + "'");
    }
    open.getLast()
        .cleanups()
        .add(
            () ->
                graph.emit(
                    new Instruction.Call(
                        Optional.empty(),
                        new Instruction.Callee.Direct(f.symbol(), Calls.returnsScalar(f.type())),
                        List.of(address),
                        at.line(node))));
  }

  private void leave(int depth) {
    for (int i = open.size() - 1; i >= depth; i--) {
      List<Runnable> cleanups = open.get(i).cleanups();
      for (int c = cleanups.size() - 1; c >= 0; c--) {
        cleanups.get(c).run();
      }
    }
  }

  private void inBlock(IASTNode node, Runnable work) {
    at.inScope(
        () -> {
          open.add(new Block(node, new ArrayList<>()));
          try {
            work.run();
            leave(open.size() - 1);
          } finally {
            open.removeLast();
          }
          return null;
        });
  }

  /// {@return the value of a statement expression: that of its last statement}
  Value valueOf(IASTCompoundStatement body) {
    IASTStatement[] all = body.getStatements();
    var value = new Value[] {new Value.Nothing()};
    inBlock(
        body,
        () -> {
          for (int i = 0; i < all.length; i++) {
            IASTStatement s = all[i];
            boolean last = i == all.length - 1;
            while (last && s instanceof IASTLabelStatement l) {
              label(l);
              s = l.getNestedStatement();
            }
            if (last && s instanceof IASTExpressionStatement e) {
              value[0] = at.expressions().rvalue(at.expressions().lower(e.getExpression()));
              if (!open.getLast().cleanups().isEmpty()) {
                value[0] = settled(value[0], at.line(e));
              }
            } else {
              lower(s);
            }
          }
        });
    return value[0];
  }

  private Value settled(Value v, int line) {
    return v instanceof Value.Number(var type, var expr)
        ? new Value.Number(type, graph.into(expr, line))
        : v;
  }

  void lower(IASTStatement s) {
    try {
      translate(s);
    } catch (Unlowerable u) {
      graph.stop(new Terminator.Hole(u.construct(), at.line(s)));
    }
  }

  private void translate(IASTStatement s) {
    switch (s) {
      case IASTCompoundStatement c ->
          inBlock(
              c,
              () -> {
                for (IASTStatement inner : c.getStatements()) {
                  lower(inner);
                }
              });
      case IASTDeclarationStatement d -> declaration(d.getDeclaration());
      case IASTExpressionStatement e -> at.expressions().effect(e.getExpression());
      case IASTNullStatement _ -> {}
      case IASTIfStatement i -> choose(i);
      case IASTWhileStatement w -> loop(w);
      case IASTDoStatement d -> loop(d);
      case IASTForStatement f -> inBlock(f, () -> loop(f));
      case IASTSwitchStatement w -> choose(w);
      case IASTCaseStatement c -> switches.arm(c);
      case IASTDefaultStatement d -> switches.arm(d);
      case IASTBreakStatement b -> exit(breaks, b, "break");
      case IASTContinueStatement c -> exit(continues, c, "continue");
      case IASTReturnStatement r -> giveBack(r);
      case IASTGotoStatement g -> jump(g);
      case IASTLabelStatement l -> {
        label(l);
        lower(l.getNestedStatement());
      }
      case IGNUASTGotoStatement g -> jump(g);
      case IASTProblemStatement p -> throw at.refuse("syntax", p, Lowering.problem(p, "statement"));
      default -> throw new Unlowerable("statement '" + at.unit().parsed().text(s) + "'");
    }
  }

  private void declaration(IASTDeclaration d) {
    switch (d) {
      case IASTSimpleDeclaration simple -> at.declarations().declare(simple);
      case StaticAssertion assertion -> at.declarations().check(assertion);
      case AsmDeclaration asm -> new Assembly(at).lower(asm);
      case IASTFunctionDefinition _ -> throw new Unlowerable("nested function");
      case IASTProblemDeclaration p ->
          throw at.refuse("syntax", p, Lowering.problem(p, "declaration"));
      default -> throw new Unlowerable("declaration");
    }
  }

  private void condition(IASTExpression e, Graph.Pending then, Graph.Pending otherwise) {
    try {
      new Choices(at).condition(e, then, otherwise);
    } catch (Unlowerable u) {
      graph.stop(new Terminator.Hole(u.construct(), at.line(e)));
    }
  }

  private void choose(IASTIfStatement s) {
    Graph.Pending then = graph.block();
    Graph.Pending otherwise = graph.block();
    Graph.Pending after = graph.block();
    condition(s.getConditionExpression(), then, otherwise);
    graph.enter(then);
    lower(s.getThenClause());
    graph.jump(after, at.line(s));
    graph.enter(otherwise);
    if (s.getElseClause() != null) {
      lower(s.getElseClause());
    }
    graph.jump(after, at.line(s));
    graph.enter(after);
  }

  private void body(IASTStatement body, Graph.Pending next, Graph.Pending after) {
    breaks.push(new Target(after, open.size()));
    continues.push(new Target(next, open.size()));
    try {
      lower(body);
    } finally {
      breaks.pop();
      continues.pop();
    }
  }

  private void loop(IASTWhileStatement s) {
    Graph.Pending test = graph.block();
    Graph.Pending body = graph.block();
    Graph.Pending after = graph.block();
    graph.jump(test, at.line(s));
    graph.enter(test);
    condition(s.getCondition(), body, after);
    graph.enter(body);
    body(s.getBody(), test, after);
    graph.jump(test, at.line(s));
    graph.enter(after);
  }

  private void loop(IASTDoStatement s) {
    Graph.Pending body = graph.block();
    Graph.Pending test = graph.block();
    Graph.Pending after = graph.block();
    graph.jump(body, at.line(s));
    graph.enter(body);
    body(s.getBody(), test, after);
    graph.jump(test, at.line(s.getCondition()));
    graph.enter(test);
    condition(s.getCondition(), body, after);
    graph.enter(after);
  }

  private void loop(IASTForStatement s) {
    lower(s.getInitializerStatement());
    Graph.Pending test = graph.block();
    Graph.Pending body = graph.block();
    Graph.Pending step = graph.block();
    Graph.Pending after = graph.block();
    graph.jump(test, at.line(s));
    graph.enter(test);
    if (s.getConditionExpression() == null) {
      graph.jump(body, at.line(s));
    } else {
      condition(s.getConditionExpression(), body, after);
    }
    graph.enter(body);
    body(s.getBody(), step, after);
    graph.jump(step, at.line(s));
    graph.enter(step);
    if (s.getIterationExpression() != null) {
      step(s.getIterationExpression());
    }
    graph.jump(test, at.line(s));
    graph.enter(after);
  }

  private void step(IASTExpression e) {
    try {
      at.expressions().effect(e);
    } catch (Unlowerable u) {
      graph.stop(new Terminator.Hole(u.construct(), at.line(e)));
    }
  }

  private void choose(IASTSwitchStatement s) {
    Graph.Pending after = graph.block();
    switches.choose(
        s,
        after,
        () -> {
          breaks.push(new Target(after, open.size()));
          try {
            lower(s.getBody());
          } finally {
            breaks.pop();
          }
        });
  }

  private void exit(Deque<Target> targets, IASTStatement s, String word) {
    Target target = targets.peek();
    if (target == null) {
      // Inside an operand that is not evaluated, the loop around is out of sight.
      throw new Unlowerable("'" + word + "' outside of a loop");
    }
    leave(target.depth());
    graph.jump(target.block(), at.line(s));
  }

  private void giveBack(IASTReturnStatement s) {
    int line = at.line(s);
    CType type = at.frame().result();
    if (s.getReturnValue() == null) {
      if (!type.isVoid()) {
        at.error("return", s, "value of type '" + type + "' expected after 'return'");
      }
      leave(0);
      graph.stop(new Terminator.Return(Optional.empty(), line));
      return;
    }
    IASTExpression e = s.getReturnValue();
    Value v = at.expressions().rvalue(at.expressions().lower(e));
    if (type.isVoid()) {
      leave(0);
      graph.stop(new Terminator.Return(Optional.empty(), line));
      return;
    }
    Optional<Expr> result = new Returns(at).value(v, type, e, line);
    boolean busy = open.stream().anyMatch(b -> !b.cleanups().isEmpty());
    Optional<Expr> kept = busy ? result.map(r -> graph.into(r, line)) : result;
    leave(0);
    graph.stop(new Terminator.Return(kept, line));
  }

  private Graph.Pending target(IASTLabelStatement label) {
    return labels.computeIfAbsent(label, _ -> graph.block());
  }

  private void label(IASTLabelStatement s) {
    Graph.Pending target = target(s);
    graph.jump(target, at.line(s));
    graph.enter(target);
  }

  private void jump(IASTGotoStatement s) {
    String name = s.getName().toString();
    Optional<IASTLabelStatement> label = at.frame().labels().find(name, s);
    if (label.isEmpty()) {
      throw at.refuse("label", s, "label '" + name + "' is not defined");
    }
    int depth = open.size();
    while (depth > 0 && !encloses(open.get(depth - 1).node(), label.get())) {
      depth--;
    }
    leave(depth);
    graph.jump(target(label.get()), at.line(s));
  }

  /// GNU C: `goto *value`, to any label of the function whose value is used.
  private void jump(IGNUASTGotoStatement s) {
    IASTExpression e = s.getLabelNameExpression();
    IASTExpression operand =
        e instanceof IASTUnaryExpression u && u.getOperator() == IASTUnaryExpression.op_star
            ? u.getOperand()
            : e;
    if (open.stream().anyMatch(b -> !b.cleanups().isEmpty())) {
      throw new Unlowerable("computed goto out of a block with cleanup functions");
    }
    int line = at.line(s);
    Value.Number value = at.expressions().number(operand);
    Labels all = at.frame().labels();
    var arms = new ArrayList<Graph.Arm>();
    for (IASTLabelStatement l : all.asValues()) {
      long number = all.value(l).value();
      arms.add(new Graph.Arm(number, number, target(l)));
    }
    Graph.Pending elsewhere = graph.block();
    Expr address = Fold.convert(Scalar.U64, value.expr());
    graph.select(address, arms, elsewhere, at.unit().parsed().text(operand), line);
    graph.enter(elsewhere);
    graph.stop(new Terminator.Hole("goto to what is no label", line));
  }

  private static boolean encloses(IASTNode outer, IASTNode inner) {
    for (IASTNode n = inner; n != null; n = n.getParent()) {
      if (n == outer) {
        return true;
      }
    }
    return false;
  }
}
