package dossier.exchange;

import dossier.report.Label;
import dossier.report.Report;
import dossier.search.Sample;
import dossier.text.Passage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reports to write, and what became of them. */
final class Desk {

  static final Site SITE = new Site("Dossier", "https://archive.example.org", Sample.VOCABULARIES);

  /** What ends a field, a line, an element or a file somewhere, and what no file can hold. */
  static final String HOSTILE =
      "=cmd|' /C calc'!A1 \"q\" }, { \\ ~ ^ & % $ # _ @string{x} ]]> <b>&amp;</b> \u0000\u000b\uFFFE\uD800 "
          + "\r\nER  - \r\nTY  - BOOK\n,;\t\u2028Граница \uD83D\uDEF0 </script><!--";

  private Desk() {}

  static Report quiet() {
    return Sample.report("quiet")
        .title("Quiet rooms along the border")
        .series("Geopolitical Report", "2785-2598", "42", "13")
        .dated("2024-05-02")
        .author("Marta Oyelaran", "Sample OSINT Unit", "Иванов Пётр Сергеевич")
        .summary("Groups that go quiet are counted as gone.")
        .type("application/pdf")
        .passage(Passage.Kind.PARAGRAPH, 1, "One.")
        .passage(Passage.Kind.PARAGRAPH, 9, "Nine.")
        .region("kazakhstan", Label.Strength.ABOUT)
        .region("mali", Label.Strength.MENTIONS)
        .threat("sleeper-cells", Label.Strength.ABOUT)
        .build();
  }

  /** Nothing known but its title. */
  static Report bare() {
    return Sample.report("bare").title("A note").language("und").says("Nothing.").build();
  }

  static Report hostile() {
    return Sample.report("hostile")
        .title(HOSTILE)
        .series(HOSTILE, null, HOSTILE, HOSTILE)
        .dated("0301")
        .author(HOSTILE, "\u0000")
        .summary(HOSTILE)
        .language("x'\"><y")
        .region("no-such-region", Label.Strength.ABOUT)
        .build();
  }

  static List<Report> all() {
    return List.of(quiet(), bare(), hostile());
  }

  static String written(Format format, List<Report> reports) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Exporter exporter = format.open(out, SITE)) {
      for (Report report : reports) {
        exporter.write(report);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
