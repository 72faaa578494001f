/// Mail as it arrives on a list: messages, mailboxes, series of patches, replies that quote them.
///
/// [org.mmlens.mail.SeriesReader] is the entry point. Bad input becomes diagnostics, every choice
/// among readings becomes a line of text, and nothing here knows of trees or of C. Sources: RFC
/// 5322, RFC 3676 (format=flowed), git-mailinfo(1), and the series rules of b4 and public-inbox.
@NullMarked
package org.mmlens.mail;

import org.jspecify.annotations.NullMarked;
