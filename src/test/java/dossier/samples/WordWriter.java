package dossier.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A DOCX with heading styles; paragraphs run from right to left where the language does. */
final class WordWriter {

  private final XWPFDocument word = new XWPFDocument();
  private final boolean rightToLeft;

  private WordWriter(boolean rightToLeft) {
    this.rightToLeft = rightToLeft;
  }

  static byte[] write(Source source) throws IOException {
    return new WordWriter(source.rightToLeft()).fill(source);
  }

  private byte[] fill(Source source) throws IOException {
    try (word) {
      properties(source);
      styles();
      add(new Block.Heading(1, List.of(new Run(source.title(), false, false))));
      for (String line : source.masthead()) {
        add(new Block.Paragraph(List.of(new Run(line, false, true))));
      }
      source.body().forEach(this::add);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      word.write(bytes);
      return Zip.withFixedTimes(bytes.toByteArray());
    }
  }

  private void properties(Source source) {
    CoreProperties core = word.getProperties().getCoreProperties();
    core.setTitle(source.title());
    core.setCreator(String.join("; ", source.authors()));
    core.setCreated(created(source.metadataDate()));
  }

  private static Optional<Date> created(String date) {
    return date.isEmpty()
        ? Optional.empty()
        : Optional.of(Date.from(LocalDate.parse(date).atTime(8, 0).toInstant(ZoneOffset.UTC)));
  }

  private void styles() {
    XWPFStyles styles = word.createStyles();
    for (int level = 1; level <= 3; level++) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setType(STStyleType.PARAGRAPH);
      style.setStyleId("Heading" + level);
      style.addNewName().setVal("heading " + level);
      CTPPrGeneral paragraph = style.addNewPPr();
      paragraph.addNewKeepNext();
      paragraph.addNewOutlineLvl().setVal(java.math.BigInteger.valueOf(level - 1));
      style.addNewRPr().addNewB();
      style.getRPr().addNewSz().setVal(40 - 6 * level);
      styles.addStyle(new XWPFStyle(style));
    }
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading(int level, List<Run> runs) ->
          paragraph(runs).setStyle("Heading" + Math.min(level, 3));
      case Block.Paragraph(List<Run> runs) -> paragraph(runs);
      case Block.Item(String mark, List<Run> runs) -> item(mark, runs);
      case Block.Table(List<List<String>> rows) -> table(rows);
    }
  }

  private XWPFParagraph paragraph(List<Run> runs) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setSpacingAfter(160);
    if (rightToLeft) {
      paragraph.getCTP().addNewPPr().addNewBidi();
    }
    runs.forEach(run -> run(paragraph, run));
    return paragraph;
  }

  private void run(XWPFParagraph paragraph, Run run) {
    XWPFRun words = paragraph.createRun();
    words.setText(run.text());
    words.setBold(run.bold());
    words.setItalic(run.italic());
    if (rightToLeft) {
      words.getCTR().getRPr().addNewRtl();
    }
  }

  private void item(String mark, List<Run> runs) {
    XWPFParagraph paragraph = paragraph(List.of(new Run(mark + " ", false, false)));
    runs.forEach(run -> run(paragraph, run));
    paragraph.setIndentationLeft(mark.equals("•") ? 567 : 0);
  }

  private void table(List<List<String>> rows) {
    XWPFTable table = word.createTable(rows.size(), rows.getFirst().size());
    for (int row = 0; row < rows.size(); row++) {
      for (int cell = 0; cell < rows.get(row).size(); cell++) {
        table.getRow(row).getCell(cell).setText(rows.get(row).get(cell));
      }
    }
  }
}
