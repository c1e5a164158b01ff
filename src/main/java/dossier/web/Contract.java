package dossier.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// `openapi.yaml` as a tree: a mapping of it, in which references are followed.
///
/// @param root the whole document
/// @param fields of this mapping
record Contract(Map<?, ?> root, Map<?, ?> fields) {

  private static final String LOCAL = "#/";

  static Contract of(byte[] yaml) {
    Object read =
        new Load(LoadSettings.builder().setLabel("openapi.yaml").build())
            .loadFromString(new String(yaml, java.nio.charset.StandardCharsets.UTF_8));
    Map<?, ?> root = (Map<?, ?>) Objects.requireNonNull(read);
    return new Contract(root, root);
  }

  /// The text or number at a name; empty when there is none.
  String text(String name) {
    return Objects.toString(fields.get(name), "");
  }

  /// The mapping at a name, empty when there is none.
  Contract at(String name) {
    return mapping(fields.get(name));
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /// The mappings of this one by their names, in their order.
  Map<String, Contract> entries() {
    Map<String, Contract> entries = new LinkedHashMap<>();
    fields.forEach((name, value) -> entries.put(name.toString(), mapping(value)));
    return entries;
  }

  /// The mappings of the list at a name.
  List<Contract> list(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(this::mapping).toList()
        : List.of();
  }

  /// The texts of the list at a name.
  List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
        : List.of();
  }

  /// The schema that the mapping at a name refers to, by its name; empty when it is written there.
  String reference(String name) {
    return fields.get(name) instanceof Map<?, ?> map && map.get("$ref") instanceof String target
        ? target.substring(target.lastIndexOf('/') + 1)
        : "";
  }

  private Contract mapping(@Nullable Object value) {
    Map<?, ?> map = value instanceof Map<?, ?> found ? found : Map.of();
    if (!(map.get("$ref") instanceof String target)) {
      return new Contract(root, map);
    }
    Contract found = new Contract(root, root);
    for (String step : target.substring(LOCAL.length()).split("/", -1)) {
      found = found.at(step);
    }
    return found;
  }
}
