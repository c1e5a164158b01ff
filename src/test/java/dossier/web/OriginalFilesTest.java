package dossier.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginalFilesTest extends PortalCase {

  @Test
  void anOriginalComesAsAttachmentInASandboxUnlessItIsPdfOrPlainText() throws Exception {
    HttpResponse<String> hostile = get("/r/hostile/original");
    HttpResponse<String> pdf = get("/r/border/original");

    assertEquals("text/html", header(hostile, "content-type"));
    assertEquals("nosniff", header(hostile, "x-content-type-options"));
    assertTrue(
        header(hostile, "content-security-policy").startsWith("sandbox; default-src 'none'"));
    assertTrue(header(hostile, "content-disposition").startsWith("attachment; "));
    assertFalse(header(hostile, "content-disposition").contains("\"\""));
    assertFalse(header(pdf, "content-security-policy").contains("sandbox"));
    assertEquals(
        "inline; filename=\"_______ _13.pdf\"; filename*=UTF-8''"
            + "%D0%93%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0%20%E2%84%9613.pdf",
        header(pdf, "content-disposition"));
    assertEquals(404, get("/r/water/original").statusCode());
  }

  @Test
  void aTextSaysItsEncodingOnlyWhenItIsKnown() throws Throwable {
    byte[] long64 = ("a" + "ж".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    assertType("text/plain;charset=utf-8", "Вода".getBytes(StandardCharsets.UTF_8));
    assertType("text/plain;charset=utf-8", "\uFEFFВода".getBytes(StandardCharsets.UTF_8));
    assertType("text/plain;charset=utf-8", long64);
    assertType("text/plain;charset=utf-8", new byte[0]);
    assertType("text/plain", "Вода".getBytes(Charset.forName("windows-1251")));
    assertType("text/plain", "\uFEFFВода".getBytes(StandardCharsets.UTF_16LE));
    assertType("text/plain", java.util.Arrays.copyOf(long64, 4));
  }

  private void assertType(String type, byte[] original) throws Throwable {
    FakeEngine one = new FakeEngine(Shelf.vocabularies(), List.of(Shelf.text(original.length)));
    Originals originals = location -> new ByteArrayInputStream(original);
    at(
        Portal.start(PortalSettings.local(0), one, Shelf::vocabularies, originals, desk),
        () -> {
          HttpResponse<byte[]> whole = bytes("bytes=x");
          assertEquals(type, header(whole, "content-type"));
          assertArrayEquals(original, whole.body());
          if (original.length > 1) {
            HttpResponse<byte[]> end = bytes("bytes=1-");
            assertEquals(type, header(end, "content-type"));
            assertArrayEquals(
                java.util.Arrays.copyOfRange(original, 1, original.length), end.body());
          }
        });
  }

  private HttpResponse<byte[]> bytes(String range) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri("/r/text/original")).header("Range", range).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void aNameBreaksNoLineAndTurnsNothingRound() {
    assertEquals(
        "attachment; filename=\"a_b__c.txt\"; filename*=UTF-8''a_b__c.txt",
        OriginalFiles.disposition(false, "a\nb\r\u202Ec.txt"));
  }

  @Test
  void partsOfAnOriginalCanBeAskedFor() throws Exception {
    assertRange("bytes=0-0", 206, "bytes 0-0/1000", 0, 1);
    assertRange("bytes=10-19", 206, "bytes 10-19/1000", 10, 20);
    assertRange("bytes=990-", 206, "bytes 990-999/1000", 990, 1000);
    assertRange("bytes=-5", 206, "bytes 995-999/1000", 995, 1000);
    assertRange("bytes=0-5000", 206, "bytes 0-999/1000", 0, 1000);
    assertRange("bytes=1000-", 416, "bytes */1000", 0, 0);
    assertRange("bytes=5-1", 200, "", 0, 1000);
    assertRange("bytes=0-1,5-6", 200, "", 0, 1000);
    assertRange("lines=1-2", 200, "", 0, 1000);
  }

  private void assertRange(String range, int status, String contentRange, int from, int to)
      throws Exception {
    HttpResponse<byte[]> part =
        client.send(
            HttpRequest.newBuilder(uri("/r/border/original")).header("Range", range).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(status, part.statusCode(), range);
    assertEquals(contentRange, header(part, "content-range"), range);
    assertArrayEquals(java.util.Arrays.copyOfRange(BYTES, from, to), part.body(), range);
  }

  @Test
  void anUnchangedOriginalIsNotSentAgain() throws Exception {
    String tag = header(get("/r/border/original"), "etag");

    HttpResponse<String> unchanged = get("/r/border/original", "If-None-Match", tag);
    assertEquals(304, unchanged.statusCode());
    assertEquals("", header(unchanged, "content-length"));
    assertEquals("", header(unchanged, "transfer-encoding"));
    assertEquals(tag, header(unchanged, "etag"));
    assertEquals("nosniff", header(unchanged, "x-content-type-options"));
    assertEquals(
        200, get("/r/border/original", "Range", "bytes=0-1", "If-Range", "\"x\"").statusCode());
    assertEquals(
        206, get("/r/border/original", "Range", "bytes=0-1", "If-Range", tag).statusCode());
  }
}
