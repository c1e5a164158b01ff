package dossier.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who asks. What a request says of where it comes from counts only as far as proxies that are
/// trusted have written it: anybody can write the header.
final class Clients {

  /// A household or an office has this much of an IPv6 address.
  private static final int HOME = 64;

  /// More addresses than this nobody's request has passed.
  private static final int MOST = 32;

  private final List<Network> proxies;

  /// @param proxies as [Network] reads them
  Clients(List<String> proxies) {
    this.proxies = proxies.stream().map(Network::of).toList();
  }

  /// A name for the client; empty when it is this machine itself.
  String of(Context ctx) {
    InetAddress client = literal(ctx.req().getRemoteAddr());
    List<String> passed = passed(ctx);
    for (int i = passed.size() - 1; client != null && i >= 0 && trusted(client); i--) {
      InetAddress before = literal(passed.get(i));
      if (before == null) {
        break;
      }
      client = before;
    }
    if (client == null) {
      return "unknown";
    }
    return client.isLoopbackAddress() ? "" : name(client);
  }

  private boolean trusted(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.holds(address));
  }

  /// What the proxies say, the nearest last.
  private static List<String> passed(Context ctx) {
    List<String> passed = new ArrayList<>();
    ctx.req()
        .getHeaders("X-Forwarded-For")
        .asIterator()
        .forEachRemaining(line -> passed.addAll(Arrays.asList(line.split(","))));
    return passed.size() <= MOST ? passed : passed.subList(passed.size() - MOST, passed.size());
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text.strip());
    } catch (IllegalArgumentException none) {
      return null; // A proxy may say "unknown".
    }
  }

  private static String name(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return address.getHostAddress();
    }
    return new Network(address, HOME).name();
  }
}
