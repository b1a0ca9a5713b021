/**
 * Credits recognised from elsewhere, entered on a student's card by the office.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>REC-2 non-formal results earn at most a share of the credits of the programme (O137 п.20)
 *   <li>REC-4 what is recognised rests on a document of the organisation where it was studied, and
 *       on an order (O152 п.40)
 *   <li>REC-6 a discipline that is passed is not recognised again: what is approved changes only by
 *       a correction
 *   <li>REC-7 only a positive grade is recognised, of no fewer credits than the discipline has; it
 *       is read by the scale of the document's day, and without a grade it earns credits outside
 *       GPA (GPA-4)
 *   <li>REC-9 the record of another university is read for the student it is about: one of somebody
 *       born on another day is not taken (O152 п.48)
 *   <li>REC-8 one person asks for it, another decides, and a rejection says why (domain 6)
 * </ul>
 */
package kz.miras.registrar.achievement.recognition;
