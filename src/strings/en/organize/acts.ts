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
};

const waysIn: Record<string, string> = {
  code: 'with password and code',
  'recovery-code': 'with password and a recovery code',
  passkey: 'with a passkey',
};
