/**
 * The end of an academic year: what becomes of every student, proposed with reasons, submitted by
 * the dean, agreed by the director, carried out by an order; and who may still earn honours.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>PRO-4 a repeat year keeps the course and what has been passed, and is paid (domain 2.8)
 *   <li>PRO-6 a run is final only when the last term of the year, the summer included, is over, no
 *       sheet of the year is open and nothing enrolled is without a sheet; before it is a preview
 *   <li>PRO-7 whoever submits a run or has changed a line of it does not agree it (domain 6)
 *   <li>PRO-8 the last course is left by graduation only: with all credits, no debt and a passed
 *       final attestation (domain 2.11)
 *   <li>PRO-9 a run is stale where a history, a standing, a difference or the rules in force have
 *       moved after the reading for it began
 *   <li>PRO-10 the thresholds in force rest on the named decision of the Academic council on that
 *       very year
 *   <li>PRO-11 grounds for expulsion are shown to whoever decides and decide nothing (domain 2.14)
 *   <li>PRO-12 who decides otherwise than proposed says why, and only what the course allows
 *   <li>PRO-13 every student a run is about is in it, and decided or left out for a reason, before
 *       it is submitted
 *   <li>HON-2 honours are lost by an entry that cannot be undone, earned after the final
 *       attestation, and open in between: with what still decides (O595 п.50)
 * </ul>
 */
package kz.miras.registrar.achievement.promotion;
