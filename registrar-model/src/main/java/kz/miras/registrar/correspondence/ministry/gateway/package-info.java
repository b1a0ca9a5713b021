/**
 * Messages of the gateway of the government (ШЭП, SmartBridge): their envelopes, the conventions of
 * what they carry, and the signature of their bodies (domain 4.3).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>GOV-20 an envelope has the shape of the gateway: only the operation is in a namespace, the
 *       parts stand in its order, and the synchronous and the asynchronous channel call them
 *       differently (domain 4.3)
 *   <li>GOV-21 what a message carries follows one of three conventions: XML written as text, XML as
 *       it is with its type, or named parameters; each service has its own (domain 4.3)
 *   <li>GOV-22 a signature counts only where it is over the very body that is processed, made with
 *       the certificate that is registered for the sender, by an algorithm of the profile; a body
 *       moved elsewhere, a second signature or another certificate does not (domain 4.3, 4.4)
 *   <li>GOV-23 a message is read by a parser that fetches and expands nothing, and kept as it came
 *       before it is read (domain 4.3)
 *   <li>GOV-24 a message that comes twice gets the answer it got; one that was not taken is sent
 *       again after longer and longer pauses, and whoever gives up says so (domain 4.3)
 *   <li>GOV-25 what the gateway tells of a message of ours counts once, by the id of what it told;
 *       where it tells nothing it is asked; a message whose delivery has ended without arriving has
 *       failed; one that was fetched is acknowledged once it is kept (domain 4.3)
 *   <li>GOV-26 a file never travels within a message: it is put into the gateway's storage, and the
 *       message carries the identifier it has got there (domain 4.3)
 * </ul>
 */
package kz.miras.registrar.correspondence.ministry.gateway;
