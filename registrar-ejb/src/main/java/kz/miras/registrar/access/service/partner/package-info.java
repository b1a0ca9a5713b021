/** Partners at the border: who they are, what they may, what they called. */
package kz.miras.registrar.access.service.partner;
