import type { FastifyInstance } from 'fastify';
import { Failure } from '../domain/failure.ts';
import { createServer, type ServerOptions } from './create-server.ts';

export interface ListenOptions extends ServerOptions {
  /** Loopback when absent: who wants more says so. */
  readonly host?: string;
  /** 0: any free port. */
  readonly port: number;
}

export interface RunningServer {
  /** Where it listens, without a final slash. */
  readonly url: string;
  readonly server: FastifyInstance;
  /** Takes no new request, finishes those it has, then closes the store. May be called twice. */
  readonly close: () => Promise<void>;
}

/** Starts the registry. Throws a Failure when the port is taken or may not be used. */
export async function listen({ host = '127.0.0.1', port, ...options }: ListenOptions): Promise<RunningServer> {
  const server = createServer(options);
  try {
    await server.listen({ host, port });
  } catch (cause) {
    await server.close();
    throw new Failure('unavailable', `The registry cannot listen on ${host}:${port}: ${reasonOf(cause)}`, {
      hint: 'Name another port with --port',
      cause,
    });
  }
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= server.close().then(() => options.store.close()));
  return { url: server.listeningOrigin, server, close };
}

/** Closes the server on SIGTERM and SIGINT; resolves when it is closed. */
export function closedBySignal({ close }: RunningServer): Promise<NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    const end = (signal: NodeJS.Signals): void => void close().then(() => resolve(signal), reject);
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
  });
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error) || !('code' in cause)) return String(cause);
  if (cause.code === 'EADDRINUSE') return 'the port is in use';
  return cause.code === 'EACCES' ? 'this user may not use the port' : String(cause.code);
}
