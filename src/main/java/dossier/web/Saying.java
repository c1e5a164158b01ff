package dossier.web;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What templates say things with, in the language of the page:
///
/// - `say("count.reports", n=12)`: a sentence with values in it, all of it escaped as any text is.
/// - `el("a", text, href=address)`: an element of HTML, of one or more parts; a hyphen in a name is
///   written `_` here. As a value of `say` it stands in the sentence where its translator wants it;
///   everything around it is escaped.
final class Saying extends AbstractExtension {

  /// Stand for elements while a sentence is put together: characters of nobody's alphabet.
  private static final char FIRST_SLOT = '\uE000';

  private static final String SLOTS = "[\uE000-\uE0FF]";

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of("say", new Say(), "el", new Element());
  }

  /// Functions whose arguments have any names: Pebble hands over those without one by number.
  private abstract static class Open implements Function {

    @Override
    public @Nullable List<String> getArgumentNames() {
      return null;
    }

    @Override
    public Object execute(
        Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
      return of(args);
    }

    abstract Object of(Map<String, Object> args);
  }

  private static final class Say extends Open {

    @Override
    Object of(Map<String, Object> args) {
      String key = String.valueOf(args.get("0"));
      Map<String, Object> values = new TreeMap<>(args);
      values.remove("0");
      if (values.values().stream().noneMatch(SafeString.class::isInstance)) {
        return Tongue.here().say(key, values);
      }
      Map<Character, String> slots = new TreeMap<>();
      values.replaceAll((name, value) -> {
        if (!(value instanceof SafeString)) {
          return value instanceof String text ? text.replaceAll(SLOTS, "") : value;
        }
        char slot = (char) (FIRST_SLOT + slots.size());
        slots.put(slot, value.toString());
        return String.valueOf(slot);
      });
      String said = escaped(Tongue.here().say(key, values));
      for (Map.Entry<Character, String> slot : slots.entrySet()) {
        said = said.replace(slot.getKey().toString(), slot.getValue());
      }
      return new SafeString(said);
    }
  }

  private static final class Element extends Open {

    @Override
    Object of(Map<String, Object> args) {
      String tag = String.valueOf(args.get("0"));
      StringJoiner content = new StringJoiner(" ");
      for (int i = 1; args.containsKey(Integer.toString(i)); i++) {
        Object part = args.getOrDefault(Integer.toString(i), "");
        content.add(part instanceof SafeString ? part.toString() : escaped(part));
      }
      StringBuilder html = new StringBuilder("<").append(tag);
      new TreeMap<>(args)
          .forEach((name, value) -> {
            if (!Character.isDigit(name.charAt(0)) && !String.valueOf(value).isEmpty()) {
              html.append(' ')
                  .append(name.replace('_', '-'))
                  .append("=\"")
                  .append(escaped(value))
                  .append('"');
            }
          });
      html.append('>').append(content);
      return new SafeString(html.append("</").append(tag).append('>').toString());
    }
  }

  private static String escaped(Object text) {
    return String.valueOf(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
