package dossier.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON Feed, by <https://www.jsonfeed.org/version/1.1/>. When a report appeared stands in an
/// object of our own, as the format wants it for what it does not know.
final class JsonFeed {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record Root(
      String version,
      String title,
      @JsonProperty("home_page_url") String home,
      @JsonProperty("feed_url") String feed,
      List<Item> items) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Item(
      String id,
      String url,
      String title,
      @JsonInclude @JsonProperty("content_text") String text,
      @JsonProperty("date_published") String added,
      List<Person> authors,
      List<String> tags,
      String language,
      @JsonProperty("_report") Extra report) {}

  private record Person(String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Extra(String original, @Nullable String published) {}

  private JsonFeed() {}

  static void write(Feed feed, Site site, OutputStream out) throws IOException {
    List<Item> items = feed.entries().stream().map(entry -> item(entry, site)).toList();
    Root root =
        new Root(
            "https://jsonfeed.org/version/1.1",
            Clean.line(feed.title()),
            site.at(feed.page()),
            site.at(feed.json()),
            items);
    out.write(MAPPER.writeValueAsBytes(root));
  }

  private static Item item(Feed.Entry entry, Site site) {
    Reference one = Reference.of(entry.report(), site);
    String published = one.date("-");
    return new Item(
        site.tag("/r/" + one.id()),
        one.url(),
        one.title(),
        Clean.line(entry.why()),
        one.added().toString(),
        one.authors().stream().map(author -> new Person(author.name())).toList(),
        one.keywords(),
        one.language(),
        new Extra(one.original(), published.isEmpty() ? null : published));
  }
}
