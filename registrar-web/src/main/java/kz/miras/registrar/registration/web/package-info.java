/** Offerings with their sections and students. */
package kz.miras.registrar.registration.web;
