/**
 * Stipends after a session: who of the students with a grant may be paid one, and why not.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>STP-1 a stipend is paid to students with a grant who study, full-time unless the rules say
 *       otherwise
 *   <li>STP-2 every result of the session has one of the letters the rules of its day name; P does
 *       no harm
 *   <li>STP-3 nobody who owes more from earlier terms than the rules bear, nothing by default, gets
 *       one, nor with an I of the session whose last day has passed (DEB-1)
 *   <li>STP-4 an open I, a discipline still without a result or a session without any decides
 *       nothing yet
 *   <li>STP-5 a list is of those who had a grant on the day of the session and judges them as they
 *       stood then (MOV-16): payment, status, form, course and group, by the results that were
 *       recorded by then (ACH-8); what is known otherwise today stands beside it and changes
 *       nothing; what is printed is the list that was shown
 *   <li>STP-6 a list is for a day after its term and not after today: by default today while the
 *       session lasts, and its last day afterwards; criteria, standing and debts are those of that
 *       day, whatever the rules are today
 *   <li>PRO-5 the presidential stipend may be proposed for full-time students from year 3, of
 *       masters from year 2, who have nothing but the letters named for it (O136 п.6, 8, 11)
 * </ul>
 */
package kz.miras.registrar.achievement.stipend;
