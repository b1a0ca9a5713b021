/**
 * Marks that come by file or from another program instead of the keyboard. They are stored by the
 * same way as typed ones, cell by cell.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SHT-19 a file comes back to the sheet it was made from, with all that is protected in it as
 *       it left; what differs is told cell by cell before anything is stored (domain 3.1)
 *   <li>SHT-20 marks sent under a key are stored once; the same key answers the same, and with
 *       other marks not at all
 *   <li>SHT-21 a program fills ratings and scores of open sheets, and journals of ratings, in its
 *       own name: it sets no mark in place of a score, overwrites only what it has read, submits
 *       and closes nothing
 *   <li>SHT-22 exam scores are sent only by the program to which the office has given that right by
 *       order, and only of sheets the right reaches; every other program sends ratings
 * </ul>
 */
package kz.miras.registrar.attestation.entry;
