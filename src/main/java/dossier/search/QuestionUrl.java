package dossier.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A question as an address. Every question written here and read again is the same question, its
/// ids in the spelling of the index: lower case, languages by BCP 47.
///
/// Parameters, in the order they are written; what has its default is not written:
///
/// | parameter | value | default |
/// |---|---|---|
/// | `q` | what was typed | empty |
/// | `reading` | `usual`, `literal`: no character has a meaning | `usual` |
/// | `plain` | a name that is searched for in this spelling alone; repeated for more | |
/// | `region`, `threat`, `series`, `lang`, `type` | an id; repeated for more; `-id` excludes | |
/// | `undated` | `only`, `include`, `exclude` | see [Question.Undated] |
/// | `scope` | `about`, `mentions` | `about` |
/// | `from`, `to` | `yyyy`, `yyyy-MM` or `yyyy-MM-dd` | |
/// | `sort` | `relevance`, `newest`, `oldest`, `added` | `relevance` |
/// | `versions` | `grouped`, `all` | `grouped` |
/// | `page` | 1 and more | 1 |
/// | `size` | 1 to 100 | 10 |
public final class QuestionUrl {

  /// A question, and what of its address was not taken as it stood.
  ///
  /// @param question the question
  /// @param notices remarks on parameters, of the kinds `parameter` and `range`; those on the words
  ///   are the [Query]'s
  public record Understood(Question question, List<Notice> notices) {
    public Understood {
      notices = List.copyOf(notices);
    }
  }

  private QuestionUrl() {}

  /// Reads a question from decoded parameters. Never fails: what cannot be understood has its
  /// default and a notice, what is out of range is brought into it with a notice, unknown names are
  /// ignored, and of a parameter that cannot be repeated the first value counts.
  public static Understood parse(Map<String, List<String>> parameters) {
    return parse(parameters, LocalDate.now(ZoneOffset.UTC));
  }

  /// The same on another day, from which relative dates count.
  public static Understood parse(Map<String, List<String>> parameters, LocalDate today) {
    ParameterReader reader = new ParameterReader(parameters);
    Question question =
        new Question(
            query(reader, today).plain(reader.plain()),
            reader.selections(),
            reader.span(),
            reader.choice("undated", Question.Undated.DEFAULT),
            reader.choice("scope", Question.Scope.ABOUT),
            reader.choice("sort", Question.Sort.RELEVANCE),
            reader.choice("versions", Question.Versions.GROUPED),
            reader.number("page", 1, Question.MAX_PAGE),
            reader.number("size", Question.DEFAULT_SIZE, Question.MAX_SIZE));
    return new Understood(question, reader.notices());
  }

  private static Query query(ParameterReader reader, LocalDate today) {
    String typed = reader.first("q");
    return switch (reader.choice("reading", Query.Reading.USUAL)) {
      case USUAL -> Query.of(typed, today);
      case LITERAL -> Query.literal(typed);
    };
  }

  /// The shortest query string of a question, with its question mark; empty for the question that
  /// asks for everything. To be put behind a path. Percent-encoded UTF-8, `+` for a space.
  public static String write(Question question) {
    return written(question, null).parameters.toString();
  }

  /// The addresses of a question with one value chosen in a facet in place of what is chosen there:
  /// they differ in that value alone, and a page has hundreds of them.
  public static Gap gap(Question question, Dimension dimension) {
    Writer writer = written(question.with(dimension, Selection.NOTHING), dimension);
    String address = writer.parameters.toString();
    return new Gap(address.substring(0, writer.gap), address.substring(writer.gap));
  }

  /// An address without the value of one of its parameters.
  ///
  /// @param before what stands before that value
  /// @param after what stands behind it
  public record Gap(String before, String after) {

    /// The address with an id chosen; excluded with a hyphen before it.
    public String with(String value) {
      return before + Writer.safe(value) + after;
    }
  }

  /// @param gap the facet whose value is left out; null for none
  private static Writer written(Question question, @Nullable Dimension gap) {
    Writer writer = new Writer();
    writer.put("q", question.query().text());
    writer.put("reading", question.query().reading(), Query.Reading.USUAL);
    question.query().plain().forEach(name -> writer.put("plain", name));
    for (Dimension dimension : Dimension.values()) {
      Selection selection = question.selection(dimension);
      selection.any().forEach(id -> writer.put(dimension.parameter(), id));
      selection.none().forEach(id -> writer.put(dimension.parameter(), "-" + id));
      if (dimension == gap) {
        writer.leave(dimension.parameter());
      }
    }
    writer.put("undated", question.undated(), Question.Undated.DEFAULT);
    writer.put("scope", question.scope(), Question.Scope.ABOUT);
    writer.put("from", question.span().from());
    writer.put("to", question.span().to());
    writer.put("sort", question.sort(), Question.Sort.RELEVANCE);
    writer.put("versions", question.versions(), Question.Versions.GROUPED);
    writer.put("page", question.page(), 1);
    writer.put("size", question.size(), Question.DEFAULT_SIZE);
    return writer;
  }

  /// Collects parameters, leaving out defaults.
  private static final class Writer {

    private final StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");

    /// Where the value that was left out would stand.
    private int gap;

    void put(String name, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        parameters.add(name + "=" + safe(value));
      }
    }

    void leave(String name) {
      gap = parameters.add(name + "=").length();
    }

    private static String safe(String value) {
      return isPlain(value) ? value : encoded(value);
    }

    private static String encoded(String value) {
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
      // Allowed in a query string as they are, and easier to read.
      return encoded.replace("%3A", ":").replace("%2F", "/").replace("%2C", ",");
    }

    /// Whether encoding changes nothing: so it is with nearly all the values on a page, and a page
    /// of results has a thousand addresses.
    private static boolean isPlain(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !(c >= '0' && c <= '9') && ".-_*:/,".indexOf(c) < 0) {
          return false;
        }
      }
      return true;
    }

    <E extends Enum<E>> void put(String name, E value, E usual) {
      put(name, value == usual ? null : value.name().toLowerCase(Locale.ROOT));
    }

    void put(String name, int value, int usual) {
      put(name, value == usual ? null : Integer.toString(value));
    }
  }
}
