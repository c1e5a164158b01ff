package dossier.web;

import dossier.report.Label;
import dossier.report.Report;
import dossier.search.Dimension;
import dossier.search.Engine.Chronicle;
import dossier.search.Engine.Lookup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What became of a handful of reports: they changed when they were added, others are dropped. */
record FakeChronicle(List<Report> reports, Map<String, Lookup> others) implements Chronicle {

  static final Instant DROPPED = Instant.parse("2026-11-22T10:00:00Z");

  @Override
  public Part entries(Stretch stretch, int most) {
    List<Entry> all =
        Stream.concat(
                reports.stream().filter(one -> one.unread() == null).map(FakeChronicle::held),
                others.keySet().stream()
                    .map(id -> new Entry(new Mark(DROPPED, id), Map.of(), null)))
            .sorted(
                Comparator.comparing((Entry one) -> one.mark().changed())
                    .thenComparing(one -> one.mark().id()))
            .filter(one -> !one.mark().changed().isBefore(stretch.from()))
            .filter(one -> one.mark().changed().isBefore(stretch.until()))
            .filter(one -> carries(one, stretch))
            .toList();
    List<Entry> page =
        all.stream()
            .filter(one -> stretch.behind() == null || isBehind(one.mark(), stretch.behind()))
            .limit(most)
            .toList();
    return new Part(page, all.size());
  }

  private static boolean carries(Entry one, Stretch stretch) {
    if (stretch.facet() == null) {
      return true;
    }
    List<String> values = one.labels().getOrDefault(stretch.facet(), List.of());
    return stretch.value().isEmpty() ? !values.isEmpty() : values.contains(stretch.value());
  }

  private static boolean isBehind(Mark one, Mark other) {
    int order = one.changed().compareTo(other.changed());
    return order > 0 || (order == 0 && one.id().compareTo(other.id()) > 0);
  }

  private static Entry held(Report report) {
    List<String> series = report.series() == null ? List.of() : List.of(report.series().id());
    return new Entry(
        new Mark(report.added(), report.id()),
        Map.of(
            Dimension.REGION,
            about(report.regions()),
            Dimension.THREAT,
            about(report.threats()),
            Dimension.SERIES,
            series),
        report.with(List.of()));
  }

  private static List<String> about(List<Label> labels) {
    return labels.stream()
        .filter(label -> label.strength() == Label.Strength.ABOUT)
        .map(Label::id)
        .toList();
  }

  @Override
  public List<Mark> ends(int every) {
    Stretch all = new Stretch(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"), null, "", null);
    return List.of(entries(all, 1_000).entries().getLast().mark());
  }

  @Override
  public Entry entry(String id) {
    Stretch all = new Stretch(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"), null, "", null);
    return entries(all, 1_000).entries().stream()
        .filter(one -> one.mark().id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
