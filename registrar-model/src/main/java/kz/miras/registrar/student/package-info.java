/**
 * Persons as students: their record and status.
 *
 * <p>Numbered rules:
 *
 * <ul>
 * </ul>
 */
package kz.miras.registrar.student;
