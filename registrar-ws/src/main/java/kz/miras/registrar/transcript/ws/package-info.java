/** Transcripts over REST and SOAP, verification of documents over SOAP. */
package kz.miras.registrar.transcript.ws;
