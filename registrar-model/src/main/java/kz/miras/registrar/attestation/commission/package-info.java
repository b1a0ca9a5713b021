/**
 * Attestation commissions (АК): the order that names one, its meetings, the protocol of each
 * student, what is decided, and the figures its chair reports (domain 2.11, 3.9).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>AK-1 a commission is created for programmes, for its dates within one academic year (O595
 *       п.43)
 *   <li>AK-3 it is named by order on a decision of the academic council: a chair, so many members
 *       who vote as the rules say, a secretary who does not (O595 п.43)
 *   <li>AK-4 a commission works no more academic hours a day than the rules allow; its meetings are
 *       approved as a schedule by another than who planned them, so many days before or with a
 *       reason (domain 2.11)
 *   <li>AK-5 it decides with two thirds of those who vote present, chair and secretary among those
 *       present; the majority decides, where votes are equal the chair (O595 п.43)
 *   <li>AK-6 a student is admitted by an order of the dean, with every credit of the programme but
 *       the final attestation, and without debts (domain 2.11)
 *   <li>AK-7 before a defence lie its topic, the opinion of the supervisor, the review and the
 *       certificate of originality, and the sheet of all results the student counts with (domain
 *       2.11)
 *   <li>AK-8 each student has a protocol of the own: kind, questions with who asked them, what the
 *       answers were like, a grade of the letter scale (domain 2.11)
 *   <li>AK-9 a positive grade is not defended again to raise it, and what failed is not repeated in
 *       the same year, whether a protocol or a sheet recorded it (O595 п.45, 46)
 *   <li>AK-10 who failed, or was absent without a valid reason, has not fulfilled the programme
 *       (O595 п.47)
 *   <li>AK-11 who was absent for a valid reason has no grade, and another day of the commission
 *       (domain 2.11)
 *   <li>AK-13 the chair reports how many were admitted, defended, failed, with which grades; the
 *       academic council approves the report once all protocols are signed (domain 2.11)
 *   <li>AK-14 whoever has every credit is awarded the degree by the decision of the commission,
 *       which names it, with honours only where HON-1 allows them (O595 п.48)
 *   <li>AK-15 chair or secretary sign a protocol, never who prepared it; the signature records the
 *       result in the history (domain 6)
 *   <li>AK-16 a signed protocol never changes: another one with a reason stands in its place
 *       (domain 2.11)
 * </ul>
 */
package kz.miras.registrar.attestation.commission;
