/**
 * Unusual sheets and changes of results, told once a month to those who look after the office.
 *
 * <p>A flag accuses nobody: it says what is unusual, with the figures, and waits for somebody to
 * look. Rules:
 *
 * <ul>
 *   <li>INT-1 in a sheet nearly all scores are the same
 *   <li>INT-2 in a sheet a large share of the scores is the lowest that passes, or few points above
 *   <li>INT-3 in a sheet the exam is far from the rating for a large share of the students
 *   <li>INT-4 a result is corrected long after its sheet was closed
 *   <li>INT-5 results of one student with one teacher are corrected again and again
 *   <li>INT-6 one person asks again and again for raises from just below a border of the scale
 *   <li>INT-7 a remark says what was found; what is to be followed says how
 *   <li>INT-8 nobody remarks on a flag about oneself
 * </ul>
 *
 * <p>Appeals, excused absences and results I whose last day has passed have procedures of their own
 * and are no corrections here. Every threshold is a dated parameter of the rules the result itself
 * names.
 */
package kz.miras.registrar.achievement.integrity;
