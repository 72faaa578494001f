package org.mmlens.c.parse;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTEqualsInitializer;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorFunctionStyleMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.index.IIndexFileLocation;
import org.eclipse.cdt.core.model.ILanguage;
import org.eclipse.cdt.core.parser.FileContent;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.core.parser.ScannerInfo;
import org.eclipse.cdt.internal.core.parser.IMacroDictionary;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContentProvider;
import org.eclipse.core.runtime.CoreException;
import org.jspecify.annotations.Nullable;

/// The macros of a unit, and what they expand to: a small unit is read that has only the macros
/// needed.
final class Macros {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private final Map<String, Definition> definitions = new HashMap<>();

  /// A macro.
  ///
  /// @param signature its name, with parameters if it has any
  /// @param body what it expands to
  private record Definition(String signature, String body) {}

  Macros(IASTTranslationUnit unit) {
    for (var d : unit.getBuiltinMacroDefinitions()) {
      add(d);
    }
    for (var d : unit.getMacroDefinitions()) {
      add(d);
    }
  }

  private void add(IASTPreprocessorMacroDefinition d) {
    String name = d.getName().toString();
    var signature = new StringBuilder(name);
    if (d instanceof IASTPreprocessorFunctionStyleMacroDefinition f) {
      signature.append('(');
      for (int i = 0; i < f.getParameters().length; i++) {
        signature.append(i == 0 ? "" : ",").append(f.getParameters()[i].getParameter());
      }
      signature.append(')');
    }
    definitions.put(name, new Definition(signature.toString(), d.getExpansion()));
  }

  Optional<IASTExpression> expression(String name) {
    Definition wanted = definitions.get(name);
    if (wanted == null || wanted.signature().endsWith(")") || wanted.body().isBlank()) {
      return Optional.empty();
    }
    Map<String, String> needed = new TreeMap<>();
    var todo = new ArrayDeque<String>();
    todo.add(name);
    while (!todo.isEmpty()) {
      Definition d = definitions.get(todo.poll());
      if (d != null && needed.put(d.signature(), d.body()) == null) {
        Matcher word = WORD.matcher(d.body());
        while (word.find()) {
          todo.add(word.group());
        }
      }
    }
    return parse(name, needed);
  }

  private static Optional<IASTExpression> parse(String name, Map<String, String> macros) {
    String text = "long value = (" + name + ");\n";
    try {
      IASTTranslationUnit unit =
          new GnuLanguage()
              .getASTTranslationUnit(
                  FileContent.create(CParser.ROOT + "macro.c", true, text.toCharArray()),
                  new ScannerInfo(macros),
                  new Nothing(),
                  null,
                  ILanguage.OPTION_NO_IMAGE_LOCATIONS,
                  new NullLogService());
      IASTDeclaration[] declarations = unit.getDeclarations();
      return declarations.length == 1
              && declarations[0] instanceof IASTSimpleDeclaration d
              && d.getDeclarators().length == 1
              && d.getDeclarators()[0].getInitializer() instanceof IASTEqualsInitializer e
              && e.getInitializerClause() instanceof IASTExpression value
          ? Optional.of(value)
          : Optional.empty();
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Nothing extends InternalFileContentProvider {
    @Override
    public @Nullable InternalFileContent getContentForInclusion(
        String path, IMacroDictionary macros) {
      return null;
    }

    @Override
    public @Nullable InternalFileContent getContentForInclusion(
        IIndexFileLocation location, String path) {
      return null;
    }
  }
}
