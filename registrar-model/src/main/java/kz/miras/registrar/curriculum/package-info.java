/**
 * Programmes, disciplines, plans, the grade scale and the dated parameters.
 *
 * <p>Numbered rules:
 *
 * <ul>
 * </ul>
 */
package kz.miras.registrar.curriculum;
