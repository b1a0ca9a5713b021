/**
 * The summer semester: its plan, who applies for what, which groups are opened and what they cost.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SUM-4 the summer is paid: a plan is submitted with the price of a credit by order (O152
 *       п.22)
 *   <li>SUM-7 a group is opened for as many applications as its minimum; fewer have individual
 *       lessons at a price of their own, or are refused
 *   <li>SUM-8 the office prepares the plan, the director submits it, another person approves it by
 *       decision before applications open; after that it does not change
 *   <li>SUM-9 applications come while they are open, once for a discipline; they end before the
 *       semester begins
 *   <li>SUM-10 the semester is closed when it is over and every discipline is decided
 * </ul>
 */
package kz.miras.registrar.registration.summer;
