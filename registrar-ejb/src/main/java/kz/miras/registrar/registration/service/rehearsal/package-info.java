/** Rehearsals: next term's registration tried out with real students, nothing being touched. */
package kz.miras.registrar.registration.service.rehearsal;
