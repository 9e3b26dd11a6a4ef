export const BUILT_IN: readonly string[];
export const BUNDLE: string;
export const CODE: string;
export const LIBRARIES: readonly string[];
export function fileOf(library: string): string;
export function wrapped(text: string): string;
