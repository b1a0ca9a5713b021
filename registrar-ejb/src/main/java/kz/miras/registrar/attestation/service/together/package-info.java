/** One act over the sheets of a whole session, each in a step of its own. */
package kz.miras.registrar.attestation.service.together;
