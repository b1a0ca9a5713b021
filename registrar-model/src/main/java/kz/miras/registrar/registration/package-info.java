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
 *   <li>WIN-1 a window of registration closes after it opens and no later than its term ends; its
 *       last wave begins before it closes; the summer has a registration of its own (O152 п.18, 22)
 *   <li>WIN-2 a window outside the period the academic calendar gives is warned of (O152 п.18)
 *   <li>WIN-3 a window is approved by another person than who prepared it; changed, it waits for
 *       approval again, and what was approved stays in force meanwhile
 *   <li>WIN-4 of the windows that include a student the narrowest is the student's; one that is off
 *       switches the stage off; without any the academic calendar opens it (O152 п.33)
 *   <li>WIN-5 waves are drawn by a published lot nobody can choose, the same whenever it is drawn
 * </ul>
 */
package kz.miras.registrar.registration;
