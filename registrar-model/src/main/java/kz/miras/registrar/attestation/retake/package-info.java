/**
 * The right to retake an exam after FX, its slip, and individual exam schedules.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>FXR-1 the right of an FX retake is asked for from publication to the end of the student's
 *       FX window of the calendar, of several the narrowest (O152 п.36)
 *   <li>FXR-2 where the rules ask for a payment, no slip is issued before accounting has seen it
 *   <li>FXR-3 a slip is for one sitting and is issued once (domain 2.4)
 *   <li>FXR-4 who gave the FX does not examine the retake where the rules say so
 *   <li>FXR-5 an unused right ends with the window, and the student is told
 *   <li>FXR-6 where it is paid, asking for it asks for the payment; unpaid by the last day, it is
 *       to be asked for anew while the window is open
 *   <li>EXM-7 exams are put off for a reason with a certificate, asked for before or so many
 *       working days after the exam, agreed by the dean and decided by the office, each step by
 *       another person and none of the two by the student (domain 2.5)
 *   <li>EXM-9 exams are taken before the session for mobility or practice abroad, by order, by who
 *       is admitted (domain 2.5)
 * </ul>
 */
package kz.miras.registrar.attestation.retake;
