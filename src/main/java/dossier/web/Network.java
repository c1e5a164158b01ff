package dossier.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/// An address, or all addresses that begin as it does. Names are none: nobody is asked for them.
///
/// @param bits how many of them count
record Network(InetAddress address, int bits) {

  private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /// Reads `10.0.0.7`, `10.0.0.0/8`, `2001:db8::/32`.
  ///
  /// @throws IllegalArgumentException when it is no network; the message says what is
  static Network of(String text) {
    int slash = text.indexOf('/');
    String plain = slash < 0 ? text : text.substring(0, slash);
    // Java would take 10.0.1 for 10.0.0.1.
    if (plain.indexOf(':') < 0 && !FOUR.matcher(plain).matches()) {
      throw new IllegalArgumentException(no(text));
    }
    try {
      InetAddress address = InetAddress.ofLiteral(plain);
      int most = 8 * address.getAddress().length;
      int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
      if (bits >= 0 && bits <= most) {
        return new Network(address, bits);
      }
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(no(text), none);
    }
    throw new IllegalArgumentException(no(text));
  }

  private static String no(String text) {
    return "expected addresses such as 127.0.0.1 or 10.0.0.0/8, not “" + text + "”";
  }

  /// Whether an address lies in it.
  boolean holds(InetAddress other) {
    return Arrays.equals(kept(other.getAddress()), kept(address.getAddress()));
  }

  /// The first address of it, and how many bits count.
  String name() {
    try {
      byte[] bytes = kept(address.getAddress());
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException("the bytes of an address are one", wrongLength);
    }
  }

  /// Only as much of an address as counts.
  private byte[] kept(byte[] bytes) {
    byte[] kept = bytes.clone();
    for (int bit = bits; bit < 8 * kept.length; bit++) {
      kept[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return kept;
  }
}
