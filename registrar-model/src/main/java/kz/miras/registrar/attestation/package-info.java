/**
 * Ratings, exams, sheets and the final grade.
 *
 * <p>Numbered rules:
 *
 * <ul>
 * </ul>
 */
package kz.miras.registrar.attestation;
