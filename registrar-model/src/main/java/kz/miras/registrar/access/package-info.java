/**
 * Who may do what, and the proof of who did it: roles, permissions, scopes, grants, separation of
 * duties, sign-in throttling, audit records and their seals.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>ACC-1 one matrix of operations and roles; what it does not allow is denied (regulation 2.3,
 *       3.1, 4.1, 6)
 * </ul>
 */
package kz.miras.registrar.access;
