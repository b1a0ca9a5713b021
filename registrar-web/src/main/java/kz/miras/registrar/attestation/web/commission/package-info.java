/** Screens of attestation commissions: their orders, meetings and protocols. */
package kz.miras.registrar.attestation.web.commission;
