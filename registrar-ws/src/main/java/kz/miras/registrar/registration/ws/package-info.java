/** Registration for the student portal and other subsystems. */
package kz.miras.registrar.registration.ws;
