/**
 * The office's own work: bringing lists in by file, quality of data, what is due today.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>IMP-1 nothing of a file is stored unless every row is right or the user accepts the good
 *       rows (regulation 3.1.20)
 *   <li>IMP-2 the same file a second time changes nothing, not even versions and the audit trail
 *   <li>IMP-3 a key occurs once in a file
 *   <li>IMP-4 a past result is read by the scale of its own date and is never overwritten; a lost
 *       percentage or sheet number is a warning (regulation 3.1.13)
 *   <li>IMP-5 credits and GPA of the earlier system agree with ours, or the difference is accepted
 *       with a reason
 *   <li>IMP-6 a file of past results is written into the history only when somebody else than who
 *       uploaded and submitted it has approved it; a rejection says why (COR-3, domain 6)
 * </ul>
 */
package kz.miras.registrar.office;
