/** Certificates: what they say of a student, and how they are made. */
package kz.miras.registrar.transcript.service.certificate;
