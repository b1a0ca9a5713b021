/**
 * Movement of the contingent and its balance.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>MOV-13 opening plus who came minus who left is closing; leave moves nobody in or out
 *       (domain 3.12)
 * </ul>
 */
package kz.miras.registrar.movement;
