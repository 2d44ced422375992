/** Headers that are needed to understand a request and hold no secret. */
const SHOWN = ['erp-tenant', 'idempotency-key', 'if-match', 'content-type'];

/** `fetch` that says on stderr what is sent and what comes back: no body, and the key only as its being there. */
export const tracedFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const started = performance.now();
  const key = request.headers.has('authorization') ? ['authorization: Bearer ***'] : [];
  const headers = SHOWN.filter((name) => request.headers.has(name)).map(
    (name) => `${name}: ${request.headers.get(name)}`,
  );
  say(`> ${request.method} ${request.url}`, ...key, ...headers);

  try {
    const response = await fetch(request);
    say(
      `< ${response.status} in ${elapsed(started)}`,
      `request ${response.headers.get('x-request-id') ?? '?'}`,
    );
    return response;
  } catch (error) {
    say(`< ${String(error)} after ${elapsed(started)}`);
    throw error;
  }
};

function elapsed(started: number): string {
  return `${Math.round(performance.now() - started)} ms`;
}

function say(...parts: readonly string[]): void {
  process.stderr.write(`${parts.join(' · ')}\n`);
}
