package dossier;

import java.util.regex.Pattern;

/// Text of the archive on its way to a terminal.
final class Plain {

  /// Control characters, which terminals obey, and marks that turn the direction of what follows.
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private Plain() {}

  /// The text on one line, with a replacement character for each that a terminal would act on.
  static String of(Object text) {
    return UNSAFE.matcher(text.toString()).replaceAll("\ufffd");
  }
}
