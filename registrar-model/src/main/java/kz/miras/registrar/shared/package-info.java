/**
 * What every capability speaks with: trilingual text, verdicts, the closed family of exceptions,
 * the person identifiers and time.
 *
 * <p>Depends on nothing but the Java library and the persistence annotations.
 */
package kz.miras.registrar.shared;
