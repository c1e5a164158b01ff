/// The roof: settings in, rooms built in order, closed in reverse.
///
/// Start at [dossier.Main]. Data flows one way: archive → text → report → index → search → web;
/// `ingest` carries it from the first to the engine. `docs/architecture.md` is the plan of the
/// house, and `HouseTest` holds it.
@NullMarked
package dossier;

import org.jspecify.annotations.NullMarked;
