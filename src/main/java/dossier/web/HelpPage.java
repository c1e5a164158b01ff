package dossier.web;

import io.javalin.http.Context;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What can be typed: `/help`, the very document whose tables are tests.
final class HelpPage {

  private static final String GUIDE = "/guide/query-language.md";

  private final Pages pages;

  HelpPage(Pages pages) {
    this.pages = pages;
  }

  void page(Context ctx) throws IOException {
    try (InputStream in = HelpPage.class.getResourceAsStream(GUIDE)) {
      if (in == null) {
        throw new FileNotFoundException(GUIDE + " is missing from the program");
      }
      Guide guide = Guide.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      pages.show(ctx, "help", Pages.Heading.of(Words.say("help.title"), "search"), guide);
    }
  }
}
