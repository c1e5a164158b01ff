/// What an original says, or why it cannot be read.
///
/// Start at [dossier.text.Extractor]: it hands files to worker processes, which read them with
/// Apache Tika within limits of time and memory, and gives back one [dossier.text.Extraction] for
/// each document. Nothing here knows what a text is *about*: that is `dossier.report`.
@NullMarked
package dossier.text;

import org.jspecify.annotations.NullMarked;
