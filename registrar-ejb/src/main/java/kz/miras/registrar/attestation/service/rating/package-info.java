/** The journal of ratings: its sheets, typing, dispositions, and what they make of a rating. */
package kz.miras.registrar.attestation.service.rating;
