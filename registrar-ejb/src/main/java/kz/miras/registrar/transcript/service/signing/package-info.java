/**
 * DOC-20. Digital signatures of documents of record: who signs is a port, what is configured of
 * keys comes from the environment, and every key ever used stays published so that old documents
 * verify.
 */
package kz.miras.registrar.transcript.service.signing;
