package dossier.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// Ids and times as STIX writes them.
///
/// @param site whose addresses the ids are made of
record StixIds(Site site) {

  /// The name space of addresses, by RFC 9562.
  private static final UUID ADDRESSES = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /// The id of what is at an address: always the same, by UUID version 5.
  ///
  /// @param path as the portal writes it
  String of(String type, String path) {
    return type + "--" + named(site.at(path));
  }

  static String time(Instant when) {
    return TIME.format(when);
  }

  private static UUID named(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(ADDRESSES.getMostSignificantBits())
              .putLong(ADDRESSES.getLeastSignificantBits())
              .flip());
      ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
      long most = hash.getLong();
      long least = hash.getLong();
      return new UUID(
          (most & ~0xF000L) | 0x5000L, (least & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
