package dossier.browser;

import static com.microsoft.playwright.options.ReducedMotion.REDUCE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dossier.web.Portal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The portals and the one browser all browser tests share: set up for the first, closed at the end.
 */
final class Stage implements AutoCloseable {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--disable-quic");

  private static final double PATIENCE_MILLIS = 10_000;

  final Archives archives;
  private final Playwright playwright;
  private final Browser browser;

  private Stage() throws IOException, InterruptedException {
    Path chromium = chromium();
    archives = new Archives();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }

  private static Path chromium() {
    List<Path> folders =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).toList();
    return BROWSERS.stream()
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "The browser tests need Chromium, and none of %s is on the PATH. Install it, on"
                        .formatted(BROWSERS)
                    + " Debian with: apt-get install chromium"));
  }

  /** A fresh visitor, to whom the browser speaks English and scrolls at once. */
  Visit visit(Browser.NewContextOptions options) {
    BrowserContext context = context(options.setLocale("en-GB").setReducedMotion(REDUCE));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return new Visit(context);
  }

  /** Playwright writes options in lower case of the default locale, which is Turkish here. */
  private BrowserContext context(Browser.NewContextOptions options) {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      return browser.newContext(options);
    } finally {
      Locale.setDefault(usual);
    }
  }

  Visit visit() {
    return visit(new Browser.NewContextOptions().setViewportSize(1440, 1000));
  }

  static String address(Portal portal, String path) {
    return "http://localhost:" + portal.port() + path;
  }

  /** Address of a page of the sample archive. */
  String at(String path) {
    return address(archives.samples, path);
  }

  /** Address of the first result's reading view, without a script and as a reader would find it. */
  String firstResult(String search) {
    try (Visit visit = visit()) {
      Page page = visit.open(at(search));
      return at(page.locator(".hit h2 a").first().getAttribute("href"));
    }
  }

  @Override
  public void close() throws IOException {
    playwright.close();
    archives.close();
  }

  /** Hands the stage to the tests that ask for it. */
  static final class Door implements ParameterResolver {

    private static final ExtensionContext.Namespace HERE =
        ExtensionContext.Namespace.create(Stage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot().getStore(HERE).computeIfAbsent(Stage.class, key -> open(), Stage.class);
    }

    private static Stage open() {
      try {
        return new Stage();
      } catch (IOException e) {
        throw new AssertionError("the portals for the browser tests could not be started", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while the samples were read", e);
      }
    }
  }
}
