import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';

export interface LogOptions {
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where lines go; stderr when absent. */
  write?: (line: string) => void;
}

/** An API key, where a caller put it into an address or a database repeats it. */
const secret = /erp_[\w-]{30,}/g;

/**
 * One JSON line a request on stderr. Texts are constant and data stands in fields; headers and bodies are never written, and
 * what looks like a key is cut.
 */
export function logging(options: LogOptions = { level: 'silent' }): FastifyServerOptions {
  const out = options.write ?? ((line: string) => process.stderr.write(line));
  const write = (line: string) => out(line.replace(secret, 'erp_…'));
  return {
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    logger: {
      level: options.level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: (error) => ({
          type: error.name,
          message: error.message,
          code: error.code,
          stack: error.stack ?? '',
        }),
      },
      stream: { write },
    },
  };
}

/** The line of each request, written when its reply has gone out. */
export function logRequests(http: FastifyInstance): void {
  http.addHook('onResponse', async (request, reply) => {
    const { operation } = request.routeOptions.config;
    request.log.info(
      {
        operation: operation?.operationId,
        method: request.method,
        path: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        tenant: request.erp?.tenant.slug || undefined,
        key: operation?.security.length ? request.erp?.actor.keyId : undefined,
      },
      'request',
    );
  });
}
