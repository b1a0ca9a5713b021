/**
 * The catalogue of certificates: each kind with its wording, what it asks and whom it is given to,
 * kept as data by the office.
 */
package kz.miras.registrar.transcript.certificate;
