package dossier.exchange;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLCitation;
import de.undercouch.citeproc.csl.CSLCitationItem;
import de.undercouch.citeproc.csl.CSLCitationItemBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// One citation style. Reading a style takes far longer than printing by it, so it is read once,
/// and printing is one at a time.
final class Style {

  private final String name;
  private final String file;
  private final String locale;
  private final String beforePage;
  private @Nullable CSL processor;
  private @Nullable CSLItemData current;

  /// @param file its file, without the ending
  /// @param beforePage what stands before a page in the text. The processor misreads the styles'
  ///   own conditions on locators ("Page 7"), so the page comes from here
  Style(String name, String file, String locale, String beforePage) {
    this.name = name;
    this.file = file;
    this.locale = locale;
    this.beforePage = beforePage;
  }

  synchronized Citation print(Reference one, LocalDate accessed, int page) {
    CSLItemData item = CSLItemData.fromJson(CslItem.printed(one, accessed));
    current = item;
    CSL csl = processor();
    csl.reset();
    csl.registerCitationItems(item.getId());
    String reference = csl.makeBibliography().makeString();
    CSLCitationItemBuilder cited = new CSLCitationItemBuilder(item.getId());
    if (page > 0) {
      cited.suffix(beforePage + page);
    }
    CSLCitation citation = new CSLCitation(new CSLCitationItem[] {cited.build()});
    String inText = csl.makeCitation(citation).getFirst().getText();
    return new Citation(name, runs(undotted(reference, one)), runs(undotted(inText, one)));
  }

  /// The processor changes case by the locale of the machine, and a Turkish one makes İ of i and ı
  /// of I: letters that were not in what it was given are taken back.
  private static String undotted(String printed, Reference one) {
    String given = one.title() + one.series() + one.authors();
    return given.contains("İ") || given.contains("ı")
        ? printed
        : printed.replace('İ', 'I').replace('ı', 'i');
  }

  private CSL processor() {
    CSL ready = processor;
    if (ready == null) {
      try {
        String style = read(file + ".csl");
        ready = new CSL(new Shelf(), Style::locale, null, style, locale);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the citation style " + file, e);
      }
      ready.setOutputFormat("html");
      processor = ready;
    }
    return ready;
  }

  private static String locale(String tag) {
    try {
      return read("locales-" + tag + ".xml");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the words of citations in " + tag, e);
    }
  }

  private static String read(String name) throws IOException {
    try (InputStream in = Style.class.getResourceAsStream("/csl/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("csl/" + name + " is not packed into the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Text and italics of what the processor wrote as HTML. Only these two are taken out of it, so
  /// nothing a report says can become markup of a page.
  private static List<Citation.Run> runs(String html) {
    List<Citation.Run> runs = new ArrayList<>();
    collect(Jsoup.parseBodyFragment(html).body(), false, runs);
    if (!runs.isEmpty()) {
      runs.set(
          0, new Citation.Run(runs.getFirst().text().stripLeading(), runs.getFirst().italic()));
      Citation.Run last = runs.getLast();
      runs.set(runs.size() - 1, new Citation.Run(last.text().stripTrailing(), last.italic()));
    }
    return runs;
  }

  private static void collect(Node node, boolean italic, List<Citation.Run> runs) {
    for (Node child : node.childNodes()) {
      if (child instanceof TextNode text && !text.isBlank()) {
        runs.add(new Citation.Run(text.getWholeText().replace('\n', ' '), italic));
      } else if (child instanceof Element element) {
        collect(element, italic || element.attr("style").contains("italic"), runs);
      }
    }
  }

  /// Holds the one reference that is being printed.
  private final class Shelf implements ItemDataProvider {

    @Override
    public @Nullable CSLItemData retrieveItem(String id) {
      return current;
    }

    @Override
    public Collection<String> getIds() {
      CSLItemData item = current;
      return item == null ? List.of() : List.of(item.getId());
    }
  }
}
