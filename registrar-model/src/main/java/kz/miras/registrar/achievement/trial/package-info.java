/**
 * Trial of proposed rules on the real data: what would have come out of a period if they had been
 * in force then. Nothing of it is recorded in any history.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>TRI-1 what a row of a sheet has led to is derived anew by the tried rules; what came from
 *       elsewhere, or was decided otherwise than the row says, keeps its grade
 *   <li>TRI-2 a sitting the tried rules would not have given falls away: the FX retake of an
 *       attempt that is no FX, the later sitting of one that is no I
 *   <li>TRI-3 no score is guessed: who would have been admitted and has none keeps the result
 *   <li>TRI-4 rules that say the same as those of the time differ in nothing
 *   <li>TRI-5 a trial is of lawful values, names terms with results of the level and waits while
 *       too many are running (PAR-1 to PAR-3)
 * </ul>
 */
package kz.miras.registrar.achievement.trial;
