/// What a text is about: a dated report of a series, on regions and threats, with the evidence.
///
/// Start at [dossier.report.Classifier]: it turns a document and its text into a
/// [dossier.report.Report], by the rules of the [dossier.report.Vocabulary] files and by what a
/// sidecar says; and labels a stored report again when the files changed. Nothing here knows how
/// reports are stored or found.
@NullMarked
package dossier.report;

import org.jspecify.annotations.NullMarked;
