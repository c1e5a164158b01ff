package dossier.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who wrote a report, as the lines of its masthead say.
///
/// @param authors persons or units; empty when no line says so
/// @param lines the lines that said it
record Bylines(List<String> authors, Set<String> lines) {

  private static final Pattern BY =
      Pattern.compile(
          "(?iu)^(?:.{0,40}\\bprepared by|written by|by|authors?\\s*:|analysts?\\s*:|автор(?:ы)?\\s*:|подготовил[аи]?\\s*:?|"
              + "par|auteure?s?\\s*:|rédigé par|إعداد\\s*:?|بقلم\\s*:?|الكاتب\\s*:|نویسنده(?:گان)?\\s*:|نوشتهٔ|به قلم|por|autor(?:es|a|as)?\\s*:|"
              + "von|verfasst von|авторы?\\s*:|автор\\s*:|muallif(?:lar)?\\s*:|yazar(?:lar)?\\s*:)\\s+(.+)$");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:unit|team|desk|cell|group|centre|center|institute|programme|program|observatory|"
              + "laboratory|foundation|council|department|division|agency|office|staff|think tank|"
              + "группа|центр|институт|лаборатория|отдел|редакция|фонд|"
              + "institut|centre|observatoire|groupe|cellule|équipe|rédaction|unidad|centro|instituto|observatorio|"
              + "institut|zentrum|referat|тобы|орталығы|институты|зертханасы|boʻlimi|markazi|instituti|guruhi|"
              + "مركز|وحدة|معهد|فريق|مرصد|مجموعة|مؤسسة|مرکز|پژوهشکده|پژوهشگاه|مؤسسه|موسسه|گروه|اندیشکده|واحد)(?!\\p{L})");
  private static final Pattern PAPER =
      Pattern.compile(
          "(?iu)report|assessment|essay|special|issue|security|analysis|brief|note|review|map|edition|update|outlook|bulletin|"
              + "издание|доклад|отчёт|записка|обзор|rapport|analyse|تقرير|ورقة|مذكرة|دراسة|نشرة|یادداشت|گزارش|سند|есеп|hisobot|informe");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*(?:[,،;؛&|/·•]|\\.\\s|\\s(?:and|et|и|und|y|and|va|және|و)\\s)\\s*",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ARTICLE = Pattern.compile("^the\\s+");
  private static final Pattern FIRST_PART = Pattern.compile("[^,،|]+");
  private static final Pattern ARABIC_AND =
      Pattern.compile("\\sو(?=\\p{IsArabic}{3,}\\s+\\p{IsArabic})");
  private static final Pattern PERSON =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s(?:de|del|da|di|van|von|der|bin|ibn|al|el|la|le|\\p{Lu}[\\p{L}\\p{M}.'’-]*)){1,4}");
  private static final Pattern UNCASED =
      Pattern.compile(
          "[\\p{IsArabic}\\p{M}\\u200c-]{2,}(?:\\s[\\p{IsArabic}\\p{M}\\u200c-]{2,}){1,4}");

  /// Reads the lines of a masthead.
  ///
  /// @param sure whether something else shows that they are one: without it only lines that say
  ///   "by" or name a unit count
  static Bylines of(List<String> lines, boolean sure) {
    for (String line : lines) {
      Matcher by = BY.matcher(line);
      if (by.matches()) {
        return new Bylines(split(by.group(1)), Set.of(line));
      }
    }
    boolean head = sure || lines.stream().anyMatch(line -> !unit(line).isEmpty());
    List<String> persons = new ArrayList<>();
    List<String> units = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    for (String line : lines) {
      String unit = unit(line);
      List<String> named = head ? parts(line) : List.of();
      if (!named.isEmpty() || !unit.isEmpty()) {
        used.add(line);
        persons.addAll(named);
        units.addAll(unit.isEmpty() ? List.of() : List.of(unit));
      }
    }
    List<String> authors = persons.isEmpty() ? units.stream().limit(1).toList() : persons;
    return new Bylines(authors.stream().distinct().toList(), used);
  }

  /// The persons and units in `Ada Lind, Bo Ek and the Harbour Unit`; one whole where a part is
  /// neither, and where a unit comes first, as in `Institute for Land and Water`.
  static List<String> split(String names) {
    String spaced = ARABIC_AND.matcher(names).replaceAll(", ");
    List<String> parts =
        BETWEEN
            .splitAsStream(spaced)
            .map(part -> ARTICLE.matcher(part.strip()).replaceFirst(""))
            .toList();
    if (parts.isEmpty()) {
      return List.of(names.strip());
    }
    boolean unitFirst = UNIT.matcher(parts.getFirst()).find();
    boolean all =
        !unitFirst && parts.stream().allMatch(part -> isPerson(part) || UNIT.matcher(part).find());
    return all ? parts : List.of(names.strip());
  }

  /// Whether this looks like the name of a person.
  static boolean isPerson(String text) {
    return (PERSON.matcher(text).matches() || UNCASED.matcher(text).matches())
        && !UNIT.matcher(text).find()
        && !PAPER.matcher(text).find();
  }

  private static List<String> parts(String line) {
    String spaced = ARABIC_AND.matcher(line).replaceAll(", ");
    if (UNIT.matcher(firstPart(spaced)).find()) {
      return List.of();
    }
    return BETWEEN.splitAsStream(spaced).map(String::strip).filter(Bylines::isPerson).toList();
  }

  private static String unit(String line) {
    String first = firstPart(line);
    boolean named = first.length() <= 100 && UNIT.matcher(first).find();
    return named && !first.endsWith(".") ? first : "";
  }

  private static String firstPart(String line) {
    Matcher first = FIRST_PART.matcher(line);
    return first.lookingAt() ? first.group().strip() : line;
  }
}
