/**
 * What a history of achievements comes to: the figures kept beside it, a student's academic
 * standing, and the explanation of every figure.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>ACH-7 a figure that is stored equals the one that is derived from the history
 *   <li>ACH-9 every figure names the entries it is made of, their sums, the rules and the rule sets
 *       behind it
 *   <li>ACH-11 every check of the histories and of the figures beside them is kept with what it
 *       found; a difference stands until a check no longer finds it or it is put right, and who
 *       dealt with it says how; nothing of it is changed afterwards
 *   <li>ACH-12 every entry tells when and on what document it was recorded; who recorded it, and
 *       why, only whoever may know, and everybody else that the office did (domain 2.4)
 *   <li>STD-1 academic standing is told by debts and by what the promotion to the next course comes
 *       to: good, with debts, at risk while the summer may still change it, not eligible afterwards
 *       (O152 п.22, domain 2.8)
 * </ul>
 */
package kz.miras.registrar.achievement.summary;
