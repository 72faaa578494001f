package org.mmlens.mail;

/// The mail that introduces a series.
///
/// @param envelope its header
/// @param subject its subject
/// @param text its body
public record CoverLetter(Envelope envelope, Subject subject, String text) {}
