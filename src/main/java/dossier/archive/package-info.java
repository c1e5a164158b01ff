/// Where the originals are and what changed since last time.
///
/// Start at [dossier.archive.Archive]: it walks the corpus folder, opens originals (also those
/// inside archive files) and reads sidecars. Nothing here knows what an original *says*: that is
/// the next room, `dossier.text`.
@NullMarked
package dossier.archive;

import org.jspecify.annotations.NullMarked;
