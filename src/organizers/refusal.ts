import { APIError } from 'better-auth/api';

/** The code of what better-auth refuses, such as `INVALID_CODE`; anything else is a bug, and thrown on. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
  return error.body?.code ?? '';
}

/** A cookie of another step is signed as well, and what it stands for is no JSON. */
export const isForeignCookie = (error: unknown): boolean => error instanceof SyntaxError;
