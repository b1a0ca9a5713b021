/** Commissions, appeals and their hearings. */
package kz.miras.registrar.attestation.service.appeal;
