/** Mark sheets for the programs of the university. */
package kz.miras.registrar.attestation.ws;
