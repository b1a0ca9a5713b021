/** Versions of posted sheets, what proves a printed one, and the signed paper of it. */
package kz.miras.registrar.attestation.service.amend;
