package dossier.web;

import dossier.ingest.Desk;
import dossier.ingest.Progress;
import dossier.ingest.Relabelling;
import dossier.search.LedgerEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A desk that notes what it is asked. */
public final class TestDesk implements Desk {

  final List<Predicate<LedgerEntry>> asked = new CopyOnWriteArrayList<>();
  final AtomicInteger visits = new AtomicInteger();
  volatile Relabelling.State labels = Relabelling.State.NONE;
  private final Supplier<Progress> state;

  public TestDesk(Supplier<Progress> state) {
    this.state = state;
  }

  @Override
  public Progress progress() {
    return state.get();
  }

  @Override
  public Relabelling.State labelling() {
    return labels;
  }

  @Override
  public void retry(Predicate<LedgerEntry> entries) {
    asked.add(entries);
  }

  @Override
  public void visited() {
    visits.incrementAndGet();
  }
}
