/// How a reader asks: pages and JSON over HTTP.
///
/// Start at [dossier.web.Portal]. A request becomes a `Question`, its `Answer` becomes a view
/// record, and a template writes the view as HTML. Templates escape; only they write `<mark>`. No
/// page knows which engine answers.
@NullMarked
package dossier.web;

import org.jspecify.annotations.NullMarked;
