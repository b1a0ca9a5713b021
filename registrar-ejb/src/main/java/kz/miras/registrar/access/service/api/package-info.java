/** Lists as other programs read them. */
package kz.miras.registrar.access.service.api;
