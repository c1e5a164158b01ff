package dossier.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a term is looked for in: text, the labels of reports, their dates, or the pages of others.
sealed interface Target {

  /// The name of what reports mention.
  String MENTIONS = "mentions";

  /// The name of pages.
  String PAGE = "page";

  /// Its name before a colon; empty for everything.
  String name();

  /// What a term means here; null when it means nothing, which is then remarked on.
  ///
  /// @param today the day that relative dates count from
  @Nullable Clause clause(Token.Term term, LocalDate today, Remarks remarks);

  /// Whether its values are no words: all up to the next space is one.
  default boolean isRaw() {
    return false;
  }

  /// Every target with a name.
  static List<Target> all() {
    List<Target> all = new ArrayList<>();
    for (Clause.Field field : Clause.Field.values()) {
      all.add(new Words(field));
    }
    for (Dimension dimension : Dimension.values()) {
      all.add(new Labels(dimension));
    }
    all.add(new Labels(null));
    for (Clause.Time time : Clause.Time.values()) {
      all.add(new Dates(time));
    }
    all.add(new Pages());
    return all;
  }

  /// What has this name before a colon, in any case; null when nothing has.
  static @Nullable Target named(String typed) {
    String name = typed.toLowerCase(Locale.ROOT);
    return all().stream().filter(target -> target.name().equals(name)).findFirst().orElse(null);
  }

  /// Text.
  ///
  /// @param field null for title, summary and text
  record Words(Clause.@Nullable Field field) implements Target {

    @Override
    public String name() {
      return field == null ? "" : field.prefix();
    }

    @Override
    public Clause clause(Token.Term term, LocalDate today, Remarks remarks) {
      return switch (term) {
        case Token.Word(String text) -> new Clause.Word(field, text);
        case Token.Prefix(String text) -> new Clause.Prefix(field, text);
        case Token.Phrase(String text) -> new Clause.Phrase(field, text);
        case Token.Verbatim(String text) -> new Clause.Verbatim(field, text);
        case Token.Wildcard(String text) -> new Clause.Wildcard(field, text);
        case Token.Fuzzy(String text, int edits) -> new Clause.Fuzzy(field, text, edits);
        case Token.Nearby(String text, int distance) -> new Clause.Nearby(field, text, distance);
      };
    }
  }

  /// Values of a facet.
  ///
  /// @param dimension null for regions and threat types mentioned
  record Labels(@Nullable Dimension dimension) implements Target {

    @Override
    public String name() {
      return dimension == null ? MENTIONS : dimension.parameter();
    }

    @Override
    public Clause clause(Token.Term term, LocalDate today, Remarks remarks) {
      if (term instanceof Token.Prefix || term instanceof Token.Wildcard) {
        remarks.starInFacet(name());
      }
      if (term instanceof Token.Fuzzy || term instanceof Token.Nearby) {
        remarks.noSuchSuffix("~");
      }
      String words = QueryTokenizer.wordsOf(term.text());
      String value = words.toLowerCase(Locale.ROOT).replace(' ', '-');
      return dimension == null ? new Clause.Mentions(value) : new Clause.Facet(dimension, value);
    }
  }

  /// Days.
  record Dates(Clause.Time time) implements Target {

    @Override
    public String name() {
      return time.prefix();
    }

    @Override
    public boolean isRaw() {
      return true;
    }

    @Override
    public @Nullable Clause clause(Token.Term term, LocalDate today, Remarks remarks) {
      Span span = new TypedDates(today, remarks).span(name(), term.text());
      return span == null ? null : new Clause.Dated(time, span);
    }
  }

  /// Pages, by number.
  record Pages() implements Target {

    @Override
    public String name() {
      return PAGE;
    }

    @Override
    public boolean isRaw() {
      return true;
    }

    @Override
    public @Nullable Clause clause(Token.Term term, LocalDate today, Remarks remarks) {
      return TypedPages.pages(term.text(), remarks);
    }
  }
}
