const EXIT_CODES = `Exit codes

    0  done
    1  failed: refused by the rules of the books, or the server was not reached
    2  wrong usage: nothing was sent
    3  partly done, what was refused is listed
    4  not signed in, not allowed, or another tenant than expected
    5  conflict: closed period, number taken, changed meanwhile
    6  rate limited or timed out: try again
    7  not found
    8  verification failed: totals that the file states differ (erp import --strict)
  130  interrupted

From HTTP: 400, 413, 415, 422 are 1; 401, 403 and tenant_mismatch 4; 404 is 7; 409, 412 are 5;
408, 429, 503, 504 are 6.
With -o json a failure is one document on stdout:
  {"error": {"code", "message", "requestId", "hint", "errors"}}`;

const ENVIRONMENT = `Environment

  ERP_URL             which server                        --url
  ERP_TENANT          which tenant                        --tenant
  ERP_EXPECT_TENANT   refuse to work on any other         --expect-tenant
  ERP_PROFILE         which saved sign-in                 --profile
  ERP_API_KEY         the key                             --api-key-file
  ERP_TOKEN           the same, where ERP_API_KEY is not set
  CI=true             no prompt, no spinner, no colour    --no-input
  NO_COLOR            no colour                           --no-color
  FORCE_COLOR         colour although not on a terminal
  XDG_CONFIG_HOME     where erp/profiles.json is          ~/.config
  XDG_STATE_HOME      where erp/imports is, the notes     ~/.local/state
                      that "erp import resume" goes by

A flag wins over the environment, the environment over the profile, the profile over the default.
When the server or the tenant is not that of the profile, stderr says so.
The key of a profile goes to the server of that profile alone.`;

const FORMATS = `Formats of results: -o, --output

  table   for people; the default on a terminal. Only here are thousands grouped
  json    one document, always; the default elsewhere
  jsonl   one row a line, as the rows arrive; long commands add progress events
  yaml    the same document as json
  csv     RFC 4180, keys of json as header; what is nested is JSON inside of a field

--columns a,b,c chooses columns and their order; a.b reaches into a field.
Money is a decimal string in every format, "1200.00", and never a number.

Formats of files: --format, of imports and exports

  csv     one heading; "erp import template RESOURCE" prints it. Lines with one "entry" form an entry
  jsonl   one JSON object a line, told apart by "record": account, journal, party, year, line
  fec     the entries file of French law, TAB or |, one fiscal year

An import tells them apart by the first line. Rows that cannot be right go to FILE.rejects.EXT with
their reasons in _row, _field, _code, _message; mended, that file is imported like any other.`;

/** What `erp help <topic>` prints. */
export const TOPICS: Readonly<Record<string, string>> = {
  'exit-codes': EXIT_CODES,
  environment: ENVIRONMENT,
  formats: FORMATS,
};
