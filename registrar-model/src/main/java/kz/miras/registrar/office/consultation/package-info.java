/**
 * Consultations of students and teachers: frequent questions, hours with appointments, questions in
 * writing, and the journal of what was answered (regulation 2.2, 3.1.19).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>CON-1 hours say when they are, how long an appointment is, what they are about and where;
 *       the address of a meeting is one a browser opens safely
 *   <li>CON-2 there are no appointments on public holidays, and nobody keeps two at once
 *   <li>CON-3 an appointment is booked once, by who says what about, for a topic of the hours,
 *       neither in the last hours before it nor long before
 *   <li>CON-4 nobody has two appointments at the same time
 *   <li>CON-5 a person has a few bookings and a few unanswered questions at most
 *   <li>CON-6 who booked cancels until some hours before, and until it begins where the office has
 *       moved it
 *   <li>CON-7 a question is answered, and an answer given at an appointment is recorded, within a
 *       number of working days
 *   <li>CON-8 an answer has a topic, an outcome and words; it is recorded once, not before the
 *       appointment begins, and by another person than who asked
 *   <li>CON-9 the journal is never edited: another answer is a new entry with a reason
 *   <li>CON-10 an open question is in the hands of somebody who may answer it, and of nobody who
 *       asked it
 *   <li>CON-11 a frequent question is published in Kazakh, Russian and English only
 *   <li>CON-12 one person writes a frequent question, another publishes it; what is sent back or
 *       withdrawn says why, and published words do not change
 *   <li>CON-13 an appointment is called off or moved before it begins, with a reason, to a time its
 *       host is free at
 * </ul>
 */
package kz.miras.registrar.office.consultation;
