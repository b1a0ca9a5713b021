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
 *   <li>SOD-9 administration, audit and program accounts are not combined with other roles
 *       (regulation 6)
 *   <li>AUD-1 every audit record and every result is sealed with a key outside the database, with
 *       its place and its predecessor (regulation 3.1; law on personal data 94-V)
 *   <li>AUD-2 personal values lie beside the chain, which holds their salted hash (law 94-V)
 *   <li>AUD-3 a changed, deleted, swapped or newly hashed row is found and its position told
 *       (regulation 3.1)
 *   <li>AUD-4 the head of a chain is kept outside the database, so that a cut tail shows
 *       (regulation 3.1)
 * </ul>
 */
package kz.miras.registrar.access;
