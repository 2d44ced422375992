export type { Doubt } from './doubt.ts';
export { type FieldSource, type Mapping, MappingError, type MappingFault } from './mapping.ts';
export { likelyResource, type Proposal, proposeMapping } from './propose.ts';
export { mappingSchema } from './schema.ts';
export { mappableFields } from './targets.ts';
