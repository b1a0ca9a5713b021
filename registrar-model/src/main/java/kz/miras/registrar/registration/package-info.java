/**
 * Enrolment into disciplines: its rules, limits and seats.
 *
 * <p>Numbered rules:
 *
 * <ul>
 * </ul>
 */
package kz.miras.registrar.registration;
