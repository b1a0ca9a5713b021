/** Offerings, sections and their seats; enrolling and leaving. */
package kz.miras.registrar.registration.service;
