package dossier.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text recognition by the program tesseract, where it is installed and asked for.
public final class Ocr {

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{3}(_[a-zA-Z_]{1,20})?");

  private Ocr() {}

  /// Text recognition that cannot be had; the message says why and what to do.
  public static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    Unavailable(String message) {
      super(message);
    }
  }

  /// The languages as [Workers.Setup] takes them.
  ///
  /// @param given what someone wrote, such as `eng,rus`; empty for none
  /// @throws Unavailable when these are no languages, or tesseract or one of them is not installed
  public static String languages(String given) throws Unavailable, InterruptedException {
    if (given.isBlank()) {
      return "";
    }
    List<String> languages = List.of(given.strip().split("[,+;\\s]+"));
    for (String language : languages) {
      if (!LANGUAGE.matcher(language).matches()) {
        throw new Unavailable(
            "“%s” is no language of tesseract: name them like eng,rus".formatted(language));
      }
    }
    Set<String> installed = installed();
    List<String> missing = new ArrayList<>(languages);
    missing.removeAll(installed);
    if (!missing.isEmpty()) {
      throw new Unavailable(
          "tesseract here does not know %s, only %s. Install what is missing (on Debian, apt-get install %s)"
              .formatted(
                  String.join(", ", missing),
                  String.join(", ", installed.stream().sorted().toList()),
                  missing.stream()
                      .map(language -> "tesseract-ocr-" + language.replace('_', '-'))
                      .collect(Collectors.joining(" "))));
    }
    return String.join("+", languages);
  }

  private static Set<String> installed() throws Unavailable, InterruptedException {
    try {
      Process process =
          new ProcessBuilder("tesseract", "--list-langs").redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(10, TimeUnit.SECONDS);
      return said.lines()
          .skip(1)
          .map(String::strip)
          .filter(line -> LANGUAGE.matcher(line).matches())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new Unavailable(
          "text recognition needs the program tesseract, which was not found: install it (on Debian, apt-get install tesseract-ocr), or leave out --ocr");
    }
  }
}
