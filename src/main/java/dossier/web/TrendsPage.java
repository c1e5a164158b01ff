package dossier.web;

import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Notice;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reports over time: `/trends` as small charts side by side with their numbers, `/trends.csv` for
/// programs. Both take the parameters of a search, and `by`, `as` and `with`.
final class TrendsPage {

  private final Engine engine;
  private final Questions questions;
  private final Pages pages;
  private final Facets facets;

  TrendsPage(Engine engine, Questions questions, Pages pages, Facets facets) {
    this.engine = engine;
    this.questions = questions;
    this.pages = pages;
    this.facets = facets;
  }

  /// The page.
  ///
  /// @param unit `year`, `month` or `day`
  /// @param note what the charts leave out; may be empty
  /// @param compare what stands in the field of the comparison
  /// @param hidden the other parameters of its form
  record View(
      String query,
      List<String> notices,
      List<Selected> selected,
      List<SearchPages.Link> splits,
      List<SearchPages.Link> ways,
      String unit,
      String note,
      List<Figure> figures,
      Table table,
      String csv,
      String compare,
      String alone,
      List<Rail.Hidden> hidden) {}

  /// One of the selections.
  ///
  /// @param letter empty when there is only one
  record Selected(String letter, String words, String total, String href) {}

  /// The charts of one value, one for each selection.
  record Figure(String label, String href, List<Panel> panels) {}

  /// A chart.
  ///
  /// @param sum of its reports
  record Panel(String letter, String sum, Chart chart) {}

  /// The numbers.
  record Table(List<String> heads, List<Line> lines) {}

  /// The numbers of a time.
  record Line(String time, List<Cell> cells) {}

  /// A number; without an address when it is nothing.
  record Cell(String text, String href, String words) {}

  /// What an address asks for.
  ///
  /// @param compare what to compare with as it was typed; empty for nothing
  private record Asked(
      List<Question> questions,
      Dimension by,
      boolean share,
      String compare,
      List<String> notices) {}

  private Asked asked(Context ctx) throws IOException {
    Map<String, List<String>> parameters = Parameters.of(ctx);
    QuestionUrl.Understood read = questions.read(ctx);
    List<Notice> notices = new ArrayList<>(read.notices());
    notices.addAll(read.question().query().notices());
    List<Question> asked = new ArrayList<>(List.of(plain(read.question())));
    String compare = parameters.getOrDefault("with", List.of("")).getFirst().strip();
    if (!compare.isEmpty()) {
      QuestionUrl.Understood other = questions.read(compared(compare));
      notices.addAll(other.notices());
      notices.addAll(other.question().query().notices());
      asked.add(plain(other.question()));
    }
    String by = parameters.getOrDefault("by", List.of("")).getFirst();
    Dimension dimension = Dimension.REGION;
    for (Dimension one : Dimension.values()) {
      dimension = one.parameter().equals(name(by)) ? one : dimension;
    }
    boolean share = parameters.getOrDefault("as", List.of()).contains("share");
    List<String> texts = notices.stream().map(Notices::said).distinct().toList();
    return new Asked(asked, dimension, share, compare, texts);
  }

  private static String name(String by) {
    return by.equals("language") ? Dimension.LANGUAGE.parameter() : by;
  }

  private static Question plain(Question question) {
    return question.with(Question.Sort.RELEVANCE).page(1, Question.DEFAULT_SIZE);
  }

  /// Another search: its address, what stands behind the question mark there, or words alone.
  private static Map<String, List<String>> compared(String typed) {
    String query = typed.substring(typed.indexOf('?') + 1);
    return query.matches("(?s)[a-z]+=.*")
        ? Parameters.of(query)
        : new LinkedHashMap<>(Map.of("q", List.of(typed)));
  }

  void page(Context ctx) throws IOException {
    Asked asked = asked(ctx);
    Trends trends = Trends.of(asked.questions, asked.by, engine, facets);
    String words = asked.questions.getFirst().query().text();
    View view =
        new View(
            words,
            asked.notices,
            selected(trends),
            splits(asked),
            ways(asked),
            Times.unit(trends.times().period()),
            note(trends),
            figures(trends, asked.share),
            table(trends, asked.share),
            address("/trends.csv", asked, asked.by, asked.share),
            asked.compare,
            asked.compare.isEmpty() ? "" : Addresses.trends(asked.questions.getFirst()),
            hidden(asked));
    String title = Words.say("trends.title") + (words.isBlank() ? "" : ": " + words);
    pages.show(ctx, "trends", new Pages.Heading(title, "search", words, true), view);
  }

  void csv(Context ctx) throws IOException {
    Asked asked = asked(ctx);
    Trends trends = Trends.of(asked.questions, asked.by, engine, facets);
    ctx.header("Cache-Control", "private, no-cache");
    ctx.header("Content-Disposition", "attachment; filename=\"trends.csv\"");
    ctx.contentType("text/csv; charset=utf-8").result(TrendsCsv.of(trends));
  }

  private List<Selected> selected(Trends trends) {
    List<Selected> selected = new ArrayList<>();
    for (Trends.Side side : trends.sides()) {
      selected.add(
          new Selected(
              letter(trends, selected.size()),
              Describing.words(side.question(), facets),
              Words.reports(side.reports()),
              Addresses.search(side.question())));
    }
    return selected;
  }

  private static String letter(Trends trends, int side) {
    return trends.sides().size() == 1 ? "" : side == 0 ? "A" : "B";
  }

  private static String address(String path, Asked asked, Dimension by, boolean share) {
    String address = path + QuestionUrl.write(asked.questions.getFirst());
    address = by == Dimension.REGION ? address : Addresses.with(address, "by", by.parameter());
    address = share ? Addresses.with(address, "as", "share") : address;
    return asked.compare.isEmpty()
        ? address
        : Addresses.with(address, "with", Addresses.encoded(asked.compare));
  }

  private static List<SearchPages.Link> splits(Asked asked) {
    List<SearchPages.Link> links = new ArrayList<>();
    for (Dimension by : Dimension.values()) {
      String href = address("/trends", asked, by, asked.share);
      links.add(new SearchPages.Link(SearchPages.kind(by), href, by == asked.by));
    }
    return links;
  }

  private static List<SearchPages.Link> ways(Asked asked) {
    return List.of(
        new SearchPages.Link(
            Words.say("trends.counts"), address("/trends", asked, asked.by, false), !asked.share),
        new SearchPages.Link(
            Words.say("trends.share"), address("/trends", asked, asked.by, true), asked.share));
  }

  private static List<Rail.Hidden> hidden(Asked asked) {
    List<Rail.Hidden> hidden = new ArrayList<>();
    String own = QuestionUrl.write(asked.questions.getFirst());
    Parameters.of(own.isEmpty() ? "" : own.substring(1))
        .forEach(
            (name, values) -> values.forEach(value -> hidden.add(new Rail.Hidden(name, value))));
    if (asked.by != Dimension.REGION) {
      hidden.add(new Rail.Hidden("by", asked.by.parameter()));
    }
    if (asked.share) {
      hidden.add(new Rail.Hidden("as", "share"));
    }
    return hidden;
  }

  private static String note(Trends trends) {
    List<String> notes = new ArrayList<>();
    long missing =
        trends.sides().stream().mapToLong(side -> side.reports() - side.sum(Trends.ALL)).sum();
    if (missing > 0) {
      notes.add(Words.say("trends.undated", "n", missing));
    }
    if (trends.values().size() > Trends.SHOWN) {
      notes.add(Words.say("trends.shown", "shown", Trends.SHOWN, "all", trends.values().size()));
    }
    if (!trends.apart()) {
      notes.add(Words.say("trends.several"));
    }
    if (trends.sides().stream().anyMatch(side -> !side.whole())) {
      notes.add(Words.say("trends.stopped"));
    }
    return String.join(" ", notes);
  }

  private static List<Figure> figures(Trends trends, boolean share) {
    if (trends.times().names().isEmpty()) {
      return List.of();
    }
    List<Trends.Value> shown = trends.shown();
    double most = TrendBars.most(trends, shown.subList(1, shown.size()), share);
    List<Figure> figures = new ArrayList<>();
    for (Trends.Value value : shown) {
      List<Panel> panels = new ArrayList<>();
      boolean all = value.equals(Trends.ALL);
      double top = all ? TrendBars.most(trends, List.of(value), share) : most;
      for (Trends.Side side : trends.sides()) {
        panels.add(
            new Panel(
                letter(trends, panels.size()),
                Words.reports(side.sum(value)),
                TrendBars.chart(trends, side, value, top, share)));
      }
      String href = trends.href(trends.sides().getFirst(), value, "");
      figures.add(new Figure(name(value), href, panels));
    }
    return figures;
  }

  private static String name(Trends.Value value) {
    return value.equals(Trends.ALL)
        ? Words.say("trends.all")
        : value.equals(Trends.OTHERS) ? Words.say("trends.others") : value.label();
  }

  private static Table table(Trends trends, boolean share) {
    List<Trends.Value> shown = trends.shown();
    List<String> heads = new ArrayList<>();
    for (Trends.Value value : shown) {
      for (int i = 0; i < trends.sides().size(); i++) {
        heads.add((name(value) + " " + letter(trends, i)).strip());
      }
    }
    List<Line> lines = new ArrayList<>();
    for (String time : trends.times().names().reversed()) {
      List<Cell> cells = new ArrayList<>();
      for (Trends.Value value : shown) {
        trends.sides().forEach(side -> cells.add(cell(trends, side, value, time, share)));
      }
      if (cells.stream().anyMatch(cell -> !cell.href().isEmpty())) {
        lines.add(new Line(Times.words(time), cells));
      }
    }
    return new Table(heads, lines);
  }

  private static Cell cell(
      Trends trends, Trends.Side side, Trends.Value value, String time, boolean share) {
    long count = side.count(value, time);
    if (count == 0) {
      return new Cell("·", "", "");
    }
    String text = share ? TrendBars.percent(trends.share(count, time)) : Words.count(count);
    String when = Words.say("chart.bar", "time", Times.words(time), "n", count);
    String words = name(value) + ", " + when;
    return new Cell(text, trends.href(side, value, time), words);
  }
}
