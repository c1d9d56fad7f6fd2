type Facts = Record<string, string>;

/** What organizers did, by the kind of act: who, and what exactly. A kind that has no sentence here is shown as it is stored. */
export const acts: Record<string, (who: string, facts: Facts) => string> = {
  'organizer-invited': (who, { handle, role }) => `${who} invited ${handle} as ${role}.`,
  'organizer-joined': (who, { role, again }) =>
    again === 'true' ? `${who} began again with a new password.` : `${who} joined as ${role}.`,
  'organizer-reset': (who, { handle }) =>
    `${who} reset ${handle}: password, second step and passkeys are forgotten, a link to begin again was made.`,
  'organizer-removed': (who, { handle, joined }) =>
    joined === 'true' ? `${who} removed ${handle}.` : `${who} withdrew the invitation of ${handle}.`,
  'role-changed': (who, { handle, from, role }) =>
    from === ''
      ? `${who} made the invitation of ${handle} one as ${role}.`
      : `${who} made ${handle} ${role}; before: ${from}.`,
  'second-step-set-up': (who) => `${who} set up the second step and signed in.`,
  'signed-in': (who, { by }) => `${who} signed in ${waysIn[by ?? ''] ?? by}.`,
  'signed-out': (who) => `${who} signed out.`,
  'locked-out': (who, { step }) =>
    `${who} was locked out for a quarter of an hour, after ten wrong ${step === 'password' ? 'passwords' : 'codes'}.`,
  'sessions-ended': (who, { handle, count }) =>
    who === handle
      ? `${who} ended ${count} of their own sessions.`
      : `${who} ended all sessions of ${handle}: ${count}.`,
  'password-changed': (who, { ended }) => `${who} changed their password; ${ended} other sessions ended.`,
  'recovery-codes-made': (who) => `${who} made new recovery codes.`,
  'passkey-added': (who) => `${who} added a passkey.`,
  'passkey-removed': (who) => `${who} removed a passkey.`,
  'names-approved': (who, { count, signatures }) => `${who} approved ${count} names, of the signatures ${signatures}.`,
  'names-hidden': (who, { count, signatures }) => `${who} hid ${count} names, of the signatures ${signatures}.`,
  'setting-changed': (who, { setting, from, to, override }) => {
    if (setting === 'closedAt') return to === '' ? `${who} opened the campaign again.` : `${who} closed the campaign.`;
    const changed = `${who} changed ${setting} from ${from} to ${to}`;
    return override === 'false' ? `${changed}, as campaign.yaml says.` : `${changed}.`;
  },
  'invalidation-made': (who, { id, matching, confirmed, whole, conditions, reason }) =>
    `${who} made invalidation ${id}; ${whole === 'true' ? '' : 'at least '}${matching} signatures fit, ${confirmed} of them confirmed. ` +
    `Conditions: ${conditions}. Reason: ${reason}`,
  'invalidation-settled': (_, { id, count, confirmed }) =>
    `Invalidation ${id} is done: ${count} signatures taken out, ${confirmed} of them had counted.`,
  'invalidation-failed': (_, { id, count, confirmed }) =>
    `Invalidation ${id} stopped: what it asked for cannot be read any more. By then ${count} signatures were taken out, ${confirmed} of them had counted.`,
  'invalidation-undone': (who, { id, count, confirmed }) =>
    `${who} undid invalidation ${id}: ${count} signatures go back, ${confirmed} of them had counted.`,
  'export-begun': (who, { what, format, fields, purpose, words, all, where }) =>
    `${who} began to export ${what} as ${format}${where === 'browser' ? ' in the browser' : ''}` +
    `${fields === '' ? '' : ` with ${fields}`}${all === 'true' ? ', the unconfirmed too' : ''}. ` +
    `Purpose: ${words || purposes[purpose ?? ''] || 'not said'}.`,
  'export-done': (who, facts) => `${who} finished the export of entry ${facts.begun}: ${rowsOf(facts)}.`,
  'export-stopped': (who, facts) => `The export of entry ${facts.begun} by ${who} stopped: ${rowsOf(facts)}.`,
  'campaign-closed': (who) => `${who} closed the campaign for good; the key that recognises addresses is destroyed.`,
  'person-erased': (who, { signatures, letters }) =>
    `${who} erased somebody: signatures ${signatures}, letters ${letters}.`,
  'backup-restored': (who, { made_at, outbox }) =>
    `${who} restored a backup of ${made_at}${outbox === 'false' ? ', without the mails that waited in it' : ''}.`,
  'key-added': (who, { name, recipient }) => `${who} added the key “${name}”, ${recipient}.`,
  'key-retired': (who, { name, recipient }) => `${who} retired the key “${name}”, ${recipient}.`,
  'key-checked': (who, { names }) => `${who} showed that these keys open what comes in: ${names}.`,
  'key-protected': (who, { recipient }) => `${who} gave the key ${recipient} a passphrase and took it off the server.`,
  'rewrap-begun': (who, { epochs }) => `${who} began to wrap ${epochs} epochs for the organizers of today.`,
  'rewrap-ended': (who, { rewrapped, unopened }) =>
    `${who} wrapped ${rewrapped} epochs anew; ${unopened} did not open.`,
  'import-begun': (who, { origin, signatures }) =>
    `${who} began to import ${signatures} signatures ${origin === 'paper' ? 'from paper' : 'gathered elsewhere'}.`,
  'import-ended': (who, counts) =>
    `${who} finished the import: ${Object.entries(counts)
      .filter(([what]) => what !== 'origin')
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}.`,
};

const waysIn: Record<string, string> = {
  code: 'with password and code',
  'recovery-code': 'with password and a recovery code',
  passkey: 'with a passkey',
};

const purposes: Record<string, string> = {
  'hand-over': 'to hand the petition over',
  updates: 'to send updates to those who asked for them',
  check: 'to check the count',
  request: 'to answer a signer’s request',
};

const rowsOf = ({ written, told_by, ...facts }: Facts): string => {
  const left = Object.entries(facts).flatMap(([name, count]) =>
    name.startsWith('left_out_') ? [`${count} left out (${name.slice('left_out_'.length).replaceAll('_', ' ')})`] : [],
  );
  return [`${written} written${told_by === 'browser' ? ', as the browser told' : ''}`, ...left].join('; ');
};
