/**
 * The summer semester: its plan, who applies for what, which groups are opened and what they cost.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SUM-4 the summer is paid: a plan is submitted with the price of a credit by order (O152
 *       п.22)
 *   <li>SUM-7 a group is opened for as many applications that have passed their steps as its
 *       minimum; fewer have individual lessons at a price of their own, or are refused
 *   <li>SUM-8 the office prepares the plan, the director submits it, another person approves it by
 *       decision before applications open; after that it does not change, and nobody takes in the
 *       summer what it does not teach, the office neither
 *   <li>SUM-9 applications come while they are open, once for a discipline; they end before the
 *       semester begins
 *   <li>SUM-10 the semester is closed when it is over, every discipline is decided and every seat
 *       has its posted result
 *   <li>SUM-11 attendance of a group is checked inside the term, not in advance, a lesson once; a
 *       correction is kept beside what it corrects, and gives a reason unless the author makes it
 *       on the same day
 *   <li>SUM-12 a student who has missed more than the share the rules allow without a valid reason
 *       is named and told
 *   <li>SUM-13 an application goes on to group and payment when the office has checked it and,
 *       where the rules of the semester ask for it, the adviser or the dean has agreed
 *   <li>SUM-14 what a semester came to is kept with the act of closing it, with the figures of that
 *       moment, and is the same for ever; until then its report is a preview and says so
 * </ul>
 */
package kz.miras.registrar.registration.summer;
