package dossier.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parameters of an address, read so that none is lost: people type addresses by hand, and a
/// decoder that keeps to the rules throws away a whole value for one percent sign.
final class Parameters {

  private Parameters() {}

  /// All values by name, in the order they stand. A plus is a space, a percent sign without two
  /// digits behind it is a percent sign, and bytes that are no UTF-8 become U+FFFD.
  static Map<String, List<String>> of(Context ctx) {
    String query = ctx.queryString();
    return of(query == null ? "" : query);
  }

  /// The same of text that is written as an address is, such as a form that was sent.
  static Map<String, List<String>> of(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      parameters.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
    }
    return parameters;
  }

  private static String decoded(String encoded) {
    byte[] typed = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(typed.length);
    for (int i = 0; i < typed.length; i++) {
      if (typed[i] == '%' && digit(typed, i + 1) >= 0 && digit(typed, i + 2) >= 0) {
        bytes.write(16 * digit(typed, i + 1) + digit(typed, i + 2));
        i += 2;
      } else {
        bytes.write(typed[i] == '+' ? ' ' : typed[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// The value of a hexadecimal digit; -1 when there is none at this place.
  private static int digit(byte[] typed, int at) {
    return at < typed.length && typed[at] >= 0 ? Character.digit((char) typed[at], 16) : -1;
  }
}
