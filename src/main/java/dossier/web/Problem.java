package dossier.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a program gets instead of what it asked for, by RFC 9457.
///
/// @param type leads to what the page of the contract says of the kind; `about:blank` when that
///   would add nothing to the status
/// @param detail what to do
/// @param instance the address that was asked for, without its parameters
/// @param reference found in the log beside the cause; null when nothing was logged
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reference) {

  static final String MEDIA_TYPE = "application/problem+json";

  /// The kinds that the contract describes, under `x-problems`.
  private static final Set<String> KINDS =
      Set.of(
          "bad-request",
          "forbidden",
          "not-found",
          "method-not-allowed",
          "gone",
          "misdirected-request",
          "too-many-requests",
          "internal-server-error",
          "service-unavailable");

  /// Addresses that no reader opens as a page.
  private static final Pattern MACHINE =
      Pattern.compile("/api/.*|/health|/oai|.*\\.(json|jsonl|csv|ris|bib|atom|txt|xml|yaml)");

  static Problem of(int status, Failures.View view, String path) {
    String kind = HttpStatus.forStatus(status).name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(
        KINDS.contains(kind) ? "/api#" + kind : "about:blank",
        view.title(),
        status,
        view.text(),
        path,
        view.reference().isEmpty() ? null : view.reference());
  }

  /// Whether who asks wants a problem and no page.
  ///
  /// @param accept the header `Accept`; null when there is none
  static boolean wanted(String path, @Nullable String accept) {
    if (MACHINE.matcher(path).matches()) {
      return true;
    }
    String types = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
    return types.contains("json") && !types.contains("text/html");
  }
}
