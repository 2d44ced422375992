import { connect } from '../../client.ts';
import type { LocalBody } from '../../context.ts';
import { writeProfiles } from '../../profiles/profile-file.ts';
import { currentChannel } from '../../run.ts';
import type { Settings } from '../../settings.ts';

interface Options {
  readonly profile?: string;
}

const login: LocalBody<Options> = async ({ settings, terminal }, options) => {
  const url = settings.server.value;
  const apiKey = await keyFor(settings, () =>
    terminal.ask({
      flag: '--api-key-file <file>',
      message: `API key for ${url}`,
      secret: true,
      example: 'erp login --api-key-file key.txt',
    }),
  );

  const credential = { value: apiKey, origin: 'the key that was given' };
  const erp = await connect({ ...settings, credential, tenant: null }, currentChannel());
  const key = await erp.apiKeys.current();

  const name = options.profile ?? profileNameOf(url);
  const tenant = settings.tenant?.value ?? key.tenant ?? undefined;
  const { profiles } = settings.profiles;
  await writeProfiles(settings.profileFile, {
    version: 1,
    current: name,
    profiles: { ...profiles, [name]: { url, ...(tenant ? { tenant } : {}), apiKey } },
  });

  return {
    data: { profile: name, url, tenant: tenant ?? null, key: key.name, scopes: key.scopes },
    message: `Signed in to ${url} with key "${key.name}"${tenant ? `, tenant ${tenant}` : ''}; saved as profile ${name}`,
  };
};

/** A key that a profile holds is what is being replaced, so only flag and environment count. */
async function keyFor({ credential }: Settings, ask: () => Promise<string>): Promise<string> {
  const isGiven = credential !== null && !credential.origin.startsWith('profile');
  return isGiven ? credential.value : (await ask()).trim();
}

/** `local` for this machine, as the server itself names it; else the host. */
function profileNameOf(url: string): string {
  const { hostname } = new URL(url);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? 'local' : hostname;
}

export default login;
