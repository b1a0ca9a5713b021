/** Marks by file and from other programs. */
package kz.miras.registrar.attestation.service.entry;
