import type { CommandBody } from '../../context.ts';

const whoami: CommandBody = async ({ erp, settings }) => {
  const { server, tenant, credential, profile } = settings;
  const key = await erp.apiKeys.current();

  return {
    data: {
      url: server.value,
      urlFrom: server.origin,
      tenant: tenant?.value ?? key.tenant,
      tenantFrom: tenant?.origin ?? (key.tenant === null ? null : 'the key'),
      profile,
      key: key.name,
      keyId: key.keyId,
      keyTenant: key.tenant,
      keyFrom: credential?.origin ?? null,
      scopes: key.scopes,
    },
  };
};

export default whoami;
