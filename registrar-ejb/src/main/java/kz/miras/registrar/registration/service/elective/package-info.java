/** The catalogue of electives of a year: prepared, approved, published, read and printed. */
package kz.miras.registrar.registration.service.elective;
