type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** The form that a language wants for a number (CLDR's plural rules): Arabic has six, Chinese one. */
export const plural = (locale: string, count: number, forms: Forms): string =>
  forms[rulesOf(locale).select(count)] ?? forms.other;

const known = new Map<string, Intl.PluralRules>();

function rulesOf(locale: string): Intl.PluralRules {
  const rules = known.get(locale) ?? new Intl.PluralRules(locale);
  known.set(locale, rules);
  return rules;
}
