/**
 * Appeals against results: the commission named by order, the application of the student, the
 * hearing with its votes, the decision with its protocol, and how it enters the history (domain
 * 2.6, 3.10).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>APL-1 a student appeals against a result until the end of so many working days after it was
 *       published, with a reason (domain 2.6)
 *   <li>APL-2 a commission is named by order for a term and its dates: a chair, two members or
 *       more, a secretary; the secretary keeps the protocol and has no vote (domain 2.6)
 *   <li>APL-3 the applicant is told hour and place of the hearing, which lies ahead; it should be
 *       held so many working days after filing (domain 2.6)
 *   <li>APL-4 with two thirds of the members who vote present the simple majority decides; where
 *       votes are equal, whoever presides (domain 2.6)
 *   <li>APL-5 the result is raised or kept; lowered only where the rules say so, or annulled
 *       (domain 2.6)
 *   <li>APL-6 the score of the exam is appealed; the rating only where the rules say so (domain
 *       2.6)
 *   <li>APL-7 another person than who wrote or voted enters the decision, as the protocol states it
 *       and while the result it was about still stands (domain 2.6)
 *   <li>APL-8 a result is appealed once; an application that was refused may be filed anew (domain
 *       2.6)
 *   <li>APL-9 the office accepts an application for a commission in force, or refuses it with a
 *       reason; the applicant takes no step of the own appeal, whatever else the person may (domain
 *       2.6)
 * </ul>
 */
package kz.miras.registrar.attestation.appeal;
