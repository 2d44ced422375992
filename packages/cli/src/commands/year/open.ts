import type { CommandBody } from '../../context.ts';

interface Options {
  readonly start: string;
  readonly end: string;
  readonly currency?: string;
  readonly externalId?: string;
}

const open: CommandBody<Options, [string?]> = async ({ erp }, options, code) => {
  const { start, end, currency, externalId } = options;

  const year = await erp.years.open({
    start,
    end,
    ...(code === undefined ? {} : { code }),
    ...(currency === undefined ? {} : { baseCurrency: currency }),
    ...(externalId === undefined ? {} : { externalId }),
  });

  return { data: year, seeAlso: { periods: `erp period list --year ${year.code}` } };
};

export default open;
