// The rules of the house: what every operation must state itself (`operation-complete`), what bundling adds to it
// (`standard-parts`), and the proof, on the bundled document, that it was added (`standard-parts-present`).
const methods = ['get', 'post', 'put', 'patch', 'delete'];
const changing = ['post', 'put', 'patch', 'delete'];

/** Areas that the service `api` answers; the others belong to `accounting`. */
const apiAreas = ['system', 'migrations', 'apiKeys', 'tenants', 'audit'];

/** Areas that belong to the platform: no tenant header. */
const platformAreas = ['system', 'migrations', 'tenants'];
const platformOperations = ['apiKeys.current'];

const responses = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  412: 'VersionConflict',
  413: 'BodyTooLarge',
  422: 'Refused',
  429: 'TooManyRequests',
  500: 'ServerError',
  503: 'Unavailable',
};

const ref = (kind, name) => ({ $ref: `#/components/${kind}/${name}` });
const areaOf = (operation) => operation.operationId.split('.')[0];
const hasTenant = (operation) =>
  !platformAreas.includes(areaOf(operation)) && !platformOperations.includes(operation.operationId);
const nameOf = (parameter) => parameter.$ref?.split('/').at(-1) ?? parameter.name;

/** The parameters that the operation has beside its own. */
function standardParameters(method, operation) {
  return [
    ...(hasTenant(operation) ? ['Tenant'] : []),
    ...(method === 'post' ? ['IdempotencyKey'] : []),
    ...(method === 'patch' ? ['IfMatch'] : []),
  ];
}

/** The statuses of problems that an operation can answer. */
function problemsOf(method, operation) {
  if (areaOf(operation) === 'system') return [500];

  const scoped = operation.security?.some(({ bearer }) => bearer?.length > 0);
  const conditional = operation.parameters?.some((parameter) => nameOf(parameter) === 'IfMatch');
  const named = operation.parameters?.some((parameter) => nameOf(parameter).endsWith('Path'));

  return [
    400,
    401,
    ...(scoped ? [403] : []),
    ...(named || hasTenant(operation) ? [404] : []),
    ...(changing.includes(method) ? [409, 422] : []),
    ...(conditional ? [412] : []),
    ...(operation.requestBody ? [413] : []),
    429,
    500,
    503,
  ];
}

const operationsOf = (item) =>
  methods.filter((method) => item[method]).map((method) => [method, item[method]]);

/** Adds parameters and problem replies, and moves parameters of a path into its operations. */
function standardParts() {
  return {
    PathItem: {
      leave(item) {
        for (const [method, operation] of operationsOf(item)) {
          operation.parameters = [
            ...(item.parameters ?? []),
            ...(operation.parameters ?? []),
            ...standardParameters(method, operation).map((name) => ref('parameters', name)),
          ];

          for (const status of problemsOf(method, operation)) {
            operation.responses[status] ??= ref('responses', responses[status]);
          }

          if (method === 'post') {
            for (const [status, response] of Object.entries(operation.responses)) {
              if (!status.startsWith('2')) continue;
              response.headers = {
                ...response.headers,
                'Idempotency-Replayed': ref('headers', 'IdempotencyReplayed'),
              };
            }
          }
        }
        delete item.parameters;
      },
    },

    // Examples are written once a resource, in examples/; the bundle carries them where they apply.
    MediaType: {
      enter(media, { resolve }) {
        const [example] = Object.values(media.examples ?? {});
        if (!example) return;
        media.example = resolve(example).node.value;
        delete media.examples;
      },
    },
  };
}

const hasExample = (media) => media.example !== undefined || Object.keys(media.examples ?? {}).length > 0;

function contentsOf(operation) {
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  return [operation.requestBody, ...successes.map(([, response]) => response)].flatMap((part) =>
    Object.values(part?.content ?? {}),
  );
}

function operationComplete() {
  return {
    Operation(operation, { report, location }) {
      const say = (message) => report({ message, location: location.key() });
      const area = operation.operationId?.split('.')[0];

      if (!/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(operation.operationId ?? ''))
        say('operationId is `<area>.<verb>`.');
      if (!operation.tags?.includes(area)) say('The tag of an operation is its area.');
      if (!operation.security) say('`security` says who may call: `[{ bearer: [scope] }]`, or `[]`.');
      if ((area === 'system') !== (operation.security?.length === 0))
        say('System operations, and only these, need no key.');

      const scopes = operation.security?.[0]?.bearer ?? [];
      if (area !== 'system' && operation.operationId !== 'apiKeys.current' && scopes.length !== 1)
        say('Name one scope.');
      if (!scopes.every((scope) => scope.split(':')[0] === area))
        say('A scope begins with the area of its operation.');

      const service = apiAreas.includes(area) ? 'api' : 'accounting';
      if (operation['x-erp-service'] !== service) say(`x-erp-service of this area is ${service}.`);

      if (!contentsOf(operation).every(hasExample)) say('Request body and success have an example.');
    },
  };
}

function standardPartsPresent() {
  return {
    PathItem(item, { report, location }) {
      for (const [method, operation] of operationsOf(item)) {
        const names = (operation.parameters ?? []).map(nameOf);
        const missing = [
          ...standardParameters(method, operation).filter((name) => !names.includes(name)),
          ...problemsOf(method, operation).filter((status) => !operation.responses[status]),
        ];
        if (missing.length === 0) continue;

        const message = `${operation.operationId} lacks ${missing.join(', ')}.`;
        report({ message, location: location.child([method]).key() });
      }
    },
  };
}

export default () => ({
  id: 'erp',
  rules: {
    oas3: { 'operation-complete': operationComplete, 'standard-parts-present': standardPartsPresent },
  },
  decorators: { oas3: { 'standard-parts': standardParts } },
});
