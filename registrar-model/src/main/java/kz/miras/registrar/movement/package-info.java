/**
 * Movement of the contingent by orders.
 *
 * <p>Numbered rules:
 *
 * <ul>
 * </ul>
 */
package kz.miras.registrar.movement;
