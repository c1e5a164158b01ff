/// How a reader asks: pages and JSON over HTTP.
///
/// Start at [dossier.web.Portal]. A request becomes a `Question`, its `Answer` becomes a view
/// record, and a template writes the view as HTML. Templates escape; only they write `<mark>`. No
/// page knows which engine answers.
///
/// One class for each family of pages: `HomePage`, `SearchPages`, `ReadingPages`, `TopicPages`,
/// `BrowsePages`, `StatusPage`, and `OriginalFiles` for downloads. `Guard` stands before all of
/// them, `Failures` behind. Looks and words of the pages are in `web/templates` and `web/assets`.
@NullMarked
package dossier.web;

import org.jspecify.annotations.NullMarked;
