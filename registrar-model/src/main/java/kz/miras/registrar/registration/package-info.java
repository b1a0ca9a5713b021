/**
 * Enrolment into disciplines: its rules, limits and seats.
 *
 * <p>What registration must know of results it asks through ports of its own; history answers them.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>REG-2 prerequisites are passed or recognised; one being studied lets in provisionally (O152
 *       п.33, 35)
 *   <li>REG-3 a student has one seat in the stream, the group and the subgroup; a full one takes
 *       nobody (O152 п.30)
 *   <li>REG-4 a cancelled or closed offering takes nobody; an elective group below the minimum is
 *       proposed for cancelling (O152 п.30)
 *   <li>REG-5 dropping inside the change window leaves no trace; after it a student withdraws with
 *       W and a reason; an enrolment ends once
 *   <li>REG-8 beyond the soft limit of credits only with consent, never beyond the hard one; debts
 *       have a limit of their own
 *   <li>REG-9 only who studies registers
 *   <li>REG-10 a discipline is taken once in a term
 *   <li>REG-11 lessons of a student do not overlap
 *   <li>REG-12 a teacher or examiner is appointed inside the term; one who is replaced stays in the
 *       history and types no more from that day; a replacement in mid-term names its basis
 *   <li>REG-13 seats somebody has are not taken away by making a section smaller
 *   <li>CTL-9 a passed discipline is taken again only to raise the GPA, in a later term, with a
 *       warning (O595 п.45)
 *   <li>CTL-10 attempts stay within the limit where the university sets one; many are warned of
 *       (O595 п.40)
 * </ul>
 */
package kz.miras.registrar.registration;
