package org.mmlens.c.parse;

import java.util.Arrays;
import org.eclipse.cdt.core.dom.ast.gnu.c.GCCLanguage;
import org.eclipse.cdt.core.dom.parser.IScannerExtensionConfiguration;
import org.eclipse.cdt.core.dom.parser.ISourceCodeParser;
import org.eclipse.cdt.core.dom.parser.c.GCCScannerExtensionConfiguration;
import org.eclipse.cdt.core.index.IIndex;
import org.eclipse.cdt.core.parser.IMacro;
import org.eclipse.cdt.core.parser.IParserLogService;
import org.eclipse.cdt.core.parser.IParserSettings;
import org.eclipse.cdt.core.parser.IScanner;
import org.eclipse.cdt.core.parser.IScannerInfo;
import org.eclipse.cdt.core.parser.ParserMode;

/// CDT's GNU C with our parser, and without the macros by which CDT explains builtins away.
final class GnuLanguage extends GCCLanguage {

  private static final IScannerExtensionConfiguration SCANNER = new WithoutBuiltinMacros();

  @Override
  protected IScannerExtensionConfiguration getScannerExtensionConfiguration(IScannerInfo info) {
    return SCANNER;
  }

  @Override
  protected ISourceCodeParser createParser(
      IScanner scanner, ParserMode mode, IParserLogService log, IIndex index) {
    return new GnuParser(scanner, mode, log, getParserExtensionConfiguration(), index);
  }

  @Override
  protected ISourceCodeParser createParser(
      IScanner scanner,
      ParserMode mode,
      IParserLogService log,
      IIndex index,
      int options,
      IParserSettings settings) {
    return createParser(scanner, mode, log, index);
  }

  private static final class WithoutBuiltinMacros extends GCCScannerExtensionConfiguration {
    WithoutBuiltinMacros() {
      super(version(12, 0));
    }

    @Override
    public IMacro[] getAdditionalMacros() {
      return Arrays.stream(super.getAdditionalMacros())
          .filter(m -> !new String(m.getSignature()).matches("__builtin_.*|__null|__STDC__"))
          .toArray(IMacro[]::new);
    }
  }
}
