package dossier.web;

import java.util.Locale;

/// Which names mean this machine alone. Told from the name, never by asking the network.
final class Loopback {

  private Loopback() {}

  /// A host name or address, in lower case and without the brackets of an IPv6 address.
  static String name(String host) {
    String plain = host.toLowerCase(Locale.ROOT);
    return plain.startsWith("[") ? plain.substring(1, plain.length() - 1) : plain;
  }

  static boolean is(String host) {
    String name = name(host);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1")
        || name.matches("127(\\.\\d{1,8}){1,3}");
  }
}
