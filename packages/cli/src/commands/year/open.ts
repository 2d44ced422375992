import type { CommandBody } from '../../context.ts';

interface Options {
  readonly start: string;
  readonly end: string;
  readonly currency?: string;
  readonly externalId?: string;
}

const open: CommandBody<Options, [string?]> = async ({ erp }, options, code) => {
  const { start, end, currency, externalId } = options;

  return {
    data: await erp.years.open({
      start,
      end,
      ...(code === undefined ? {} : { code }),
      ...(currency === undefined ? {} : { baseCurrency: currency }),
      ...(externalId === undefined ? {} : { externalId }),
    }),
  };
};

export default open;
