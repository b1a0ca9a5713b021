/**
 * Who may do what, and the proof of who did it: roles, permissions, scopes, grants, separation of
 * duties, sign-in throttling, audit records and their seals.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>ACC-1 one matrix of operations and roles; what it does not allow is denied (regulation 2.3,
 *       3.1, 4.1, 6)
 *   <li>ACC-2 a role is held only through a dated grant; access ends with its last day (regulation
 *       1.3-1.5, 6)
 *   <li>ACC-3 a right reaches only as far as its scope: own record, groups, exam, advisees, school,
 *       commission, agreement (regulation 6)
 *   <li>ACC-4 rights are given to or taken from one person beside the role; a denial outweighs
 *       every role (regulation 4.3, 6.6)
 *   <li>ACC-5 a grant names its basis document, its dates in order and the schools or commissions
 *       its role needs (regulation 4.3, 6.6)
 *   <li>ACC-6 a delegation ends, is covered by the delegator's own appointment and is not passed on
 *       (regulation 1.3-1.5, 6)
 *   <li>ACC-7 failed sign-ins slow down further ones, by account and by address, and forget in time
 *       (law on personal data 94-V)
 *   <li>ACC-8 a login is well-formed and unique; a password is long enough and not the login (law
 *       on personal data 94-V)
 *   <li>ACC-9 grants of the office's specialists are prepared, approved by another person and then
 *       executed; all others are executed by the order that made the appointment (regulation 6)
 *   <li>ACC-10 while more people arrive than can be served well they are let in in the order they
 *       came, at the pace passwords can be checked; a place can be neither forged nor used by two,
 *       and nobody loses it (regulation 2.2, 2.3)
 *   <li>SOD-1 whoever entered exam scores does not close the sheet (regulation 2.3, 6)
 *   <li>SOD-2 whoever drafted does not approve (regulation 3.1)
 *   <li>SOD-3 whoever asked for a correction of a grade does not approve it (regulation 2.3)
 *   <li>SOD-4 whoever prepared a transcript is not its only signer (regulation 3.1)
 *   <li>SOD-5 the administrator changes no grade (regulation 6)
 *   <li>SOD-6 office staff who teach decide nothing about their own sheets (regulation 2.3, 6)
 *   <li>SOD-7 a junior specialist closes, decides and changes no grade (regulation 6)
 *   <li>SOD-8 the examiner does not vote on the appeal (regulation 3.1)
 *   <li>SOD-9 administration, audit and program accounts are not combined with other roles
 *       (regulation 6)
 *   <li>SOD-10 nobody edits the audit log: no such operation exists (law 94-V)
 *   <li>AUD-1 every audit record and every result is sealed with a key outside the database, with
 *       its place and its predecessor (regulation 3.1; law on personal data 94-V)
 *   <li>AUD-2 personal values lie beside the chain, which holds their salted hash (law 94-V)
 *   <li>AUD-3 a changed, deleted, swapped or newly hashed row is found and its position told
 *       (regulation 3.1)
 *   <li>AUD-4 the head of a chain is kept outside the database, so that a cut tail shows
 *       (regulation 3.1)
 *   <li>AUD-5 every insert, update and delete of every entity is recorded with who, when, from
 *       where and what was before and after (regulation 3.1)
 * </ul>
 */
package kz.miras.registrar.access;
