package org.mmlens.mail;

import java.util.List;

/// One patch as it was mailed.
///
/// @param envelope the mail's header
/// @param subject its subject, an in-body `Subject:` having replaced the title
/// @param author who wrote the patch: the in-body `From:` if there is one, else the sender
/// @param message the commit message without its title
/// @param notes what stands between `---` and the diff
/// @param diff everything from the `---` or the diff on, as `git apply` would get it
public record PatchMail(
    Envelope envelope,
    Subject subject,
    String author,
    String message,
    String notes,
    PatchText diff) {

  /// {@return the first line of the commit message}
  public String title() {
    return subject.title();
  }

  /// {@return the trailers of the commit message}
  public List<Trailer> trailers() {
    return Trailer.of(message);
  }
}
