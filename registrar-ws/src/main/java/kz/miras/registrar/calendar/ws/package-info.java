/** What other programs read and send about the calendar. */
package kz.miras.registrar.calendar.ws;
