/// Benchmarks. Most start Dossier as a user does and measure it from outside.
package dossier.bench;
