/**
 * Organisations outside the university that call its services: who they are, what they may ask, how
 * they prove who they are, and what is kept of their calls (regulation 3.1.15; law on personal
 * data).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>PRT-1 a partner is an organisation with a name in three languages, its BIN where it has
 *       one, somebody to write to, and one account of its own (regulation 3.1.15)
 *   <li>PRT-2 a partner that is suspended is refused at once, whatever its terms say (law 94-V)
 *   <li>PRT-3 a call is taken only for an operation, from an address, for a purpose and about the
 *       data the terms in force name (law 94-V)
 *   <li>PRT-4 a partner calls no more often a minute and a day than agreed
 *   <li>PRT-5 a partner proves who it is by password, by certificate or by both, as agreed
 *   <li>PRT-6 where the terms ask for it the body of a message is signed, by a registered
 *       certificate and with algorithms of a closed list
 *   <li>PRT-7 terms name operations that exist, readable addresses and possible limits, and the
 *       agreement they come from
 *   <li>PRT-8 terms are proposed by one person and put in force by another (regulation 3.1)
 *   <li>PRT-9 a new secret or certificate lasts two years at most, and the old one goes on for
 *       thirty days at most
 *   <li>PRT-10 a certificate is in its term, has a key that is long enough and belongs to one
 *       partner only
 *   <li>PRT-11 a partner is suspended and let in again with a reason; let in again by another
 *       person than who keeps the register (law 94-V)
 *   <li>PRT-12 what submits something is stored before it is acted on and taken once: the same
 *       again gets the same answer, another under its number is refused (regulation 3.1.15)
 *   <li>PRT-15 messages for a partner are delivered to the address its terms name, by TLS; without
 *       one the partner fetches them (regulation 3.1.15)
 *   <li>PRT-16 what was not taken is tried again after pauses that grow, and is dead after the last
 *       (regulation 3.1.15)
 *   <li>PRT-17 an address that fails again and again is left alone for a while, and then tried by
 *       one message (regulation 3.1.15)
 *   <li>PRT-18 whoever looks after messages tries one again or gives it up with a reason
 *       (regulation 3.1.15)
 *   <li>PRT-19 a message in quarantine is taken up again by whoever looks after it, once and by the
 *       same entrance (regulation 3.1.15)
 *   <li>PRT-20 calls nobody has signed in for are kept only so often from one address; what comes
 *       beyond that is told when to come again
 *   <li>PRT-21 contents of messages, cases and files of partners are forgotten some time after
 *       their case is closed; a message that was forgotten is still known again (law 94-V)
 * </ul>
 */
package kz.miras.registrar.access.partner;
