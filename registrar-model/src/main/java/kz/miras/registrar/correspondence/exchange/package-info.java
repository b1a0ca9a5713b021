/**
 * What partners submit beside requests for documents: letters, requests for recognition, mobilities
 * of students, each with its states, files and answers (regulation 3.1.10, 3.1.15, 3.1.16).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>PRT-13 a case goes from state to state as its kind allows, by the side whose step it is,
 *       and what ends it against the sender's wish has a reason (regulation 3.1.15)
 *   <li>PRT-14 a file is no larger than agreed, is what it says it is and has the checksum it was
 *       sent with
 * </ul>
 */
package kz.miras.registrar.correspondence.exchange;
