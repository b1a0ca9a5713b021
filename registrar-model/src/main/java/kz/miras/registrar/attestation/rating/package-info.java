/**
 * The journal of ratings (рубежный контроль): weekly points, the control of a period, absences, and
 * what follows for the admission rating (domain 3.2).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>RAT-1 the rating of a period is the weighted sum of the mean of its weeks and of its
 *       control; it is not rounded (O595 п.40)
 *   <li>RAT-2 a period is typed from its first week until so many days after its control; later
 *       only by the office (domain 3.2)
 *   <li>RAT-3 who came late or missed the control for a reason is named by a disposition with its
 *       number, date and last day and takes the control by oneself, in a journal or in a sheet that
 *       has none (CTL-14)
 *   <li>RAT-4 a period without points or control is no zero: it stays open and stops the submission
 *   <li>RAT-5 absences for a reason are a part of all absences, and all of them fit the lessons
 *       held (domain 3.2)
 *   <li>RAT-6 a rating sheet posts nothing; closing it writes the ratings into the sheet they
 *       belong to, which takes no other ones (domain 3.2)
 *   <li>RAT-7 ratings go with the student to another group (domain 2.2)
 *   <li>RAT-8 named rows of a closed journal change on a document by two people, as its next
 *       version, while the sheet its ratings go to is neither handed over nor posted; who asked may
 *       take the request back before it is decided (domain 3.1)
 *   <li>RAT-9 a control taken alone has a last day: teacher and student are reminded before it, and
 *       one without a score after it is escalated once and stands among what is late (CTL-14)
 *   <li>RAT-10 a week missed without a reason (AB) counts as 0 or is left out, as the rules say,
 *       one missed for a reason (AE) is left out; where it is 0, a week others have points for and
 *       nothing is said of keeps the rating open (O595 п.40, domain 3.2)
 * </ul>
 */
package kz.miras.registrar.attestation.rating;
