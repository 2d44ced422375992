import {
  type Document,
  type Operation,
  type Parameter,
  readDocument,
  resolve,
} from '../src/contract/document.ts';

/** An operation of the contract with where it is. */
export interface Route {
  id: string;
  method: string;
  path: string;
  operation: Operation;
  parameters: Parameter[];
  /** The scope that its key needs; undefined when any key or none will do. */
  scope: string | undefined;
}

export const document: Document = readDocument();

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of the contract, in its order. */
export const routes: Route[] = Object.entries(document.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item[method];
    if (!operation) return [];
    const parameters = (operation.parameters ?? []).map((p) => resolve(document, p));
    const scope = operation.security[0]?.bearer[0];
    return [{ id: operation.operationId, method: method.toUpperCase(), path, operation, parameters, scope }];
  }),
);

/** Every scope that some operation asks for. */
export const scopes: string[] = [...new Set(routes.flatMap((r) => r.scope ?? []))];

/** A well-formed value that names nothing, for each place in the path. */
export const nothingIn = ({ path }: Route): Record<string, string> =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, nothing[name] ?? 'no-such']),
  );

const nothing: Record<string, string> = {
  id: '00000000-0000-7000-8000-0000000000ff',
  number: '1',
  part: '1',
};

export const pathToNothing = (route: Route): string =>
  route.path.replace(/\{(\w+)\}/g, (_, name: string) => nothingIn(route)[name] ?? '');
