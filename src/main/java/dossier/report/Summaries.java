package dossier.report;

import dossier.text.Passage;
import dossier.text.Passage.Kind;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the paragraph that says what a report says: below a heading that announces it, else the
/// first sentences of the text.
///
/// @param text at most [#LONGEST] characters; empty when the text has no sentences
/// @param from the passages it was taken from
record Summaries(String text, Set<Integer> from) {

  private static final int LONGEST = 400;
  private static final int ENOUGH = 160;
  private static final int SENTENCES = 3;
  private static final int SENTENCE_WORDS = 6;

  private static final Set<String> HEADINGS =
      Stream.of(
              """
              summary|abstract|executive summary|key judgements|key judgments|key findings|key points|key takeaways
              at a glance|in brief|bottom line|bottom line up front|highlights|main findings|overview
              резюме|аннотация|краткое содержание|краткие выводы|ключевые выводы|основные выводы|главное|коротко
              résumé|résumé exécutif|synthèse|points clés|en bref|l'essentiel|note de synthèse|sommaire exécutif
              ملخص|الملخص|ملخص تنفيذي|الملخص التنفيذي|أهم النتائج|خلاصة تنفيذية|خلاصه|چکیده|خلاصه مدیریتی|خلاصه اجرایی
              resumen|resumen ejecutivo|puntos clave|conclusiones principales|zusammenfassung|kurzfassung|kernaussagen
              түйін|түйіндеме|қысқаша мазмұны|qisqacha mazmuni|annotatsiya|asosiy xulosalar|özet|yönetici özeti
              """)
          .flatMap(String::lines)
          .flatMap(line -> Stream.of(line.split("\\|", -1)))
          .map(Words::folded)
          .collect(Collectors.toUnmodifiableSet());

  private static final String SENTENCE_ENDS = ".!?؟۔:…»\"”)";

  /// Words by which a passage speaks of the paper rather than of its matter.
  private static final List<String> NOTICES =
      Stream.of(
              """
              sample report|a sample written|are fictional|disclaimer|views expressed|for official use only
              not for distribution|not for release|all rights reserved|not necessarily reflect|not necessarily represent
              вымышлен|учебный образец|образец отчета|для служебного пользования|не отражает|мнение автор
              rapport d exemple|rapport fictif|sont fictifs|sont fictives|n engagent que|titre d exemple
              متخيل|خياليه|نص نموذجي|تقرير نموذجي|لا تعبر عن|ساختگي|گزارش نمونه|متن نمونه
              ойдан алынған|ойдан шығарылған|toʻqib chiqarilgan|namuna sifatida|ficticios|fiktiv
              """)
          .flatMap(String::lines)
          .flatMap(line -> Stream.of(line.split("\\|", -1)))
          .map(Words::folded)
          .toList();

  /// Whether a line is a heading that announces a summary.
  static boolean isHeading(String text) {
    return text.length() <= 60 && HEADINGS.contains(Words.folded(text).replaceAll("^\\d+ ", ""));
  }

  /// The summary of these passages.
  ///
  /// @param skipped indexes of the masthead and the title
  static Summaries of(List<Passage> passages, Set<Integer> skipped) {
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i).kind() != Kind.FURNITURE && isHeading(passages.get(i).text())) {
        Summaries below = collect(passages, i + 1, skipped, true);
        if (!below.text().isEmpty()) {
          return below;
        }
      }
    }
    return collect(passages, 0, skipped, false);
  }

  /// @param announced whether a heading says that the summary is here: it ends at the next one
  private static Summaries collect(
      List<Passage> passages, int begin, Set<Integer> skipped, boolean announced) {
    StringBuilder text = new StringBuilder();
    Set<Integer> from = new HashSet<>();
    int sentences = 0;
    for (int i = begin;
        i < passages.size() && text.length() < ENOUGH && sentences < SENTENCES;
        i++) {
      Passage passage = passages.get(i);
      boolean stop = passage.kind() == Kind.HEADING && (announced || !from.isEmpty());
      if (stop) {
        break;
      }
      if (skipped.contains(i) || !isProse(passage, announced)) {
        continue;
      }
      for (String sentence : sentences(passage.text())) {
        if (sentences >= SENTENCES || text.length() + sentence.length() >= LONGEST) {
          break;
        }
        text.append(text.isEmpty() ? "" : " ").append(sentence);
        sentences++;
      }
      from.add(i);
      if (text.isEmpty()) {
        text.append(cut(passage.text()));
      }
    }
    return new Summaries(text.toString(), from);
  }

  private static boolean isProse(Passage passage, boolean announced) {
    boolean kind =
        switch (passage.kind()) {
          case PARAGRAPH -> true;
          case ITEM -> announced;
          case HEADING, ROW, FURNITURE -> false;
        };
    String text = passage.text().strip();
    String words = kind ? Words.folded(text) : "";
    return kind
        && !Furniture.isCaption(text)
        && SeriesLine.of(text) == null
        && words.split(" ", -1).length >= SENTENCE_WORDS
        && (announced || SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0)
        && !isNotice(words);
  }

  /// Whether a passage speaks of the paper rather than of its matter: a disclaimer, a marker.
  private static boolean isNotice(String words) {
    return words.length() <= LONGEST && NOTICES.stream().anyMatch(words::contains);
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String sentence = text.substring(start, end).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  /// The beginning of a sentence that is too long, cut between words.
  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST - 1);
    return text.substring(0, space > LONGEST / 2 ? space : LONGEST - 1) + "…";
  }
}
