declare module 'mjml' {
  /** MJML 5 ships no types; this is as much of it as the build uses. */
  export default function mjml(
    source: string,
    options: { validationLevel: 'strict'; filePath: string },
  ): Promise<{ html: string; errors: { formattedMessage: string }[] }>;
}
