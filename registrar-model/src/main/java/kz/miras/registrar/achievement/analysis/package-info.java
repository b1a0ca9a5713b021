/**
 * Analysis of progress: results of a term counted by school, programme, group, discipline and other
 * cuts, beside earlier years.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>PRG-3 every result is read by the scale of its own date, whatever it is counted together
 *       with (domain 2.3, 3.11)
 *   <li>PRG-4 rates say whether they count results or students, and whether the excused are in
 *       their base (domain 3.11)
 *   <li>PRG-5 of people outside the reader's scope nothing is told where they are fewer than the
 *       rules say
 * </ul>
 */
package kz.miras.registrar.achievement.analysis;
