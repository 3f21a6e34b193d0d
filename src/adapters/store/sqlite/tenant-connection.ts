import type { SQLInputValue } from 'node:sqlite';
import type { TenantId } from '../../../domain/scope.ts';
import type { Connection, Row } from './connection.ts';

/** A connection that binds one tenant as the first value of every statement: a query cannot forget it or name another. */
export interface TenantConnection {
  readonly tenant: TenantId;
  readonly all: (sql: string, ...values: SQLInputValue[]) => Row[];
  readonly one: (sql: string, ...values: SQLInputValue[]) => Row | undefined;
  readonly run: (sql: string, ...values: SQLInputValue[]) => number;
  readonly transaction: <T>(work: () => T) => T;
}

export function connectionOf(connection: Connection, tenant: TenantId): TenantConnection {
  return {
    tenant,
    all: (sql, ...values) => connection.all(sql, tenant, ...values),
    one: (sql, ...values) => connection.one(sql, tenant, ...values),
    run: (sql, ...values) => connection.run(sql, tenant, ...values),
    transaction: connection.transaction,
  };
}
