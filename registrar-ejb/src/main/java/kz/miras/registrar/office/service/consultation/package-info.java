/** Consultations: frequent questions, hours, bookings, questions in writing and their journal. */
package kz.miras.registrar.office.service.consultation;
