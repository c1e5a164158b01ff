package dossier.samples;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An OpenDocument text of the four parts that it needs. */
final class OdtWriter {

  private static final String TYPE = "application/vnd.oasis.opendocument.text";
  private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private OdtWriter() {}

  static byte[] write(Source source) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Zip.utf8(TYPE));
    parts.put("content.xml", Zip.utf8(content(source)));
    parts.put("meta.xml", Zip.utf8(meta(source)));
    parts.put("META-INF/manifest.xml", Zip.utf8(manifest()));
    return Zip.write(parts, true);
  }

  private static String content(Source source) {
    String masthead =
        source.masthead().stream()
            .map(line -> "<text:p>" + Xml.escape(line) + "</text:p>\n")
            .collect(Collectors.joining());
    String body = source.body().stream().map(OdtWriter::element).collect(Collectors.joining());
    return XML
        + "<office:document-content office:version=\"1.3\""
        + space("office")
        + space("text")
        + space("table")
        + ">\n<office:body><office:text>\n"
        + heading(1, source.title())
        + masthead
        + body
        + "</office:text></office:body></office:document-content>\n";
  }

  private static String space(String name) {
    return " xmlns:" + name + "=\"" + OASIS + name + ":1.0\"";
  }

  private static String element(Block block) {
    return switch (block) {
      case Block.Heading(int level, List<Run> runs) -> heading(level, Block.plain(runs));
      case Block.Paragraph(List<Run> runs) ->
          "<text:p>" + Xml.escape(Block.plain(runs)) + "</text:p>\n";
      case Block.Item(String mark, List<Run> runs) ->
          mark.equals("•")
              ? "<text:list><text:list-item><text:p>"
                  + Xml.escape(Block.plain(runs))
                  + "</text:p></text:list-item></text:list>\n"
              : "<text:p>" + Xml.escape(mark + " " + Block.plain(runs)) + "</text:p>\n";
      case Block.Table(List<List<String>> rows) ->
          "<table:table><table:table-column table:number-columns-repeated=\""
              + rows.getFirst().size()
              + "\"/>\n"
              + rows.stream().map(OdtWriter::row).collect(Collectors.joining())
              + "</table:table>\n";
    };
  }

  private static String heading(int level, String text) {
    return "<text:h text:outline-level=\"" + level + "\">" + Xml.escape(text) + "</text:h>\n";
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell ->
            "<table:table-cell><text:p>" + Xml.escape(cell) + "</text:p></table:table-cell>")
        .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>\n"));
  }

  private static String meta(Source source) {
    String created =
        source.metadataDate().isEmpty()
            ? ""
            : "<meta:creation-date>" + source.metadataDate() + "T08:00:00</meta:creation-date>";
    return XML
        + "<office:document-meta office:version=\"1.3\""
        + space("office")
        + space("meta")
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta>\n<dc:title>"
        + Xml.escape(source.title())
        + "</dc:title><meta:initial-creator>"
        + Xml.escape(String.join("; ", source.authors()))
        + "</meta:initial-creator><dc:language>"
        + source.language()
        + "</dc:language>"
        + created
        + "\n</office:meta></office:document-meta>\n";
  }

  private static String manifest() {
    return XML
        + "<manifest:manifest manifest:version=\"1.3\""
        + space("manifest")
        + ">\n"
        + file("/", TYPE)
        + file("content.xml", "text/xml")
        + file("meta.xml", "text/xml")
        + "</manifest:manifest>\n";
  }

  private static String file(String path, String type) {
    return "<manifest:file-entry manifest:full-path=\""
        + path
        + "\" manifest:media-type=\""
        + type
        + "\"/>\n";
  }
}
