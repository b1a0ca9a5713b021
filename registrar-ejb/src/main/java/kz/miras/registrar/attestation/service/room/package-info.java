/** Exam rooms: attendance, coded works, acts about incidents, and their papers. */
package kz.miras.registrar.attestation.service.room;
