/**
 * The sheets of a session: which ones the registrations of a term ask for, and when, where and
 * before whom their exams are sat.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>EXM-3 a student has one exam a day, two where they are tests; more are warned of (domain
 *       2.5)
 *   <li>EXM-4 between two exams of a student lie as many free days as the rules say; fewer are
 *       warned of (domain 2.5)
 *   <li>SHT-9 the kind of a sheet follows the discipline and why its students take it (domain 3.1)
 *   <li>SHT-10 a sheet has students of one level and one rule set, that of its term (domain 8)
 *   <li>SHT-11 an exam is sat inside its window of the calendar, on no Sunday and no holiday; a
 *       room or an examiner taken at that hour is warned of (domain 2.5)
 *   <li>SHT-12 the grade of final attestation comes from the protocol of its commission and is
 *       never weighted (domain 2.4)
 *   <li>SHT-32 who is enrolled in a group after its sheet was posted gets a supplementary sheet and
 *       is shown to whoever forms the session (domain 2.2, 3.1)
 * </ul>
 */
package kz.miras.registrar.attestation.sitting;
