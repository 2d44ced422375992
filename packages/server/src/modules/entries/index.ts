export { handlers } from './handlers.ts';
export { createLane, type PostingLane } from './lane.ts';
export { amountContext } from './rules.ts';
