package dossier.index;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dossier.report.Report;
import dossier.search.LedgerEntry;
import dossier.text.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// Records as the index stores them: JSON, because a store of an older schema must stay readable
/// for the next one, and fields that are gone or new then do no harm.
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          // Records are their components; an `isX()` beside them is no component.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(new Written<>(Instant.class))
                  .addSerializer(new Written<>(LocalDate.class))
                  .addDeserializer(Instant.class, new Parsed<>(Instant.class, Instant::parse))
                  .addDeserializer(
                      LocalDate.class, new Parsed<>(LocalDate.class, LocalDate::parse)))
          .build();

  private static final TypeReference<List<Passage>> PASSAGES = new TypeReference<>() {};

  private Json() {}

  static byte[] of(Object record) {
    try {
      return MAPPER.writeValueAsBytes(record);
    } catch (IOException impossible) {
      throw new UncheckedIOException("records of the house are JSON", impossible);
    }
  }

  /// @throws IOException when these bytes are no report
  static Report report(byte[] json) throws IOException {
    return MAPPER.readValue(json, Report.class);
  }

  /// @throws IOException when these bytes are no passages
  static List<Passage> passages(byte[] json) throws IOException {
    return MAPPER.readValue(json, PASSAGES);
  }

  /// @throws IOException when these bytes are no ledger entry
  static LedgerEntry entry(byte[] json) throws IOException {
    return MAPPER.readValue(json, LedgerEntry.class);
  }

  private static final class Written<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;

    Written(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.toString());
    }
  }

  private static final class Parsed<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> parse;

    Parsed(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return parse.apply(json.getText());
    }
  }
}
