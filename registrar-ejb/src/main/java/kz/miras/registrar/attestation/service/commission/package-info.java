/** Attestation commissions: orders that name them, meetings, protocols, signatures. */
package kz.miras.registrar.attestation.service.commission;
