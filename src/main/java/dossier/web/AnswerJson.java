package dossier.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.report.Vocabularies;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Notice;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.text.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An answer as JSON, the shape programs rely on: `/search.json` and `dossier search --json`.
public final class AnswerJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addMixIn(Notice.class, Told.class).build();

  /// Programs get a notice in English; the rest is for who says it in another language.
  @JsonIgnoreProperties({"key", "values"})
  private interface Told {}

  private final Facets facets;

  AnswerJson(Facets facets) {
    this.facets = facets;
  }

  /// An answer as JSON text.
  ///
  /// @param understood how the question was read; its notices follow those of the answer
  /// @param engine finds what to ask instead, when little was found
  /// @throws IOException when the storage fails
  public static String of(
      Answer answer, QuestionUrl.Understood understood, Vocabularies vocabularies, Engine engine)
      throws IOException {
    List<Notice> notices = new ArrayList<>(understood.notices());
    notices.addAll(answer.notices());
    AnswerJson json = new AnswerJson(new Facets(() -> vocabularies));
    Help help = Help.of(answer, engine, Addresses.JSON);
    return json.write(answer, notices, Addresses.JSON, false, help);
  }

  /// What to ask instead.
  ///
  /// @param meant the same spelled as it may have been meant; null for nothing
  /// @param rescues searches that find something when this one does not
  record Help(@Nullable Offer meant, List<Offer> rescues) {

    static final Help NONE = new Help(null, List.of());

    /// @param path where the links lead
    static Help of(Answer answer, Engine engine, String path) throws IOException {
      Question question = answer.question();
      return new Help(
          engine
              .corrected(question, answer.total())
              .map(rescue -> Offer.of(rescue, path))
              .orElse(null),
          answer.total() > 0
              ? List.of()
              : engine.rescues(question).stream().map(rescue -> Offer.of(rescue, path)).toList());
    }
  }

  /// Another search.
  ///
  /// @param label of a correction the words; of a rescue what it does
  /// @param total how many reports it finds
  record Offer(String label, String url, long total) {

    static Offer of(Answer.Rescue rescue, String path) {
      return new Offer(rescue.label(), path + QuestionUrl.write(rescue.question()), rescue.total());
    }
  }

  private record Page(
      long total,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) long grouped,
      long tookMillis,
      List<Notice> notices,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String understood,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Offer didYouMean,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Offer> rescues,
      List<Query.Also> alsoSearched,
      List<Found> hits,
      Map<String, List<Value>> facets,
      @Nullable String next,
      @Nullable String nextAfter) {}

  private record Found(
      String id,
      String url,
      String title,
      @Nullable String series,
      @Nullable String issn,
      @Nullable String volume,
      @Nullable String issue,
      @Nullable String published,
      @Nullable String publishedPrecision,
      String language,
      String mediaType,
      List<Carried> regions,
      List<Carried> threats,
      List<Piece> snippets,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int versions,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unread) {}

  private record Value(
      String id, String label, long count, boolean selected, List<Value> children) {}

  record Carried(String id, String label, String strength) {}

  private record Piece(int page, String text, List<int[]> marks) {}

  /// @param path where the links to further hits lead, such as `/search.json`
  /// @param walk whether the hits are those behind a place instead of those of a page
  String write(Answer answer, List<Notice> notices, String path, boolean walk, Help help) {
    Question question = answer.question();
    Map<String, List<Value>> values = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values()) {
      values.put(dimension.parameter(), values(facets.values(answer, dimension)));
      if (dimension == Dimension.THREAT) {
        values.put("date", values(Facets.dates(answer)));
      }
    }
    boolean more =
        walk
            ? answer.hits().size() == question.size()
            : (long) question.page() * question.size() < answer.listed();
    String page = more ? path + further(question) : null;
    String after = more ? after(answer, path) : null;
    return text(
        new Page(
            answer.total(),
            answer.grouped(),
            answer.took().toMillis(),
            Stream.concat(notices.stream(), beyond(answer).stream()).toList(),
            question.query().understood(),
            help.meant(),
            help.rescues(),
            answer.also(),
            answer.hits().stream().map(hit -> found(hit, question)).toList(),
            values,
            walk ? after : page,
            after));
  }

  private static String further(Question question) {
    return QuestionUrl.write(question.page(question.page() + 1, question.size()));
  }

  /// The address of the hits behind these, whatever is added or taken away meanwhile.
  private static @Nullable String after(Answer answer, String path) {
    Question question = answer.question();
    String cursor = Cursor.behind(answer.hits(), question);
    return cursor == null
        ? null
        : Addresses.with(
            path + QuestionUrl.write(question.page(1, question.size())), "after", cursor);
  }

  /// A remark when the page asked for lies behind the last one.
  private static Optional<Notice> beyond(Answer answer) {
    Question question = answer.question();
    long last = (answer.listed() + question.size() - 1) / question.size();
    if (last == 0 || question.page() <= last) {
      return Optional.empty();
    }
    String text = Words.say("notice.beyond", "pages", last, "page", question.page());
    return Optional.of(new Notice("range", text));
  }

  /// Any value as JSON text.
  static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of text and numbers are always JSON", e);
    }
  }

  private Found found(Hit hit, Question question) {
    Report report = hit.report();
    Series series = report.series();
    Published published = report.published();
    Reason reason = report.unread();
    return new Found(
        report.id(),
        Addresses.report(report.id(), question.page(1, Question.DEFAULT_SIZE)),
        report.title(),
        series == null ? null : series.name(),
        series == null ? null : series.issn(),
        series == null ? null : series.volume(),
        series == null ? null : series.issue(),
        published == null ? null : published.iso(),
        published == null ? null : lower(published.precision()),
        report.language(),
        report.mediaType(),
        carried(report.regions(), Dimension.REGION),
        carried(report.threats(), Dimension.THREAT),
        hit.snippets().stream().map(AnswerJson::piece).toList(),
        hit.versions(),
        reason == null ? null : lower(reason).replace('_', '-'));
  }

  /// Labels of a report with their names.
  List<Carried> carried(List<Label> labels, Dimension dimension) {
    return labels.stream()
        .map(label ->
            new Carried(label.id(), facets.label(dimension, label.id()), lower(label.strength())))
        .toList();
  }

  private static List<Value> values(List<Answer.Value> values) {
    return values.stream()
        .map(value ->
            new Value(
                value.id(),
                value.label(),
                value.count(),
                value.selected(),
                values(value.children())))
        .toList();
  }

  private static Piece piece(Hit.Snippet snippet) {
    List<int[]> marks =
        snippet.marks().stream().map(mark -> new int[] {mark.from(), mark.to()}).toList();
    return new Piece(snippet.page(), snippet.text(), marks);
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
