/** Screens about organisations outside and their calls. */
package kz.miras.registrar.access.web.partner;
