package org.mmlens.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTAttributeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFieldDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTName;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;
import org.eclipse.cdt.core.dom.parser.c.ICParserExtensionConfiguration;
import org.eclipse.cdt.core.index.IIndex;
import org.eclipse.cdt.core.parser.EndOfFileException;
import org.eclipse.cdt.core.parser.IGCCToken;
import org.eclipse.cdt.core.parser.IParserLogService;
import org.eclipse.cdt.core.parser.IScanner;
import org.eclipse.cdt.core.parser.IToken;
import org.eclipse.cdt.core.parser.ParserMode;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;
import org.eclipse.cdt.internal.core.dom.parser.BacktrackException;
import org.eclipse.cdt.internal.core.dom.parser.DeclarationOptions;
import org.eclipse.cdt.internal.core.dom.parser.c.GNUCSourceParser;

/// CDT's GNU C parser, extended by what kernel C uses beyond it.
final class GnuParser extends GNUCSourceParser {
  private static final DeclarationOptions TYPE_BEFORE_COLON =
      new DeclarationOptions(
          DeclarationOptions.REQUIRE_ABSTRACT
              | DeclarationOptions.NO_INITIALIZER
              | DeclarationOptions.ALLOW_BITFIELD);

  GnuParser(
      IScanner scanner,
      ParserMode mode,
      IParserLogService log,
      ICParserExtensionConfiguration configuration,
      IIndex index) {
    super(scanner, mode, log, configuration, index);
  }

  @Override
  protected IASTExpression primaryExpression(CastExprCtx context, ITemplateIdStrategy strategy)
      throws EndOfFileException, BacktrackException {
    if (LT(1) == IToken.tIDENTIFIER && LT(2) == IToken.tLPAREN) {
      switch (LA(1).getImage()) {
        case "_Generic" -> {
          return genericSelection();
        }
        case "__builtin_types_compatible_p" -> {
          return typesCompatible();
        }
        case "__builtin_offsetof" -> {
          return offsetOf();
        }
        case "__builtin_va_arg" -> {
          return vaArg();
        }
        default -> {}
      }
    }
    return super.primaryExpression(context, strategy);
  }

  private IASTExpression genericSelection() throws EndOfFileException, BacktrackException {
    int start = consume().getOffset();
    consume(IToken.tLPAREN);
    IASTExpression control = constantExpression();
    var associations = new ArrayList<GenericSelection.Association>();
    while (LT(1) == IToken.tCOMMA) {
      consume();
      associations.add(association());
    }
    int end = consume(IToken.tRPAREN).getEndOffset();
    return setRange(new GenericSelection(control, associations), start, end);
  }

  /// CDT takes the colon after a type name without `[` or `(` for that of a bit-field; let it, the
  /// width is the value then.
  private GenericSelection.Association association() throws EndOfFileException, BacktrackException {
    if (LT(1) == IToken.t_default) {
      consume();
      consume(IToken.tCOLON);
      return new GenericSelection.Association(Optional.empty(), constantExpression());
    }
    IASTTypeId type = typeId(TYPE_BEFORE_COLON);
    if (type.getAbstractDeclarator() instanceof IASTFieldDeclarator field) {
      return new GenericSelection.Association(Optional.of(type), field.getBitFieldSize());
    }
    consume(IToken.tCOLON);
    return new GenericSelection.Association(Optional.of(type), constantExpression());
  }

  private IASTExpression typesCompatible() throws EndOfFileException, BacktrackException {
    IToken name = consume();
    consume(IToken.tLPAREN);
    IASTTypeId left = typeId(DeclarationOptions.TYPEID);
    consume(IToken.tCOMMA);
    IASTTypeId right = typeId(DeclarationOptions.TYPEID);
    return builtin(name, List.of(left, right), List.of());
  }

  private IASTExpression offsetOf() throws EndOfFileException, BacktrackException {
    IToken name = consume();
    consume(IToken.tLPAREN);
    IASTTypeId type = typeId(DeclarationOptions.TYPEID);
    consume(IToken.tCOMMA);
    return builtin(name, List.of(type), List.of(constantExpression()));
  }

  private IASTExpression vaArg() throws EndOfFileException, BacktrackException {
    IToken name = consume();
    consume(IToken.tLPAREN);
    IASTExpression list = constantExpression();
    consume(IToken.tCOMMA);
    return builtin(name, List.of(typeId(DeclarationOptions.TYPEID)), List.of(list));
  }

  private IASTExpression builtin(IToken name, List<IASTTypeId> types, List<IASTExpression> operands)
      throws EndOfFileException, BacktrackException {
    int end = consume(IToken.tRPAREN).getEndOffset();
    return setRange(new BuiltinCall(name.getImage(), types, operands), name.getOffset(), end);
  }

  @Override
  protected IASTDeclaration declaration(DeclarationOptions options)
      throws EndOfFileException, BacktrackException {
    if (LT(1) == IToken.t_asm) {
      return assembly();
    }
    return atStaticAssert() ? staticAssertion() : super.declaration(options);
  }

  /// Also with the qualifiers `inline` and `goto`, which CDT does not know.
  private IASTDeclaration assembly() throws EndOfFileException, BacktrackException {
    int start = consume().getOffset();
    while (LT(1) != IToken.tLPAREN) {
      switch (LT(1)) {
        case IToken.t_volatile, IToken.t_inline, IToken.t_goto -> consume();
        default -> throwBacktrack(LA(1));
      }
    }
    consume(IToken.tLPAREN);
    String template = strings();
    List<AsmDeclaration.Operand> outputs = operands();
    List<AsmDeclaration.Operand> inputs = operands();
    for (int depth = 1; depth > 0; consume()) {
      // Clobbers and labels say nothing about values.
      depth += LT(1) == IToken.tLPAREN ? 1 : LT(1) == IToken.tRPAREN ? -1 : 0;
    }
    int end = consume(IToken.tSEMI).getEndOffset();
    var result = new AsmDeclaration(template, outputs, inputs);
    ((ASTNode) result).setOffsetAndLength(start, end - start);
    return result;
  }

  private String strings() throws EndOfFileException, BacktrackException {
    var text = new StringBuilder();
    while (LT(1) == IToken.tSTRING) {
      text.append(consume().getImage().replaceAll("^\"|\"$", ""));
    }
    return text.toString();
  }

  /// What stands between two colons; nothing if the list ends before.
  private List<AsmDeclaration.Operand> operands() throws EndOfFileException, BacktrackException {
    var result = new ArrayList<AsmDeclaration.Operand>();
    if (LT(1) != IToken.tCOLON) {
      return result;
    }
    consume();
    while (LT(1) == IToken.tSTRING || LT(1) == IToken.tLBRACKET) {
      if (LT(1) == IToken.tLBRACKET) {
        consume();
        consume(IToken.tIDENTIFIER);
        consume(IToken.tRBRACKET);
      }
      String constraint = strings();
      consume(IToken.tLPAREN);
      result.add(new AsmDeclaration.Operand(constraint, expression()));
      consume(IToken.tRPAREN);
      if (LT(1) == IToken.tCOMMA) {
        consume();
      }
    }
    return result;
  }

  @Override
  protected IASTStatement statement() throws EndOfFileException, BacktrackException {
    if (atStaticAssert()) {
      StaticAssertion assertion = staticAssertion();
      return setRange(getNodeFactory().newDeclarationStatement(assertion), assertion);
    }
    if (LT(1) == IGCCToken.t__attribute__) {
      IToken mark = mark();
      __attribute_decl_seq(true, false);
      if (LT(1) == IToken.tSEMI) {
        // `__attribute__((fallthrough));`
        return parseNullStatement();
      }
      backup(mark);
    }
    return super.statement();
  }

  /// As CDT reads it, save that attributes before the tag are kept.
  @Override
  protected IASTEnumerationSpecifier enumSpecifier() throws BacktrackException, EndOfFileException {
    IToken mark = mark();
    int start = consume().getOffset();
    List<IASTAttributeSpecifier> attributes = __attribute_decl_seq(true, true);
    IASTName name =
        LT(1) == IToken.tIDENTIFIER ? identifier() : getNodeFactory().newName(new char[0]);
    if (LT(1) != IToken.tLBRACE) {
      IToken here = LA(1);
      backup(mark);
      throwBacktrack(here);
    }
    IASTEnumerationSpecifier result = getNodeFactory().newEnumerationSpecifier(name);
    int end = enumBody(result);
    addAttributeSpecifiers(attributes, result);
    return setRange(result, start, end);
  }

  private boolean atStaticAssert() throws EndOfFileException {
    return LT(1) == IToken.tIDENTIFIER
        && LT(2) == IToken.tLPAREN
        && LA(1).getImage().equals("_Static_assert");
  }

  private StaticAssertion staticAssertion() throws EndOfFileException, BacktrackException {
    int start = consume().getOffset();
    consume(IToken.tLPAREN);
    IASTExpression condition = constantExpression();
    var message = new StringBuilder();
    if (LT(1) == IToken.tCOMMA) {
      consume();
      while (LT(1) == IToken.tSTRING) {
        message.append(consume().getImage());
      }
    }
    consume(IToken.tRPAREN);
    int end = consume(IToken.tSEMI).getEndOffset();
    var result = new StaticAssertion(condition, message.toString());
    ((ASTNode) result).setOffsetAndLength(start, end - start);
    return result;
  }
}
