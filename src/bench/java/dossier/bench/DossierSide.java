package dossier.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dossier.search.Dimension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Dossier over HTTP: the page for readers, or the one for programs.
final class DossierSide implements Side {

  private final String address;
  private final boolean html;
  private final long process;
  private final Fetch fetch;

  DossierSide(String address, boolean html, long process, Fetch fetch) {
    this.address = address;
    this.html = html;
    this.process = process;
    this.fetch = fetch;
  }

  @Override
  public String name() {
    return html ? "Dossier HTML" : "Dossier JSON";
  }

  @Override
  public double processor() {
    return Machine.processor(process);
  }

  @Override
  public long page(Asked asked) throws Exception {
    return fetch.size(address + path(html ? "/search" : "/search.json", asked, "grouped"));
  }

  @Override
  public Found read(Asked asked) throws Exception {
    JsonNode page = Portal.JSON.readTree(fetch.get(address + path("/search.json", asked, "all")));
    Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      Map<String, Long> values = new TreeMap<>();
      collect(page.path("facets").path(dimension.parameter()), values);
      counts.put(dimension, values);
    }
    Map<String, Long> months = new TreeMap<>();
    page.path("facets").path("date").forEach(year -> collect(year.path("children"), months));
    List<String> ids = new ArrayList<>();
    int snippets = 0;
    for (JsonNode hit : page.path("hits")) {
      ids.add(hit.path("id").asText());
      boolean marked = false;
      for (JsonNode snippet : hit.path("snippets")) {
        marked |= !snippet.path("marks").isEmpty();
      }
      snippets += marked ? 1 : 0;
    }
    return new Found(page.path("total").asLong(), counts, months, ids, snippets);
  }

  private static void collect(JsonNode values, Map<String, Long> into) {
    for (JsonNode value : values) {
      if (value.path("count").asLong() > 0) {
        into.put(value.path("id").asText(), value.path("count").asLong());
      }
      collect(value.path("children"), into);
    }
  }

  /// @param versions `all` where versions of one report are compared one by one
  private static String path(String page, Asked asked, String versions) {
    List<String> parameters = new ArrayList<>();
    if (asked.kind().hasWords()) {
      parameters.add("q=" + URLEncoder.encode(typed(asked), StandardCharsets.UTF_8));
    }
    asked.filters().forEach((dimension, id) -> parameters.add(dimension.parameter() + "=" + id));
    if (asked.from() > 0) {
      parameters.add("from=" + asked.from());
    }
    if (asked.newest()) {
      parameters.add("sort=newest");
    }
    if (asked.page() > 1) {
      parameters.add("page=" + asked.page());
    }
    if (versions.equals("all")) {
      parameters.add("versions=all");
    }
    return page + parameters.stream().collect(Collectors.joining("&", "?", ""));
  }

  private static String typed(Asked asked) {
    List<String> words = asked.words();
    return switch (asked.kind()) {
      case RARE, COMMON -> words.getFirst();
      case AND2, AND3 -> String.join(" AND ", words);
      case OR5 -> String.join(" OR ", words);
      case PHRASE -> '"' + String.join(" ", words) + '"';
      case NEAR -> String.join(" NEAR/" + Asked.NEAR + " ", words);
      case PREFIX -> words.getFirst() + "*";
      case FUZZY -> words.getFirst() + "~1";
      case FILTERS, BROWSE -> "";
    };
  }
}
