/** The mark grid. */
package kz.miras.registrar.attestation.web;
