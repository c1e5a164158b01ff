package dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.ingest.Relabelling.State;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RelabellingLineTest {

  private final StringWriter said = new StringWriter();
  private final AtomicReference<State> state = new AtomicReference<>(State.NONE);

  @Test
  void eachRunOfAPortalIsFollowedToItsEndAndTold() {
    try (RelabellingLine line = new RelabellingLine(state::get, new PrintWriter(said))) {
      assertFalse(line.follow());
      assertEquals("", said.toString(), "nothing was done");
      for (int run = 1; run <= 2; run++) {
        state.set(new State(true, 1, 3, ""));
        assertTrue(line.follow());
        state.set(new State(false, 3, 3, ""));
        assertFalse(line.follow());
        assertFalse(line.follow());
        assertEquals(run, said.toString().lines().count(), said.toString());
      }
      assertTrue(
          said.toString().lines().allMatch(each -> each.startsWith("Labelled 3 reports again in ")),
          said.toString());
    }
  }

  @Test
  void aRunThatBrokeOffIsNotToldAsDone() {
    try (RelabellingLine line = new RelabellingLine(state::get, new PrintWriter(said))) {
      state.set(new State(true, 1, 3, ""));
      line.follow();
      state.set(new State(false, 2, 3, ""));
      line.follow();
      assertEquals("", said.toString());
    }
  }
}
