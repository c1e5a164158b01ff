package dossier;

import dossier.archive.Nearest;
import dossier.report.Classifier;
import dossier.web.PortalSettings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Settings: what the command line says, else the environment (`DOSSIER_PUBLIC_URL`), else
/// `dossier.properties` (`public-url`), else the default.
///
/// @param corpus folder of the originals
/// @param store folder of the built index
/// @param vocabulary folder of the vocabulary files; those built in count where it is not there
/// @param host address to listen on
/// @param port port to listen on, 0 for any free one
/// @param publicUrl what absolute links begin with, without a slash at its end; null for the
///   address listened on
/// @param title name of the portal
/// @param contact e-mail address of whoever runs the portal; may be empty
/// @param limits what becomes of clients that ask for too much
/// @param ocr languages in which images of pages are read (`eng,rus`); empty when they are not
record Settings(
    Path corpus,
    Path store,
    Path vocabulary,
    String host,
    int port,
    @Nullable URI publicUrl,
    String title,
    String contact,
    PortalSettings.Limits limits,
    String ocr) {

  private static final List<String> KEYS =
      List.of(
          "corpus",
          "store",
          "host",
          "port",
          "public-url",
          "title",
          "contact",
          "limit",
          "proxies",
          "ocr");

  /// Settings that cannot be used; the message names every problem, one a line.
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(List<String> problems) {
      super(String.join("\n", problems));
    }
  }

  /// Reads the settings.
  ///
  /// @param flags what the command line says, by key; absent where it says nothing
  /// @param environment the process environment
  /// @param home folder of Dossier, which relative defaults are below
  /// @throws Unusable when any setting is unknown or of the wrong form; all problems at once
  static Settings read(Map<String, String> flags, Map<String, String> environment, Path home)
      throws Unusable {
    List<String> problems = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    fromFile(home.resolve("dossier.properties"), values, problems);
    fromEnvironment(environment, values, problems);
    values.putAll(flags);
    int port = port(values.getOrDefault("port", "8080"), problems);
    String url = values.get("public-url");
    if (url != null && !url.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
      problems.add("public-url: expected http://… or https://…, not “" + url + "”");
    }
    String contact = values.getOrDefault("contact", "");
    if (!contact.isEmpty() && !contact.matches("[^\\s@<>&\"]+@[^\\s@<>&\"]+\\.[^\\s@<>&\".]+")) {
      problems.add("contact: expected an e-mail address, not “" + contact + "”");
    }
    PortalSettings.Limits limits = limits(values, problems);
    if (!problems.isEmpty()) {
      throw new Unusable(problems);
    }
    return new Settings(
        home.resolve(values.getOrDefault("corpus", "corpus")),
        home.resolve(values.getOrDefault("store", "index/store")),
        home.resolve("index/vocabulary"),
        values.getOrDefault("host", "127.0.0.1"),
        port,
        url == null || !problems.isEmpty() ? null : URI.create(url.replaceAll("/+$", "")),
        values.getOrDefault("title", "Dossier"),
        contact,
        limits,
        values.getOrDefault("ocr", ""));
  }

  /// What labels reports: by the vocabularies as an analyst edited them.
  ///
  /// @throws dossier.report.VocabularyException when they cannot be used
  Classifier classifier() {
    return Files.isDirectory(vocabulary) ? Classifier.load(vocabulary) : Classifier.load();
  }

  private static PortalSettings.Limits limits(Map<String, String> values, List<String> problems) {
    String mode = values.getOrDefault("limit", "report").toUpperCase(Locale.ROOT);
    List<String> proxies =
        Arrays.stream(values.getOrDefault("proxies", "").split(","))
            .map(String::strip)
            .filter(proxy -> !proxy.isEmpty())
            .toList();
    if (!List.of("OFF", "REPORT", "ON").contains(mode)) {
      problems.add("limit: expected off, report or on, not “" + values.get("limit") + "”");
      return PortalSettings.Limits.DEFAULT;
    }
    try {
      return new PortalSettings.Limits(PortalSettings.Limits.Mode.valueOf(mode), proxies);
    } catch (IllegalArgumentException none) {
      problems.add("proxies: " + none.getMessage());
      return PortalSettings.Limits.DEFAULT;
    }
  }

  private static int port(String value, List<String> problems) {
    if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535) {
      return Integer.parseInt(value);
    }
    problems.add("port: expected a number from 0 to 65535, not “" + value + "”");
    return 0;
  }

  private static void fromFile(Path file, Map<String, String> values, List<String> problems) {
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(file + ": cannot be read: " + e.getMessage());
    }
    for (String key : properties.stringPropertyNames().stream().sorted().toList()) {
      take(key, properties.getProperty(key).strip(), file.getFileName() + ": ", values, problems);
    }
  }

  private static void fromEnvironment(
      Map<String, String> environment, Map<String, String> values, List<String> problems) {
    environment.forEach((name, value) -> {
      if (name.startsWith("DOSSIER_")) {
        String key = name.substring("DOSSIER_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
        take(key, value, "environment: " + name + ": ", values, problems);
      }
    });
  }

  private static void take(
      String key, String value, String where, Map<String, String> values, List<String> problems) {
    if (KEYS.contains(key)) {
      values.put(key, value);
    } else {
      problems.add(where + "there is no setting “" + key + "”" + near(key));
    }
  }

  private static String near(String key) {
    String near = Nearest.to(key, KEYS);
    return near.isEmpty() ? "; known are " + String.join(", ", KEYS) : near;
  }
}
