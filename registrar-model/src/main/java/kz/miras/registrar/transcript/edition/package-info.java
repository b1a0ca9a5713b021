/**
 * Editions: what the university keeps of its own for its documents – templates, the catalogue of
 * certificates, its own details – written by one person, put in force by another from a day on, and
 * never changed afterwards.
 */
package kz.miras.registrar.transcript.edition;
