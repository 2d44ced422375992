export { type FieldSource, type Mapping, MappingError, type MappingFault } from './mapping.ts';
export { mappingSchema } from './schema.ts';
export { mappableFields } from './targets.ts';
