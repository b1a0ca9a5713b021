/**
 * A registration morning tried out beforehand: next term's sections against the wishes of its
 * students, without touching the record.
 */
package kz.miras.registrar.registration.rehearsal;
