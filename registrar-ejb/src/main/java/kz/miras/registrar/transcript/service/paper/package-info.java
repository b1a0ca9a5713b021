/** Papers of record beside transcripts and certificates: study plans, extracts of the history. */
package kz.miras.registrar.transcript.service.paper;
