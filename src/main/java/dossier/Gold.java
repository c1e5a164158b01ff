package dossier;

import dossier.archive.Nearest;
import dossier.report.Concept;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// What is expected of documents, read from a CSV file (RFC 4180, UTF-8) whose first line names the
/// columns: `file`, and at least one of `regions`, `mentions`, `threats`, `published`, `language`.
///
/// @param columns what is known of the documents
/// @param documents what is expected of each, by its path below the folder (`!/` before the entry
///   of an archive file), in the order of the file
/// @param remarks what the file holds that is not used, one sentence each
record Gold(Set<Column> columns, Map<String, Expected> documents, List<String> remarks) {

  /// What may be known of a document.
  enum Column {
    /// Regions it is about.
    REGIONS,
    /// Further regions it mentions.
    MENTIONS,
    THREATS,
    PUBLISHED,
    LANGUAGE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is expected of one document; empty where nothing is.
  ///
  /// @param line its line in the file
  /// @param regions ids of the regions it is about
  /// @param mentions ids of regions it mentions beside those
  /// @param threats ids of threat types
  /// @param published `yyyy`, `yyyy-MM` or `yyyy-MM-dd`; empty when it bears no date
  /// @param language BCP 47 tag; empty when it is not known
  record Expected(
      long line,
      Set<String> regions,
      Set<String> mentions,
      Set<String> threats,
      String published,
      String language) {}

  private static final String FILE = "file";
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final Pattern BETWEEN = Pattern.compile("\\s*;\\s*");
  private static final int MOST_PROBLEMS = 20;

  private static final class Sheet {
    private final String name;
    private final Vocabularies vocabularies;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<String, Expected> documents = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int file = -1;

    Sheet(String name, Vocabularies vocabularies) {
      this.name = name;
      this.vocabularies = vocabularies;
    }

    void head(CSVRecord record) {
      List<String> known =
          Stream.concat(Stream.of(FILE), Stream.of(Column.values()).map(Column::word)).toList();
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < record.size(); i++) {
        String word = record.get(i).replace("\ufeff", "").strip().toLowerCase(Locale.ROOT);
        if (!seen.add(word)) {
          problem(1, "the column “" + word + "” stands twice");
        } else if (word.equals(FILE)) {
          file = i;
        } else if (known.contains(word)) {
          columns.put(Column.valueOf(word.toUpperCase(Locale.ROOT)), i);
        } else if (Nearest.to(word, known).isEmpty()) {
          remarks.add(name + ": the column “" + word + "” is not used");
        } else {
          problem(1, "there is no column “" + word + "”" + Nearest.to(word, known));
        }
      }
      if (file < 0) {
        problem(1, "there is no column `file`; the first line should name the columns");
      }
      if (columns.isEmpty()) {
        problem(1, "at least one of these columns is needed: " + known.subList(1, known.size()));
      }
    }

    void row(CSVRecord record, long line) {
      String path = file < record.size() ? record.get(file).strip() : "";
      if (path.isEmpty()) {
        problem(line, "no `file`");
        return;
      }
      Expected expected =
          new Expected(
              line,
              ids(record, line, Column.REGIONS, vocabularies.regions()),
              ids(record, line, Column.MENTIONS, vocabularies.regions()),
              ids(record, line, Column.THREATS, vocabularies.threats()),
              date(record, line),
              cell(record, Column.LANGUAGE));
      if (documents.put(path, expected) != null) {
        problem(line, "“" + path + "” stands twice");
      }
    }

    private String cell(CSVRecord record, Column column) {
      int index = columns.getOrDefault(column, Integer.MAX_VALUE);
      return index < record.size() ? record.get(index).strip() : "";
    }

    private String date(CSVRecord record, long line) {
      String date = cell(record, Column.PUBLISHED);
      if (!date.isEmpty() && !DATE.matcher(date).matches()) {
        problem(line, "published: “" + date + "” should be yyyy, yyyy-MM or yyyy-MM-dd");
      }
      return date;
    }

    private Set<String> ids(CSVRecord record, long line, Column column, Vocabulary vocabulary) {
      Set<String> ids = new LinkedHashSet<>();
      for (String word : BETWEEN.split(cell(record, column), -1)) {
        Concept concept = vocabulary.named(word);
        if (concept != null) {
          ids.add(concept.id());
        } else if (!word.isBlank()) {
          List<String> known = vocabulary.all().stream().map(Concept::id).toList();
          String near = Nearest.to(word.toLowerCase(Locale.ROOT), known);
          problem(line, column.word() + ": there is no “" + word + "”" + near);
        }
      }
      return ids;
    }

    private void problem(long line, String sentence) {
      problems.add(name + ":" + line + ": " + sentence);
    }
  }

  /// Reads a gold file.
  ///
  /// @throws Complaints.Complaint when it cannot be used, with line numbers and all problems at
  ///   once
  static Gold read(Path path, Vocabularies vocabularies) throws IOException, Complaints.Complaint {
    Sheet sheet = new Sheet(Objects.toString(path.getFileName()), vocabularies);
    if (!Files.isRegularFile(path)) {
      throw new Complaints.Complaint(
          "there is no file "
              + path
              + ": evaluate needs the expected labels, in gold.csv in the folder or in --gold FILE");
    }
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        CSVParser records = CSVFormat.RFC4180.parse(reader)) {
      long line = 1;
      for (CSVRecord record : records) {
        boolean blank = record.size() == 1 && record.get(0).isBlank();
        if (record.getRecordNumber() == 1) {
          sheet.head(record);
          if (!sheet.problems.isEmpty()) {
            break; // No row means anything without its columns.
          }
        } else if (!blank) {
          sheet.row(record, line);
        }
        line = records.getCurrentLineNumber() + 1;
      }
    } catch (CharacterCodingException e) {
      throw new Complaints.Complaint(path + " is not UTF-8; save it as UTF-8");
    } catch (java.io.UncheckedIOException e) {
      throw new Complaints.Complaint(path + " is not CSV: " + e.getMessage());
    }
    return sheet.problems.isEmpty() ? of(sheet, path) : complain(sheet.problems);
  }

  private static Gold of(Sheet sheet, Path path) throws Complaints.Complaint {
    if (sheet.documents.isEmpty()) {
      throw new Complaints.Complaint(path + " names no document");
    }
    Set<Column> columns = EnumSet.copyOf(sheet.columns.keySet());
    return new Gold(columns, sheet.documents, sheet.remarks);
  }

  private static Gold complain(List<String> problems) throws Complaints.Complaint {
    int more = problems.size() - MOST_PROBLEMS;
    String list = String.join("\n", problems.stream().limit(MOST_PROBLEMS).toList());
    throw new Complaints.Complaint(more > 0 ? list + "\nand " + more + " more" : list);
  }
}
