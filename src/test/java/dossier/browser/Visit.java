package dossier.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One reader in one window, and what went wrong there: dialogs, script errors, messages on the
 * console (violations of the content security policy among them) and requests to elsewhere.
 */
final class Visit implements AutoCloseable {

  private final BrowserContext context;
  final Page page;
  final List<String> trouble = new ArrayList<>();

  Visit(BrowserContext context) {
    this.context = context;
    page = context.newPage();
    page.onDialog(this::dialog);
    page.onPageError(error -> trouble.add("script error: " + error));
    page.onConsoleMessage(message -> {
      if (!message.text().matches("Failed to load resource: .* status of (404|410|500) .*")) {
        trouble.add("console: " + message.text());
      }
    });
    context.onRequest(request -> {
      // The browser's own viewer of PDF is an extension it brings along, with styles of its own.
      if (!request.url().matches("(http://localhost:\\d+/|about:|blob:|chrome(-extension)?:).*")) {
        trouble.add("request to elsewhere: " + request.url());
      }
    });
  }

  private void dialog(Dialog dialog) {
    trouble.add("dialog: " + dialog.message());
    dialog.dismiss();
  }

  Page open(String address) {
    page.navigate(address);
    return page;
  }

  int status(String address) {
    Response response = page.navigate(address);
    return response == null ? 0 : response.status();
  }

  /** Shows the page `light` or `dark` from now on. */
  void paint(String scheme) {
    // Playwright writes LIGHT in lower case of the default locale, which is Turkish here.
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      ColorScheme colours = scheme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT;
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
