import type { FastifyServerOptions } from 'fastify';

export interface LogConfig {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where lines go; standard error when absent, because standard output belongs to whoever started the server. */
  readonly stream?: { readonly write: (line: string) => void };
}

/** JSON lines. No header, cookie, body or query is logged, and a path is cut where a secret stands in it. */
export function loggerOf({ level, stream }: LogConfig): FastifyServerOptions['logger'] {
  return {
    level,
    stream: stream ?? process.stderr,
    redact: {
      paths: ['authorization', 'cookie', 'token', 'code', '*.authorization', '*.cookie', '*.token', '*["set-cookie"]'],
      censor: '[secret]',
    },
    serializers: {
      req: (request: { readonly method: string; readonly url: string; readonly ip?: string }) => ({
        method: request.method,
        path: pathWithoutSecrets(request.url),
        ip: request.ip,
      }),
    },
  };
}

export function pathWithoutSecrets(url: string): string {
  const [path = ''] = url.split('?');
  return path.replace(/^\/signin\/.*/i, '/signin/[secret]');
}
