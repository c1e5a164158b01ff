package dossier.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.report.Published;
import dossier.report.Report;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/// A bundle of STIX 2.1 (<https://docs.oasis-open.org/cti/stix/v2.1/>): a `report` object for each
/// report, before it the regions it is about as `location` and who wrote it as `identity`, the
/// first time they come up.
final class StixExport implements Exporter {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// So many ids of locations and identities are remembered; what comes up again after that is
  /// written again, the same to the letter.
  private static final int REMEMBERED = 10_000;

  /// Places and names do not change: one time stands for all.
  private static final Instant ALWAYS = Instant.parse("2026-01-01T00:00:00Z");

  private final Writer out;
  private final Site site;
  private final StixIds ids;
  private final SequencedSet<String> known = new LinkedHashSet<>();
  private boolean any;

  StixExport(Writer out, Site site) throws IOException {
    this.out = out;
    this.site = site;
    this.ids = new StixIds(site);
    // A bundle is but a wrapping, another one each time.
    out.write("{\"type\":\"bundle\",\"id\":\"bundle--" + UUID.randomUUID() + "\"");
  }

  @Override
  public void write(Report report) throws IOException {
    Reference one = Reference.of(report, site);
    List<String> refs = new ArrayList<>();
    for (Reference.Subject region : one.regions()) {
      if (region.about()) {
        refs.add(once(location(region)));
      }
    }
    for (Author author : one.authors()) {
      String kind = author.isPerson() ? "individual" : "organization";
      refs.add(once(identity("/author/", author.name(), kind)));
    }
    String creator = creator(one);
    if (refs.isEmpty()) {
      refs.add(creator);
    }
    object(report(one, creator, refs.stream().distinct().toList()));
  }

  /// The body behind it, else the portal.
  private String creator(Reference one) throws IOException {
    return once(
        one.institution().isEmpty()
            ? identity("/", Clean.line(site.title()), "system")
            : identity("/author/", one.institution(), "organization"));
  }

  private Map<String, Object> report(Reference one, String creator, List<String> refs) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("type", "report");
    report.put("spec_version", "2.1");
    report.put("id", ids.of("report", "/r/" + one.id()));
    report.put("created_by_ref", creator);
    report.put("created", StixIds.time(one.added()));
    report.put("modified", StixIds.time(one.added()));
    if (!one.language().isEmpty()) {
      report.put("lang", one.language());
    }
    report.put("name", one.title());
    if (!one.summary().isEmpty()) {
      report.put("description", one.summary());
    }
    List<String> types = types(one.threats());
    if (!types.isEmpty()) {
      report.put("report_types", types);
    }
    report.put("published", published(one));
    List<String> labels = one.keywords();
    if (!labels.isEmpty()) {
      report.put("labels", labels);
    }
    report.put("object_refs", refs);
    report.put("external_references", List.of(link(one)));
    return report;
  }

  private Map<String, Object> link(Reference one) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("source_name", Clean.line(site.title()));
    link.put("url", one.url());
    link.put("external_id", one.id());
    return link;
  }

  /// The first day it may have appeared; of an undated one the day it was added, for the property
  /// is required.
  private static String published(Reference one) {
    Published date = one.published();
    return StixIds.time(
        date == null ? one.added() : date.first().atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// In the vocabulary of STIX, which knows little but what happens in networks: everything about a
  /// threat is a report on one, and of our types only ransomware has a type of its own there.
  private static List<String> types(List<Reference.Subject> threats) {
    Set<String> types = new LinkedHashSet<>();
    for (Reference.Subject threat : threats) {
      if (threat.about()) {
        types.add("threat-report");
        if (threat.id().equals("ransomware")) {
          types.add("malware");
        }
      }
    }
    return List.copyOf(types);
  }

  private Map<String, Object> location(Reference.Subject region) {
    Map<String, Object> location = common("location", "/region/" + region.id());
    location.put("name", region.label());
    if (region.code().isEmpty()) {
      // Ours are named as the vocabulary of STIX names them, which is open to others.
      location.put("region", region.id());
    } else {
      location.put("country", region.code());
    }
    return location;
  }

  private Map<String, Object> identity(String path, String name, String kind) {
    Map<String, Object> identity = common("identity", path + (path.equals("/") ? "" : name));
    identity.put("name", name);
    identity.put("identity_class", kind);
    return identity;
  }

  private Map<String, Object> common(String type, String path) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", type);
    object.put("spec_version", "2.1");
    object.put("id", ids.of(type, path));
    object.put("created", StixIds.time(ALWAYS));
    object.put("modified", StixIds.time(ALWAYS));
    return object;
  }

  /// Writes an object unless it was written, and says its id.
  private String once(Map<String, Object> object) throws IOException {
    String id = String.valueOf(object.get("id"));
    if (known.add(id)) {
      if (known.size() > REMEMBERED) {
        known.removeFirst();
      }
      object(object);
    }
    return id;
  }

  private void object(Map<String, Object> object) throws IOException {
    out.write(any ? ",\n" : ",\"objects\":[\n");
    any = true;
    out.write(JSON.writeValueAsString(object));
  }

  @Override
  public void close() throws IOException {
    // A bundle without objects has no list of them: an empty list is none of STIX.
    out.write(any ? "\n]}\n" : "}\n");
    out.flush();
  }
}
