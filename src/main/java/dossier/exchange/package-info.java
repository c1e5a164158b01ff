/// The formats other tools read: a report or a stream of reports in, bytes out; no HTTP, no engine
/// library.
///
/// A [dossier.exchange.Site] says where the reports are read and what their labels are called.
/// [dossier.exchange.Format] opens an [dossier.exchange.Exporter], which writes report after report
/// in constant memory. A [dossier.exchange.Feed] is Atom or JSON Feed. [dossier.exchange.Citations]
/// prints a report in the styles of the field, and [dossier.exchange.Description] is what the head
/// of a page tells programs of it. A [dossier.exchange.Repository] answers harvesters, a
/// [dossier.exchange.Sitemap] crawlers, a [dossier.exchange.SearchPlugin] browsers. What is written
/// of a report starts from one `Reference`: a report as bibliographies see it, its text made
/// harmless.
@NullMarked
package dossier.exchange;

import org.jspecify.annotations.NullMarked;
