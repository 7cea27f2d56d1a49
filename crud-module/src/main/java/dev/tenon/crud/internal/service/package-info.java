/** The handles of databases and tables, and what stands behind them. */
package dev.tenon.crud.internal.service;
