package dossier.samples;

/** A stretch of text in one style. */
record Run(String text, boolean bold, boolean italic) {}
