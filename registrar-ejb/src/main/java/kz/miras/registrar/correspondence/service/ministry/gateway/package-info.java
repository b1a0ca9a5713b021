/** Messages of the gateway of the government: sent, received, kept. */
package kz.miras.registrar.correspondence.service.ministry.gateway;
