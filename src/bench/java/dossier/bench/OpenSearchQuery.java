package dossier.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dossier.search.Dimension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A search in OpenSearch's own language: the same fields, weights, aggregations, page and
/// highlighting; filters behind the query and within each aggregation, as drill-sideways wants it.
final class OpenSearchQuery {

  private static final float TIE = 0.3f;
  private static final float RECENCY = 0.05f;
  private static final Map<String, Float> FIELDS =
      Map.of("title", 1.1f, "summary", 1.05f, "body", 1f);

  private final Asked asked;
  private final int reports;

  OpenSearchQuery(Asked asked, int reports) {
    this.asked = asked;
    this.reports = reports;
  }

  String json() {
    ObjectNode all = object();
    all.put("size", Asked.SIZE).put("from", (asked.page() - 1) * Asked.SIZE);
    all.put("track_total_hits", true);
    all.putArray("_source")
        .add("title")
        .add("series_name")
        .add("published")
        .add("lang")
        .add("type")
        .add("regions")
        .add("threats");
    all.set("query", query());
    if (asked.newest()) {
      ArrayNode sort = all.putArray("sort");
      sort.addObject().putObject("published").put("order", "desc").put("missing", "_last");
      sort.addObject().put("id", "asc");
    }
    ArrayNode filters = filters(null);
    if (!filters.isEmpty()) {
      all.set("post_filter", filtered(filters));
    }
    all.set("aggs", aggregations());
    if (asked.kind().hasWords()) {
      ObjectNode highlight = all.putObject("highlight").put("type", "unified");
      highlight.put("number_of_fragments", 3).put("fragment_size", 200);
      highlight.putObject("fields").putObject("body");
    } else {
      all.withArray("_source").add("summary");
    }
    return all.toString();
  }

  private ObjectNode query() {
    if (asked.newest()) {
      return words();
    }
    ObjectNode query = object();
    ObjectNode bool = query.putObject("bool");
    bool.putArray("must").add(words());
    bool.putArray("should")
        .addObject()
        .putObject("distance_feature")
        .put("field", "published")
        .put("origin", Synthetic.LAST_DAY.toString())
        .put("pivot", "730d")
        .put("boost", RECENCY * (float) Math.log(2.0 + reports));
    return query;
  }

  private ObjectNode words() {
    List<String> words = asked.words();
    String first = words.isEmpty() ? "" : words.getFirst();
    return switch (asked.kind()) {
      case RARE, COMMON -> word(first);
      case AND2, AND3 -> bool("must", words);
      case OR5 -> bool("should", words);
      case PHRASE ->
          inFields(field ->
              leaf(
                  "match_phrase",
                  field,
                  object().put("query", String.join(" ", words)).put("analyzer", "surface")));
      case NEAR -> inFields(this::near);
      case PREFIX -> inFields(field -> leaf("prefix", field, object().put("value", first)));
      case FUZZY ->
          inFields(field ->
              leaf(
                  "fuzzy",
                  field,
                  object()
                      .put("value", first)
                      .put("fuzziness", 1)
                      .put("prefix_length", 1)
                      .put("max_expansions", 128)));
      case FILTERS, BROWSE -> {
        ObjectNode all = object();
        all.putObject("match_all");
        yield all;
      }
    };
  }

  private static ObjectNode bool(String occur, List<String> words) {
    ObjectNode query = object();
    ArrayNode all = query.putObject("bool").putArray(occur);
    words.forEach(word -> all.add(word(word)));
    return query;
  }

  private static ObjectNode word(String word) {
    return inFields(field -> leaf("match", field, object().put("query", word)));
  }

  private ObjectNode near(String field) {
    ObjectNode query = object();
    ObjectNode intervals = query.putObject("intervals").putObject(field);
    intervals
        .putObject("match")
        .put("query", String.join(" ", asked.words()))
        .put("max_gaps", Asked.NEAR)
        .put("ordered", false);
    return query;
  }

  private static ObjectNode leaf(String type, String field, ObjectNode body) {
    ObjectNode query = object();
    query.putObject(type).set(field, body);
    return query;
  }

  private static ObjectNode inFields(Function<String, ObjectNode> query) {
    ObjectNode all = object();
    ObjectNode best = all.putObject("dis_max").put("tie_breaker", TIE);
    ArrayNode queries = best.putArray("queries");
    FIELDS.forEach((field, boost) -> {
      ObjectNode each = query.apply(field);
      ObjectNode body = (ObjectNode) each.elements().next().get(field);
      queries.add(each);
      body.put("boost", boost);
    });
    return all;
  }

  private ObjectNode aggregations() {
    ObjectNode all = object();
    for (Dimension dimension : Dimension.values()) {
      ObjectNode terms = object();
      terms.putObject("terms").put("field", dimension.parameter()).put("size", 1000);
      all.set(dimension.parameter(), aside(terms, filters(dimension)));
    }
    ObjectNode months = object();
    months
        .putObject("date_histogram")
        .put("field", "month")
        .put("calendar_interval", "month")
        .put("format", "yyyy-MM")
        .put("min_doc_count", 1);
    all.set("month", aside(months, within()));
    return all;
  }

  private static ObjectNode aside(ObjectNode aggregation, ArrayNode filters) {
    if (filters.isEmpty()) {
      return aggregation;
    }
    ObjectNode filter = object();
    filter.set("filter", filtered(filters));
    filter.putObject("aggs").set("in", aggregation);
    return filter;
  }

  private static ObjectNode filtered(ArrayNode filters) {
    ObjectNode query = object();
    query.putObject("bool").set("filter", filters);
    return query;
  }

  /// All filters but that of one facet.
  private ArrayNode filters(Dimension but) {
    ArrayNode filters = values(but);
    if (asked.from() > 0) {
      filters
          .addObject()
          .putObject("range")
          .putObject("last")
          .put("gte", LocalDate.of(asked.from(), 1, 1).toString());
    }
    return filters;
  }

  /// All filters but the span of dates.
  private ArrayNode within() {
    return values(null);
  }

  private ArrayNode values(Dimension but) {
    ArrayNode filters = Portal.JSON.createArrayNode();
    asked
        .filters()
        .forEach((dimension, id) -> {
          if (dimension != but) {
            filters.addObject().putObject("term").put(dimension.parameter(), id);
          }
        });
    return filters;
  }

  private static ObjectNode object() {
    return Portal.JSON.createObjectNode();
  }
}
