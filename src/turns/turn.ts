export type * from '../turn';
