package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.JsonValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Holds answers against `openapi.yaml`. A property that the contract does not name is an error,
 * too.
 */
public final class ContractCheck {

  private static final Set<String> BESIDE =
      Set.of("/search.json", "/suggest.json", "/search.record.json");

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(yaml()).build();

  private ContractCheck() {}

  public static String yaml() {
    try {
      return Files.readString(Path.of("web/openapi.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds an answer to a GET, if the contract speaks of its address, or it is a problem. */
  public static void hold(HttpResponse<String> response) {
    String path = response.uri().getRawPath();
    String type = response.headers().firstValue("content-type").orElse("");
    if (path.startsWith("/api/v1/") || BESIDE.contains(path)) {
      hold(known(path) ? path : "/api/v1/ledger", response, type);
    } else if (type.startsWith(Problem.MEDIA_TYPE)) {
      hold("/api/v1/ledger", response, type);
    }
  }

  private static boolean known(String path) {
    return BESIDE.contains(path)
        || path.matches(
            "/api/v1/(search|suggestions|ledger|vocabularies(/[^/]+)?|reports/[^/]+(/passages)?)");
  }

  private static void hold(String path, HttpResponse<String> response, String type) {
    SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.statusCode());
    response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
    if (!type.isEmpty()) {
      answer.withContentType(type);
    }
    if (!response.body().isEmpty()) {
      answer.withBody(response.body());
    }
    ValidationReport report = VALIDATOR.validateResponse(path, Request.Method.GET, answer.build());
    assertFalse(
        report.hasErrors(),
        () ->
            response.uri()
                + " breaks the contract: "
                + JsonValidationReportFormat.getInstance().apply(report)
                + response.body());
    if (response.statusCode() >= 400) {
      assertEquals(Problem.MEDIA_TYPE, type, response.uri().toString());
    }
  }
}
