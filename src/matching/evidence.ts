/** Evidence is kept with the decision that it led to, so its type lives with the record. */
export type { Evidence, EvidenceCode } from '../domain/evidence';
