package dossier.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dossier.report.Published;
import dossier.report.Report;
import dossier.search.Dimension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The peer: an OpenSearch server over HTTP, with the same documents.
final class OpenSearch implements Side {

  private static final String SETTINGS =
      """
      {"settings": {
        "number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1",
        "similarity": {"default": {"type": "BM25", "k1": 1.6, "b": 0.75}},
        "analysis": {
          "filter": {
            "english": {"type": "stemmer", "language": "english"},
            "mark": {"type": "pattern_replace", "pattern": "^", "replacement": "="},
            "both": {"type": "multiplexer", "preserve_original": true, "filters": ["english,mark"]}
          },
          "analyzer": {
            "default": {
              "type": "custom", "tokenizer": "standard", "filter": ["lowercase", "asciifolding", "both"]
            },
            "surface": {
              "type": "custom", "tokenizer": "standard", "filter": ["lowercase", "asciifolding"]
            }
          }
        }},
       "mappings": {"dynamic": "strict", "properties": {
        "id": {"type": "keyword"},
        "title": {"type": "text", "index_options": "offsets"},
        "summary": {"type": "text", "index_options": "offsets"},
        "body": {"type": "text", "index_options": "offsets"},
        "series_name": {"type": "keyword", "index": false, "doc_values": false},
        "regions": {"type": "keyword", "index": false, "doc_values": false},
        "threats": {"type": "keyword", "index": false, "doc_values": false},
        "region": {"type": "keyword"}, "threat": {"type": "keyword"},
        "series": {"type": "keyword"}, "lang": {"type": "keyword"}, "type": {"type": "keyword"},
        "published": {"type": "date"}, "last": {"type": "date"},
        "month": {"type": "date"}
       }}}
      """;

  private final String address;
  private final int reports;
  private final long process;
  private final Fetch fetch;

  OpenSearch(String address, int reports, long process, Fetch fetch) {
    this.address = address;
    this.reports = reports;
    this.process = process;
    this.fetch = fetch;
  }

  @Override
  public String name() {
    return "OpenSearch";
  }

  /// Makes the index and fills it.
  Corpus.Filled fill(Synthetic archive) throws Exception {
    fetch.put("PUT", address + "/reports", SETTINGS);
    Corpus.Filled filled =
        Corpus.timed(
            archive,
            reports,
            numbers -> {
              StringBuilder bulk = new StringBuilder();
              for (int number : numbers) {
                Report report = archive.report(number);
                bulk.append("{\"index\":{\"_id\":\"").append(report.id()).append("\"}}\n");
                bulk.append(document(report, archive)).append('\n');
              }
              String said =
                  new String(
                      fetch.get(address + "/reports/_bulk?filter_path=errors", bulk.toString()),
                      StandardCharsets.UTF_8);
              if (!said.contains("false")) {
                throw new IOException("OpenSearch did not take some reports: " + said);
              }
            },
            () -> {});
    fetch.put("POST", address + "/reports/_flush", "{}");
    fetch.put("POST", address + "/reports/_refresh", "{}");
    return filled;
  }

  private static ObjectNode document(Report report, Synthetic archive) {
    ObjectNode fields = Portal.JSON.createObjectNode();
    fields.put("id", report.id()).put("title", report.title()).put("summary", report.summary());
    fields.put("body", report.body().searchable());
    if (report.series() != null) {
      fields.put("series", report.series().id()).put("series_name", report.series().name());
    }
    fields.put("lang", report.language()).put("type", Bare.type(report));
    add(fields, "regions", Bare.ids(report.regions()));
    add(fields, "threats", Bare.ids(report.threats()));
    add(fields, "region", Bare.above(report.regions(), archive.vocabularies().regions()));
    add(fields, "threat", Bare.above(report.threats(), archive.vocabularies().threats()));
    Published published = report.published();
    if (published != null) {
      fields.put("published", published.first().toString()).put("last", "" + published.last());
    }
    if (!Bare.month(report).isEmpty()) {
      fields.put("month", Bare.month(report) + "-01");
    }
    return fields;
  }

  private static void add(ObjectNode fields, String name, Iterable<String> values) {
    values.forEach(value -> fields.withArray(name).add(value));
  }

  /// Bytes of the index on disk.
  long bytes() throws Exception {
    JsonNode stats = Portal.JSON.readTree(fetch.get(address + "/reports/_stats/store"));
    return stats.path("_all").path("primaries").path("store").path("size_in_bytes").asLong();
  }

  @Override
  public double processor() {
    return Machine.processor(process);
  }

  @Override
  public long page(Asked asked) throws Exception {
    return fetch.size(search(), new OpenSearchQuery(asked, reports).json());
  }

  private String search() {
    return address + "/reports/_search";
  }

  @Override
  public Found read(Asked asked) throws Exception {
    JsonNode page =
        Portal.JSON.readTree(fetch.get(search(), new OpenSearchQuery(asked, reports).json()));
    Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      counts.put(dimension, buckets(page, dimension.parameter(), "key"));
    }
    List<String> ids = new ArrayList<>();
    int snippets = 0;
    for (JsonNode hit : page.path("hits").path("hits")) {
      ids.add(hit.path("_id").asText());
      snippets += hit.path("highlight").isEmpty() ? 0 : 1;
    }
    long total = page.path("hits").path("total").path("value").asLong();
    return new Found(total, counts, buckets(page, "month", "key_as_string"), ids, snippets);
  }

  private static Map<String, Long> buckets(JsonNode page, String name, String key) {
    JsonNode aggregation = page.path("aggregations").path(name);
    JsonNode inner = aggregation.has("in") ? aggregation.path("in") : aggregation;
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode bucket : inner.path("buckets")) {
      counts.put(bucket.path(key).asText(), bucket.path("doc_count").asLong());
    }
    return counts;
  }
}
