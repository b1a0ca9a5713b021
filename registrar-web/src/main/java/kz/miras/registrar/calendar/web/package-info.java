/** The academic year at a glance. */
package kz.miras.registrar.calendar.web;
