/** Preparing, numbering, signing, storing and verifying documents of record. */
package kz.miras.registrar.transcript.service;
