package dossier.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An EPUB 2 (which, unlike EPUB 3, asks for no modification date) with a file for each chapter. */
final class EpubWriter {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private EpubWriter() {}

  static byte[] write(Source source) throws IOException {
    List<List<Block>> chapters = chapters(source);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Zip.utf8("application/epub+zip"));
    parts.put(
        "META-INF/container.xml",
        Zip.utf8(
            XML
                + "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
                + "<rootfiles><rootfile full-path=\"OEBPS/content.opf\""
                + " media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n"));
    parts.put("OEBPS/content.opf", Zip.utf8(contents(source, chapters.size())));
    parts.put("OEBPS/toc.ncx", Zip.utf8(navigation(source, chapters)));
    for (int i = 0; i < chapters.size(); i++) {
      parts.put("OEBPS/" + file(i), Zip.utf8(page(source, chapters.get(i))));
    }
    return Zip.write(parts, true);
  }

  /** The title with what stands before the first chapter, then the chapters. */
  private static List<List<Block>> chapters(Source source) {
    List<List<Block>> chapters = new ArrayList<>();
    List<Block> chapter = new ArrayList<>();
    chapter.add(new Block.Heading(1, plain(source.title())));
    for (String line : source.masthead()) {
      chapter.add(new Block.Paragraph(plain(line)));
    }
    chapters.add(chapter);
    for (Block block : source.body()) {
      if (block instanceof Block.Heading heading && heading.level() == 2) {
        chapters.add(new ArrayList<>());
      }
      chapters.getLast().add(block);
    }
    return chapters;
  }

  private static List<Run> plain(String text) {
    return List.of(new Run(text, false, false));
  }

  private static String file(int chapter) {
    return String.format(Locale.ROOT, "chapter-%02d.xhtml", chapter);
  }

  private static String id(Source source) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(source.file().getBytes(StandardCharsets.UTF_8));
  }

  private static String contents(Source source, int chapters) {
    String date = source.metadataDate();
    return XML
        + "<package version=\"2.0\" unique-identifier=\"id\" xmlns=\"http://www.idpf.org/2007/opf\">\n"
        + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        + dc("title", source.title())
        + source.authors().stream()
            .map(author -> dc("creator", author))
            .collect(Collectors.joining())
        + (date.isEmpty() ? "" : dc("date", date))
        + dc("language", source.language())
        + "<dc:identifier id=\"id\">"
        + id(source)
        + "</dc:identifier>\n</metadata>\n<manifest>\n"
        + "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>\n"
        + each(
            chapters,
            "<item id=\"c%1$d\" href=\"chapter-%1$02d.xhtml\" media-type=\"application/xhtml+xml\"/>\n")
        + "</manifest>\n<spine toc=\"ncx\">\n"
        + each(chapters, "<itemref idref=\"c%d\"/>\n")
        + "</spine>\n</package>\n";
  }

  private static String each(int count, String pattern) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(Locale.ROOT, pattern, i))
        .collect(Collectors.joining());
  }

  private static String dc(String name, String value) {
    return "<dc:" + name + ">" + Xml.escape(value) + "</dc:" + name + ">\n";
  }

  private static String navigation(Source source, List<List<Block>> chapters) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < chapters.size(); i++) {
      Block.Heading heading = (Block.Heading) chapters.get(i).getFirst();
      points.append(
          String.format(
              Locale.ROOT,
              "<navPoint id=\"p%1$d\" playOrder=\"%2$d\"><navLabel><text>%3$s</text></navLabel>"
                  + "<content src=\"%4$s\"/></navPoint>\n",
              i,
              i + 1,
              Xml.escape(Block.plain(heading.runs())),
              file(i)));
    }
    return XML
        + "<ncx version=\"2005-1\" xmlns=\"http://www.daisy.org/z3986/2005/ncx/\">\n"
        + "<head><meta name=\"dtb:uid\" content=\""
        + id(source)
        + "\"/></head>\n<docTitle><text>"
        + Xml.escape(source.title())
        + "</text></docTitle>\n<navMap>\n"
        + points
        + "</navMap>\n</ncx>\n";
  }

  private static String page(Source source, List<Block> chapter) {
    return XML
        + "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\">\n"
        + "<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\""
        + source.language()
        + "\">\n<head><title>"
        + Xml.escape(source.title())
        + "</title></head>\n<body>\n"
        + Xml.html(chapter)
        + "</body>\n</html>\n";
  }
}
