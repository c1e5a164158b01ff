package dossier.web;

import dossier.archive.Location;
import dossier.report.Body;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.LedgerEntry;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A handful of reports held in memory: words match by plain containment, all of them. */
final class FakeEngine implements Engine {

  private final Vocabularies vocabularies;
  private final List<Report> reports = new ArrayList<>();
  final List<LedgerEntry> entries = new ArrayList<>();
  final Map<String, Lookup> others = new HashMap<>();
  volatile boolean broken;

  /** After so many reports handed out the storage fails, having begun again with the first. */
  volatile int breaksAfter;

  FakeEngine(Vocabularies vocabularies, List<Report> reports) {
    this.vocabularies = vocabularies;
    this.reports.addAll(reports);
  }

  @Override
  public Hit.Why why(String id, Question question) {
    Clause clause = question.query().clause();
    List<Hit.Why.Part> parts = List.of(new Hit.Why.Part(clause, 3.25, 3, 0, 2.5));
    return new Hit.Why(4, parts, 0.5, 0.25);
  }

  @Override
  public Answer search(Question question) throws IOException {
    return search(question, null);
  }

  @Override
  public Answer search(Question question, Hit.Place after) throws IOException {
    if (broken) {
      throw new IOException("the disk says <no>");
    }
    List<Report> found =
        reports.stream()
            .filter(report -> matches(report, question, null, true))
            .sorted(order(question.sort()))
            .toList();
    long from = (question.page() - 1L) * question.size();
    List<Hit> hits =
        found.stream()
            .dropWhile(one -> after != null && !one.id().equals(after.id()))
            .skip(after == null ? from : 1)
            .limit(question.size())
            .map(one -> hit(one, question))
            .toList();
    Map<Dimension, List<Answer.Count>> counts = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      counts.put(dimension, counts(question, dimension));
    }
    Map<String, Long> months = new TreeMap<>();
    Map<String, Long> years = new TreeMap<>();
    long undated = 0;
    for (Report report : reports) {
      if (matches(report, question, null, false)) {
        Published published = report.published();
        if (published == null) {
          undated++;
        } else {
          years.merge(published.iso().substring(0, 4), 1L, Long::sum);
          if (published.iso().length() >= 7) {
            months.merge(published.iso().substring(0, 7), 1L, Long::sum);
          }
        }
      }
    }
    return new Answer(
        question,
        found.size(),
        0,
        Duration.ofMillis(3),
        question.query().notices(),
        hits,
        counts,
        months,
        years,
        undated,
        List.of());
  }

  @Override
  public Trend trend(Question question, Dimension dimension, Period period) {
    SortedMap<String, Long> totals = new TreeMap<>();
    Map<String, SortedMap<String, Long>> lines = new TreeMap<>();
    int length =
        switch (period) {
          case YEAR -> 4;
          case MONTH -> 7;
          case DAY -> 10;
        };
    for (Report report : reports) {
      String iso = report.published() == null ? "" : report.published().iso();
      if (iso.length() >= length && matches(report, question, null, true)) {
        String time = iso.substring(0, length);
        totals.merge(time, 1L, Long::sum);
        for (String value : values(report, dimension, question.scope())) {
          lines.computeIfAbsent(value, unseen -> new TreeMap<>()).merge(time, 1L, Long::sum);
        }
      }
    }
    return new Trend(
        totals,
        lines.entrySet().stream()
            .map(line ->
                new Trend.Line(
                    line.getKey(),
                    line.getKey(),
                    line.getValue().values().stream().mapToLong(Long::longValue).sum(),
                    line.getValue()))
            .toList(),
        true);
  }

  @Override
  public Holdings each(Question question, Taker taker) throws IOException {
    if (broken) {
      throw new IOException("the disk says <no>");
    }
    List<Report> found =
        reports.stream()
            .filter(report -> matches(report, question, null, true))
            .sorted(order(question.sort()))
            .toList();
    for (Report report : found) {
      taker.take(bare(report));
    }
    for (int left = breaksAfter; left > 0; left--) {
      taker.take(bare(found.getFirst()));
    }
    if (breaksAfter > 0) {
      throw new IOException("the disk says no in the middle");
    }
    return holdings();
  }

  private static Comparator<Report> order(Question.Sort sort) {
    if (sort == Question.Sort.ADDED) {
      return Comparator.comparing(Report::added).reversed().thenComparing(Report::id);
    }
    Comparator<Report> newest =
        Comparator.comparing(
            (Report report) -> report.published() == null ? "" : report.published().iso(),
            Comparator.reverseOrder());
    return sort == Question.Sort.OLDEST ? newest.reversed() : newest;
  }

  private boolean matches(Report report, Question question, Dimension left, boolean span) {
    String text = (report.title() + " " + report.body().searchable()).toLowerCase(Locale.ROOT);
    boolean words = words(question.query()).stream().allMatch(text::contains);
    boolean facets =
        Arrays.stream(Dimension.values())
            .filter(dimension -> dimension != left)
            .allMatch(dimension -> chosen(report, dimension, question));
    return words && facets && (!span || dated(report, question));
  }

  private static boolean dated(Report report, Question question) {
    Published published = report.published();
    if (published == null) {
      return switch (question.undated()) {
        case ONLY, INCLUDE -> true;
        case EXCLUDE -> false;
        case DEFAULT -> question.span().isAlways();
      };
    }
    var first = question.span().firstDay();
    var last = question.span().lastDay();
    return question.undated() != Question.Undated.ONLY
        && (first == null || !published.last().isBefore(first))
        && (last == null || !published.first().isAfter(last));
  }

  private boolean chosen(Report report, Dimension dimension, Question question) {
    Selection selection = question.selection(dimension);
    Set<String> values = values(report, dimension, question.scope());
    return (selection.any().isEmpty() || selection.any().stream().anyMatch(values::contains))
        && selection.none().stream().noneMatch(values::contains);
  }

  private Set<String> values(Report report, Dimension dimension, Question.Scope scope) {
    return switch (dimension) {
      case REGION -> carried(report.regions(), vocabularies.regions(), scope);
      case THREAT -> carried(report.threats(), vocabularies.threats(), scope);
      case SERIES -> report.series() == null ? Set.of() : Set.of(report.series().id());
      case LANGUAGE -> Set.of(report.language());
      case TYPE -> Set.of(report.mediaType());
    };
  }

  private static Set<String> carried(List<Label> labels, Vocabulary tree, Question.Scope scope) {
    Set<String> ids = new HashSet<>();
    for (Label label : labels) {
      if (label.strength() == Label.Strength.ABOUT || scope == Question.Scope.MENTIONS) {
        ids.add(label.id());
        ids.addAll(tree.ancestors(label.id()));
      }
    }
    return ids;
  }

  private List<Answer.Count> counts(Question question, Dimension dimension) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    question.selection(dimension).any().forEach(id -> counts.put(id, 0L));
    for (Report report : reports) {
      if (matches(report, question, dimension, true)) {
        values(report, dimension, question.scope()).forEach(id -> counts.merge(id, 1L, Long::sum));
        if (report.series() != null) {
          names.put(report.series().id(), report.series().name());
        }
      }
    }
    return counts.entrySet().stream()
        .map(one -> {
          boolean series = dimension == Dimension.SERIES;
          String name = series ? names.getOrDefault(one.getKey(), one.getKey()) : one.getKey();
          return new Answer.Count(one.getKey(), name, one.getValue());
        })
        .toList();
  }

  private static List<String> words(Query query) {
    return Arrays.stream(query.text().toLowerCase(Locale.ROOT).split("[\\s\"]+"))
        .filter(word -> !word.isBlank())
        .toList();
  }

  private Hit hit(Report report, Question question) {
    List<Hit.Mark> marks = marks(report.id(), question.query());
    Body body = report.body();
    List<Integer> pages = new ArrayList<>();
    for (int page = 1; page <= report.pages() && !marks.isEmpty(); page++) {
      int here = page;
      pages.add((int) marks.stream().filter(mark -> body.pageAt(mark.from()) == here).count());
    }
    return new Hit(bare(report), snippets(report, marks), marks.size(), pages, 0);
  }

  private static List<Hit.Snippet> snippets(Report report, List<Hit.Mark> marks) {
    Body body = report.body();
    List<Hit.Snippet> snippets = new ArrayList<>();
    Set<Integer> shown = new HashSet<>();
    for (int i = 0; i < marks.size() && snippets.size() < 3; i++) {
      int index = body.passageAt(marks.get(i).from());
      if (shown.add(index)) {
        int start = body.start(index);
        int end = body.end(index);
        List<Hit.Mark> inside =
            marks.stream()
                .filter(mark -> mark.from() >= start && mark.to() <= end)
                .map(mark -> new Hit.Mark(mark.from() - start, mark.to() - start))
                .toList();
        String text = body.text().substring(start, end);
        int page = body.pageAt(start);
        snippets.add(new Hit.Snippet(page, i + 1, text, inside, false, true));
      }
    }
    if (snippets.isEmpty() && !report.summary().isEmpty()) {
      snippets.add(new Hit.Snippet(1, 0, report.summary(), List.of(), false, false));
    }
    return snippets;
  }

  private static Report bare(Report report) {
    return new Report(
        report.id(),
        report.location(),
        report.sha256(),
        report.sizeBytes(),
        report.mediaType(),
        report.title(),
        report.series(),
        report.published(),
        report.authors(),
        report.language(),
        report.summary(),
        report.paged(),
        report.pages(),
        List.of(),
        report.regions(),
        report.threats(),
        null,
        null,
        0,
        report.added());
  }

  @Override
  public void learn(dossier.report.Synonyms synonyms) {}

  @Override
  public long count(Question question) throws IOException {
    return search(question).total();
  }

  @Override
  public Discovery discovery() {
    return new FakeDiscovery(this, reports);
  }

  @Override
  public Lookup lookup(String id) {
    for (Report report : reports) {
      if (report.id().equals(id)) {
        return new Lookup.Held(report, List.of(report.location()));
      }
    }
    return others.getOrDefault(id, new Lookup.Unknown());
  }

  @Override
  public List<Hit.Mark> marks(String id, Query query) {
    if (!(lookup(id) instanceof Lookup.Held(Report report, List<Location> places))) {
      return List.of();
    }
    String text = report.body().searchable().toLowerCase(Locale.ROOT);
    List<Hit.Mark> marks = new ArrayList<>();
    for (String word : words(query)) {
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
        marks.add(new Hit.Mark(at, at + word.length()));
      }
    }
    marks.sort(Comparator.comparingInt(Hit.Mark::from));
    return marks;
  }

  @Override
  public List<Version> versions(String id) {
    return List.of();
  }

  @Override
  public Holdings holdings() {
    List<Integer> years =
        reports.stream()
            .filter(report -> report.published() != null)
            .map(report -> report.published().first().getYear())
            .sorted()
            .toList();
    return new Holdings(
        reports.size(),
        (int)
            reports.stream()
                .map(one -> values(one, Dimension.SERIES, Question.Scope.ABOUT))
                .distinct()
                .count(),
        (int) reports.stream().map(Report::language).distinct().count(),
        years.isEmpty() ? 0 : years.getFirst(),
        years.isEmpty() ? 0 : years.getLast(),
        1_234_567,
        reports.isEmpty() ? null : Instant.parse("2026-11-23T09:14:07Z"),
        reports.isEmpty() ? 1 : 7);
  }

  @Override
  public Ledger ledger() {
    return new Ledger() {
      @Override
      public List<LedgerEntry> all() {
        return List.copyOf(entries);
      }

      @Override
      public List<LedgerEntry> of(LedgerEntry.Outcome... outcomes) {
        List<LedgerEntry.Outcome> wanted = List.of(outcomes);
        return entries.stream().filter(entry -> wanted.contains(entry.outcome())).toList();
      }

      @Override
      public LedgerEntry at(Location location) {
        return entries.stream()
            .filter(entry -> entry.location().equals(location))
            .findFirst()
            .orElse(null);
      }

      @Override
      public List<LedgerEntry> inside(Location location) {
        return entries.stream()
            .filter(entry -> entry.location().path().startsWith(location + "!/"))
            .toList();
      }

      @Override
      public Map<LedgerEntry.Outcome, Long> counts() {
        return entries.stream()
            .collect(Collectors.groupingBy(LedgerEntry::outcome, Collectors.counting()));
      }
    };
  }

  @Override
  public Chronicle chronicle() {
    return new FakeChronicle(reports, others);
  }

  @Override
  public void write(List<Change> changes) {
    throw new UnsupportedOperationException("the portal only reads");
  }

  @Override
  public String edition() {
    return "";
  }

  @Override
  public Revision revise() {
    throw new UnsupportedOperationException("the portal only reads");
  }

  @Override
  public void commit() {
    throw new UnsupportedOperationException("the portal only reads");
  }

  @Override
  public void close() {}
}
