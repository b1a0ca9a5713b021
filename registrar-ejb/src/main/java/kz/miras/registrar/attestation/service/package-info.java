/** Mark sheets from forming to closing. */
package kz.miras.registrar.attestation.service;
