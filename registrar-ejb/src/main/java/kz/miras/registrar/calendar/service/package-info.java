/** The academic calendar and the working days. */
package kz.miras.registrar.calendar.service;
