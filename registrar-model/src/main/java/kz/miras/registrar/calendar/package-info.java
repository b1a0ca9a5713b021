/**
 * Academic years, terms, working days and deadlines.
 *
 * <p>Numbered rules:
 *
 * <ul>
 *   <li>CAL-1 the academic year begins in September, for the profile master also in January (O595
 *       п.23)
 *   <li>CAL-2 periods are semesters of at least 15 weeks or trimesters of at least 10, not both;
 *       they follow one another, the summer semester too (O152 п.2(2))
 *   <li>CAL-3 the calendar names registration, midterms, session, practice and vacations, each in
 *       its place, and is approved by the Academic council (O152 п.18)
 *   <li>CAL-4 every period ends with an interim attestation (O152 п.19)
 *   <li>CAL-5 vacations at least twice a year and 7 weeks in total, the graduating course excepted
 *       (O152 п.20)
 *   <li>SUM-1 the summer semester lasts at least 6 weeks and is not for the graduating course (O152
 *       п.22)
 *   <li>DDL-1 a deadline is kept until the end of its last day in the university's zone
 * </ul>
 */
package kz.miras.registrar.calendar;
