package dossier.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request of a harvester that keeps to the rules.
///
/// @param arguments all of them, as the answer repeats them
/// @param identifier empty when none is given
/// @param place where a list begins
/// @param resumed whether it goes on with a list
record OaiRequest(
    Verb verb, Map<String, String> arguments, String identifier, OaiToken place, boolean resumed) {

  /// What can be asked for.
  enum Verb {
    IDENTIFY("Identify"),
    LIST_METADATA_FORMATS("ListMetadataFormats"),
    LIST_SETS("ListSets"),
    GET_RECORD("GetRecord"),
    LIST_IDENTIFIERS("ListIdentifiers"),
    LIST_RECORDS("ListRecords");

    final String written;

    Verb(String written) {
      this.written = written;
    }

    /// The arguments it needs.
    Set<String> required() {
      return switch (this) {
        case GET_RECORD -> Set.of("identifier", "metadataPrefix");
        case LIST_IDENTIFIERS, LIST_RECORDS -> Set.of("metadataPrefix");
        case IDENTIFY, LIST_METADATA_FORMATS, LIST_SETS -> Set.of();
      };
    }

    /// The arguments it may have.
    Set<String> optional() {
      return switch (this) {
        case LIST_IDENTIFIERS, LIST_RECORDS -> Set.of("from", "until", "set", "resumptionToken");
        case LIST_METADATA_FORMATS -> Set.of("identifier");
        case LIST_SETS -> Set.of("resumptionToken");
        case IDENTIFY, GET_RECORD -> Set.of();
      };
    }
  }

  /// Why a request is refused.
  enum Code {
    BAD_ARGUMENT("badArgument"),
    BAD_RESUMPTION_TOKEN("badResumptionToken"),
    BAD_VERB("badVerb"),
    CANNOT_DISSEMINATE_FORMAT("cannotDisseminateFormat"),
    ID_DOES_NOT_EXIST("idDoesNotExist"),
    NO_RECORDS_MATCH("noRecordsMatch");

    final String written;

    Code(String written) {
      this.written = written;
    }
  }

  /// A refusal, in the words of the protocol.
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final Code code;

    Refusal(Code code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code.written;
    }

    /// Whether the answer repeats the arguments, which it does only when they can be trusted.
    boolean echoes() {
      return code != Code.BAD_VERB && code != Code.BAD_ARGUMENT;
    }
  }

  /// What schemas take for the name of a format; of a set there may be several, with colons.
  private static final String NAME = "[A-Za-z0-9_.!~*'()-]+";

  private static final Pattern FORMAT = Pattern.compile(NAME);
  private static final Pattern SET = Pattern.compile(NAME + "(:" + NAME + ")*");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern SECOND =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  static OaiRequest read(Map<String, List<String>> sent) throws Refusal {
    Verb verb = verb(sent.getOrDefault("verb", List.of()));
    for (Map.Entry<String, List<String>> each : sent.entrySet()) {
      check(verb, each.getKey(), each.getValue());
    }
    Map<String, String> arguments = single(sent);
    String token = arguments.get("resumptionToken");
    if (token != null) {
      return resumed(verb, arguments, token);
    }
    for (String name : verb.required()) {
      if (arguments.getOrDefault(name, "").isEmpty()) {
        throw bad(verb.written + " needs the argument “" + name + "”.");
      }
    }
    OaiToken place = place(verb, arguments);
    identifier(arguments.getOrDefault("identifier", ""));
    format(arguments.get("metadataPrefix"));
    return new OaiRequest(verb, arguments, arguments.getOrDefault("identifier", ""), place, false);
  }

  /// The first value of every argument, as XML can carry it.
  static Map<String, String> single(Map<String, List<String>> sent) {
    Map<String, String> arguments = new LinkedHashMap<>();
    sent.forEach((name, values) -> arguments.put(name, Clean.line(values.getFirst())));
    return arguments;
  }

  private static Verb verb(List<String> given) throws Refusal {
    return Arrays.stream(Verb.values())
        .filter(verb -> given.equals(List.of(verb.written)))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                Code.BAD_VERB,
                "Say one verb: Identify, ListMetadataFormats, ListSets, ListIdentifiers,"
                    + " ListRecords or GetRecord."));
  }

  private static void check(Verb verb, String name, List<String> values) throws Refusal {
    boolean known =
        name.equals("verb") || verb.required().contains(name) || verb.optional().contains(name);
    if (!known) {
      throw bad(verb.written + " has no argument “" + Clean.line(name) + "”.");
    }
    if (values.size() > 1) {
      throw bad("The argument “" + name + "” is given more than once.");
    }
  }

  private static OaiRequest resumed(Verb verb, Map<String, String> arguments, String token)
      throws Refusal {
    if (arguments.size() > 2) {
      throw bad("A resumptionToken stands alone beside the verb.");
    }
    OaiToken place = OaiToken.read(token, verb);
    if (place == null) {
      throw new Refusal(
          Code.BAD_RESUMPTION_TOKEN, "This token is none of a list here: begin the list again.");
    }
    return new OaiRequest(verb, arguments, "", place, true);
  }

  private static void identifier(String identifier) throws Refusal {
    try {
      new URI(identifier);
    } catch (URISyntaxException none) {
      throw bad("An identifier is a URI.");
    }
  }

  private static void format(@Nullable String prefix) throws Refusal {
    if (prefix != null && !FORMAT.matcher(prefix).matches()) {
      throw bad("This can be no metadataPrefix.");
    }
    if (prefix != null && !prefix.equals(OaiWriter.PREFIX)) {
      throw new Refusal(
          Code.CANNOT_DISSEMINATE_FORMAT, "Records are available as " + OaiWriter.PREFIX + ".");
    }
  }

  private static OaiToken place(Verb verb, Map<String, String> arguments) throws Refusal {
    String from = arguments.getOrDefault("from", "");
    String until = arguments.getOrDefault("until", "");
    if (!from.isEmpty() && !until.isEmpty() && from.length() != until.length()) {
      throw bad("“from” and “until” are of the same granularity.");
    }
    Instant first = arguments.containsKey("from") ? moment(from, false) : null;
    Instant end = arguments.containsKey("until") ? moment(until, true) : null;
    if (first != null && end != null && !first.isBefore(end)) {
      throw bad("“from” is later than “until”.");
    }
    String set = arguments.getOrDefault("set", "");
    if (arguments.containsKey("set") && !SET.matcher(set).matches()) {
      throw bad("This can be no set.");
    }
    return new OaiToken(verb, first, end, set, null, 0);
  }

  /// A time, or the one right behind it.
  private static Instant moment(String text, boolean behind) throws Refusal {
    try {
      if (DAY.matcher(text).matches()) {
        LocalDate day = LocalDate.parse(text);
        return (behind ? day.plusDays(1) : day).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (SECOND.matcher(text).matches()) {
        Instant second = Instant.parse(text);
        return behind ? second.plusSeconds(1) : second;
      }
    } catch (DateTimeException noDay) {
      throw bad("There is no such day or time: “" + text + "”.");
    }
    throw bad("A time is written YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, not “%s”.".formatted(text));
  }

  private static Refusal bad(String message) {
    return new Refusal(Code.BAD_ARGUMENT, message);
  }
}
