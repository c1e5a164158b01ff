package dossier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dossier.search.LedgerEntry;
import dossier.search.Sample;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void anEntryWrittenBeforeEditionsWereKeptHasNone() throws Exception {
    LedgerEntry entry = Sample.entry("a.txt", LedgerEntry.Outcome.REFUSED, null);
    String json = new String(Json.of(entry), StandardCharsets.UTF_8);
    String older = json.replace("\"edition\":\"" + entry.edition() + "\",", "");

    assertEquals(entry, Json.entry(json.getBytes(StandardCharsets.UTF_8)));
    assertEquals(entry.by(""), Json.entry(older.getBytes(StandardCharsets.UTF_8)));
  }
}
