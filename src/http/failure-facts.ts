/** Where it broke, never the message: it may quote what somebody typed. */
export const failureFacts = (error: unknown): { error: string; where: string | undefined } =>
  error instanceof Error
    ? {
        error: error.name,
        where: error.stack
          ?.split('\n')
          .find((line) => line.trimStart().startsWith('at '))
          ?.trim(),
      }
    : { error: 'unknown', where: undefined };
