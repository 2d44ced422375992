import type { Client } from './client.ts';

type Bound<Area> = {
  [Verb in keyof Area]: Area[Verb] extends (client: Client, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

type Call = (client: Client, ...rest: unknown[]) => unknown;

/** The functions of an area with the client filled in. */
export function bind<Area extends object>(client: Client, area: Area): Bound<Area> {
  const calls = Object.entries(area as Record<string, Call>);
  const bound = calls.map(([verb, call]) => [verb, (...rest: unknown[]) => call(client, ...rest)]);
  return Object.fromEntries(bound) as Bound<Area>;
}
