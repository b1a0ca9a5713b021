/**
 * Programs of the university that call its services: who answers for them, what they are let do,
 * and how they prove who they are (regulation 3.1.15; law on personal data).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>SUB-1 a subsystem has a name in three languages, somebody who answers for it, one account
 *       of its own and one scope at least (regulation 3.1.15)
 *   <li>SUB-2 a call is let do what its scopes name and the matrix grants, never more; personal
 *       data is a scope of its own (law 94-V)
 *   <li>SUB-3 a subsystem is blocked and let in again with a reason; a blocked one is refused from
 *       its next call on (law 94-V)
 *   <li>SUB-4 a subscription names types of events there are and the program may read, and an
 *       address by TLS (law 94-V)
 *   <li>SUB-5 a message to a subscription is signed by a secret only the program and the university
 *       know, under the same id at every attempt
 *   <li>SUB-6 a student grants a program of the own choice reading the own record, by name, for a
 *       year at most, and takes it back at any time (law 94-V)
 *   <li>SUB-7 events are kept for a term; whoever has read up to a place before what is kept is
 *       told so
 * </ul>
 */
package kz.miras.registrar.access.subsystem;
