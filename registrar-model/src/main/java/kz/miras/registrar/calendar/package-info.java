/**
 * Academic years, terms, working days and deadlines.
 *
 * <p>Numbered rules:
 *
 * <ul>
 * </ul>
 */
package kz.miras.registrar.calendar;
