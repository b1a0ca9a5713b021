/** Lists of students and courses in the formats of standards. */
package kz.miras.registrar.registration.service.roster;
