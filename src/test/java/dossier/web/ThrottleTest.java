package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.web.PortalSettings.Limits;
import dossier.web.PortalSettings.Limits.Mode;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One client asks for far more than its share, through a proxy on this machine. */
class ThrottleTest extends PortalCase {

  /** More exports than a full bucket holds, and than flow in while they are made. */
  private static final int MANY = 200;

  private void limited(Mode mode, List<String> proxies, Executable requests) throws Throwable {
    PortalSettings settings =
        new PortalSettings(
            "127.0.0.1", 0, null, "Dossier", "corpus", null, "", new Limits(mode, proxies));
    at(Portal.start(settings, engine, Shelf::vocabularies, PortalCase::original, desk), requests);
  }

  private HttpResponse<String> from(String client, String path) throws Exception {
    return get(path, "X-Forwarded-For", client);
  }

  /** The first answer that is a refusal, or the last one. */
  private HttpResponse<String> exhaust(String client) throws Exception {
    HttpResponse<String> response = null;
    for (int i = 0; i < MANY; i++) {
      response = from(client, "/search.csv?q=border");
      if (response.statusCode() != 200) {
        return response;
      }
    }
    return response;
  }

  @Test
  void whoAsksForTooMuchIsToldWhenToComeAgain() throws Throwable {
    limited(
        Mode.ON,
        List.of("127.0.0.0/8", "::1"),
        () -> {
          HttpResponse<String> refused = exhaust("203.0.113.5");
          assertEquals(429, refused.statusCode());
          assertEquals("application/problem+json", header(refused, "content-type"));
          JsonNode problem = new ObjectMapper().readTree(refused.body());
          assertEquals(429, problem.get("status").asInt());
          assertEquals(
              header(refused, "retry-after"),
              Long.toString(
                  Long.parseLong(
                      problem
                          .get("detail")
                          .asText()
                          .replaceAll("(?s).*Try again in ([0-9]+) second.*", "$1"))));
          assertEquals(200, from("203.0.113.6", "/search.csv").statusCode(), "another client");
          assertEquals(200, from("203.0.113.5", "/r/border").statusCode(), "what costs nothing");
          assertEquals(503, untilRefused("203.0.113.5", "/oai?verb=Identify").statusCode());
          HttpResponse<String> page = untilRefused("203.0.113.5", "/search?q=border");
          assertEquals(429, page.statusCode());
          assertTrue(header(page, "retry-after").matches("[1-9]\\d*"));
          assertTrue(Jsoup.parse(page.body()).selectFirst("h1").text().contains("your share"));
        });
  }

  private HttpResponse<String> untilRefused(String client, String path) throws Exception {
    HttpResponse<String> response = from(client, path);
    for (int i = 0; i < MANY && response.statusCode() == 200; i++) {
      response = from(client, path);
    }
    return response;
  }

  @Test
  void anIpv6ClientIsItsNetwork() throws Throwable {
    limited(
        Mode.ON,
        List.of("127.0.0.1", "::1"),
        () -> {
          assertEquals(429, exhaust("2001:db8:1:2::3").statusCode());
          assertEquals(429, untilRefused("2001:db8:1:2:ffff::9", "/search.csv").statusCode());
          assertEquals(200, from("2001:db8:1:3::3", "/search.csv").statusCode());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFF", "REPORT"})
  void nobodyIsRefusedUnlessAsked(String mode) throws Throwable {
    limited(
        Mode.valueOf(mode),
        List.of("127.0.0.1", "::1"),
        () -> assertEquals(200, exhaust("203.0.113.5").statusCode()));
  }

  @Test
  void thisMachineIsNeverRefusedWhateverItClaimsToBe() throws Throwable {
    limited(
        Mode.ON,
        List.of("10.0.0.0/8"),
        () -> assertEquals(200, exhaust("203.0.113.5").statusCode(), "no trusted proxy"));
  }

  @Test
  void onlyTheWordOfTrustedProxiesCounts() throws Throwable {
    limited(
        Mode.ON,
        List.of("127.0.0.1", "::1", "10.0.0.0/8"),
        () -> {
          assertEquals(429, exhaust("198.51.100.1, 203.0.113.5, 10.1.2.3").statusCode());
          assertEquals(429, untilRefused("127.0.0.1, 203.0.113.5", "/search.csv").statusCode());
          assertEquals(200, from("203.0.113.5, 198.51.100.1", "/search.csv").statusCode());
        });
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 10.0.0.7, true",
    "10.0.0.7, 10.0.0.8, false",
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.1, false",
    "0.0.0.0/0, 192.0.2.1, true",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "0.0.0.0/0, 2001:db8::1, false"
  })
  void aNetworkHoldsWhatBeginsAsItDoes(String network, String address, boolean holds) {
    assertEquals(holds, Network.of(network).holds(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "10.0.0.0/-1"})
  void whatIsNoNetworkIsRefused(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Network.of(text));
    assertFalse(refused.getMessage().isBlank());
  }
}
