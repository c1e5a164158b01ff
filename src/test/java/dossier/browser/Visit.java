package dossier.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

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
      if (!request.url().matches("http://localhost:\\d+/.*|about:.*|blob:.*")) {
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

  @Override
  public void close() {
    context.close();
  }
}
